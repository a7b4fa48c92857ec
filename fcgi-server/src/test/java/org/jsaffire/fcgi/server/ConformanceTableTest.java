package org.jsaffire.fcgi.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Keeps {@code docs/conformance-fastcgi.md} and the tests together. */
class ConformanceTableTest {
  private static final Path TABLE = Path.of("..", "docs", "conformance-fastcgi.md");
  private static final Pattern LINE = Pattern.compile("\\| ([A-Z]\\d+) \\|.*\\|(.*)\\|");
  private static final Pattern NAME = Pattern.compile("`(\\w+)\\.(\\w+)`");
  private static final List<String> PACKAGES =
      List.of("server", "protocol", "clients", "command", "examples", "request");

  /** Groups of rows and how many each has. */
  private static final Map<String, Integer> GROUPS =
      new TreeMap<>(
          Map.of("P", 6, "R", 9, "N", 5, "K", 6, "M", 4, "Q", 10, "W", 7, "A", 3, "Z", 4, "F", 5));

  private static Map<String, List<String>> table() throws IOException {
    Map<String, List<String>> rows = new TreeMap<>();
    for (String line : Files.readAllLines(TABLE)) {
      Matcher row = LINE.matcher(line);
      if (row.matches()) {
        List<String> names = new ArrayList<>();
        Matcher name = NAME.matcher(row.group(2));
        while (name.find()) {
          names.add(name.group(1) + "." + name.group(2));
        }
        assertTrue(rows.put(row.group(1), names) == null, row.group(1) + " stands twice");
      }
    }
    return rows;
  }

  @Test
  void everyRowHasATest() throws IOException {
    Map<String, List<String>> rows = table();
    List<String> wanted = new ArrayList<>();
    GROUPS.forEach(
        (group, count) -> {
          for (int i = 1; i <= count; i++) {
            wanted.add(group + i);
          }
        });
    wanted.sort(null);
    assertEquals(wanted, new ArrayList<>(rows.keySet()));
    rows.forEach((row, names) -> assertTrue(!names.isEmpty(), row + " has no test"));
  }

  @Test
  void everyNamedTestExists() throws IOException {
    List<String> missing = new ArrayList<>();
    for (List<String> names : table().values()) {
      for (String name : names) {
        if (!exists(name)) {
          missing.add(name);
        }
      }
    }
    assertEquals(List.of(), missing);
  }

  private static boolean exists(String name) {
    int dot = name.indexOf('.');
    Class<?> type = find(name.substring(0, dot));
    return type != null
        && Arrays.stream(type.getDeclaredMethods())
            .anyMatch(m -> m.getName().equals(name.substring(dot + 1)));
  }

  private static Class<?> find(String simpleName) {
    for (String part : PACKAGES) {
      try {
        return Class.forName("org.jsaffire.fcgi." + part + "." + simpleName);
      } catch (ClassNotFoundException e) {
        // Not in this package, perhaps in the next.
      }
    }
    return null;
  }

  @Test
  void everyRowTestIsNamed() throws IOException {
    List<String> named = table().values().stream().flatMap(List::stream).toList();
    List<String> missing = new ArrayList<>();
    for (Class<?> type :
        List.of(
            RecordRowsTest.class,
            PairRowsTest.class,
            ConnectionRowsTest.class,
            RequestRowsTest.class,
            StreamRowsTest.class)) {
      for (Method method : type.getDeclaredMethods()) {
        String name = type.getSimpleName() + "." + method.getName();
        boolean row = method.isAnnotationPresent(Row.class);
        if (row && method.getName().matches("[a-z]\\d+_.*") && !named.contains(name)) {
          missing.add(name);
        }
      }
    }
    assertEquals(List.of(), missing);
  }
}
