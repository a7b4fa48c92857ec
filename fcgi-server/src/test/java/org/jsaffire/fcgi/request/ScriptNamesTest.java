package org.jsaffire.fcgi.request;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The table {@code script-names.txt}: names as web servers send them. */
class ScriptNamesTest {
  private static final Set<String> FILES =
      Set.of("/srv/index.sf", "/srv/a.sf", "/srv/dir.sf/b.sf", "/srv/upload.jpg");

  @TestFactory
  List<DynamicTest> table() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    String section = "";
    for (String line : lines()) {
      if (line.startsWith("#")) {
        section = line.substring(1).strip();
      } else if (!line.isBlank()) {
        String[] columns = line.split("\\|", -1);
        assertEquals(7, columns.length, line);
        tests.add(DynamicTest.dynamicTest(section + ": " + columns[0], () -> check(columns)));
      }
    }
    assertTrue(tests.size() >= 60, "only " + tests.size());
    return tests;
  }

  private static List<String> lines() throws IOException {
    try (InputStream in = ScriptNamesTest.class.getResourceAsStream("/script-names.txt")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }

  private static void check(String[] columns) {
    ScriptNames names =
        ScriptNames.of(
            value(columns[1]), value(columns[2]), value(columns[3]), null, null, FILES::contains);
    assertEquals(value(columns[4]), names.scriptFilename(), "SCRIPT_FILENAME");
    assertEquals(value(columns[5]), names.scriptName(), "SCRIPT_NAME");
    assertEquals(value(columns[6]), names.pathInfo(), "PATH_INFO");
  }

  private static String value(String column) {
    String text = column.strip();
    if (text.equals("-")) {
      return null;
    }
    StringBuilder value = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c != '\\') {
        value.append(c);
        continue;
      }
      char escape = text.charAt(++i);
      if (escape == 'u') {
        value.append((char) Integer.parseInt(text.substring(i + 1, i + 5), 16));
        i += 4;
      } else {
        value.append(
            switch (escape) {
              case 'n' -> '\n';
              case '0' -> '\0';
              case 's' -> ' ';
              case 'p' -> '|';
              default -> escape;
            });
      }
    }
    return value.toString();
  }

  @Test
  void pathTranslatedFollowsASplit() {
    ScriptNames split =
        ScriptNames.of("/srv/a.sf/m", "/a.sf/m", null, "proxy:x", "/srv", FILES::contains);
    assertEquals("/srv/m", split.pathTranslated());
    ScriptNames whole =
        ScriptNames.of("/srv/a.sf", "/a.sf", "/m", "/srv/m", "/srv", FILES::contains);
    assertEquals("/srv/m", whole.pathTranslated());
  }

  @Test
  void filesAreOnlyAskedForWhereANameHasToBeSplit() {
    ScriptNames.of(
        "/srv/a.sf",
        "/a.sf",
        null,
        null,
        null,
        name -> {
          throw new AssertionError(name);
        });
  }
}
