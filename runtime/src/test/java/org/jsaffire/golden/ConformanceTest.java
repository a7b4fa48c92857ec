package org.jsaffire.golden;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Holds docs/conformance.md and the golden scripts together. A script names what it covers in a
 * line {@code // covers: 4.14 D48}; the page has one row for each section and decision of the
 * language reference and lists those scripts. What no script covers, and each message that no
 * script shows, must stand in {@code conformance/gaps.tsv} with a reason, and only that.
 *
 * <p>Run with {@code -Djsaffire.rewrite=true} to write the page anew.
 */
class ConformanceTest {
  private static final Path SCRIPTS = Path.of("src/test/scripts").toAbsolutePath();
  private static final Path RESOURCES = Path.of("src/test/resources/conformance").toAbsolutePath();
  private static final Path PAGE = Path.of("../docs/conformance.md").toAbsolutePath();
  private static final Pattern COVERS = Pattern.compile("^// covers: (.+)$", Pattern.MULTILINE);

  @Test
  void pageTellsWhatTheScriptsCover() throws IOException {
    String page = page();
    if (Boolean.getBoolean("jsaffire.rewrite")) {
      Files.writeString(PAGE, page);
    }
    assertEquals(page, Files.readString(PAGE), "run with -Djsaffire.rewrite=true");
  }

  @Test
  void everySectionAndDecisionIsCoveredOrListedAsGap() throws IOException {
    Map<String, List<String>> covered = covered();
    Map<String, String> gaps = gaps();
    List<String> problems = new ArrayList<>();
    Map<String, String> sections = sections();
    for (String id : sections.keySet()) {
      boolean isCovered = covered.containsKey(id);
      if (!isCovered && !gaps.containsKey(id)) {
        problems.add(id + " " + sections.get(id) + ": no script, and no gap");
      }
    }
    for (String id : covered.keySet()) {
      if (!sections.containsKey(id)) {
        problems.add(covered.get(id) + " covers " + id + ", which does not exist");
      }
    }
    assertTrue(problems.isEmpty(), () -> String.join("\n", problems));
  }

  @Test
  void everyMessageIsShownByAScriptOrListedAsGap() throws IOException {
    String shown = expectations();
    Map<String, String> gaps = gaps();
    List<String> problems = new ArrayList<>();
    for (String message : Files.readAllLines(RESOURCES.resolve("messages.txt"))) {
      boolean isShown = pattern(message).matcher(shown).find();
      if (isShown == gaps.containsKey(message)) {
        problems.add(message + (isShown ? ": shown, but listed as gap" : ": never shown"));
      }
    }
    assertTrue(problems.isEmpty(), () -> String.join("\n", problems));
  }

  /** Names in quotes and numbers of a message stand for any. */
  private static Pattern pattern(String message) {
    StringBuilder regex = new StringBuilder();
    Matcher quoted =
        Pattern.compile(
                "'([A-Z]|[a-z]|n\\?|C\\.n\\?|C(?=\\.)|name|\\\\q|\\\\777|__opr_add)'"
                    + "|\\bN\\b|\\bM\\b|\\ba [TU]\\b|FILE|reason|message|\\\\x")
            .matcher(message);
    int from = 0;
    while (quoted.find()) {
      regex.append(Pattern.quote(message.substring(from, quoted.start())));
      regex.append(quoted.group(1) != null ? "'[^']*'" : "[^\\n]+");
      from = quoted.end();
    }
    regex.append(Pattern.quote(message.substring(from)));
    return Pattern.compile(regex.toString().replace("'C.", "'\\E[^']*\\Q."));
  }

  private static String expectations() throws IOException {
    StringBuilder all = new StringBuilder();
    for (GoldenScript script : GoldenScript.below(SCRIPTS)) {
      for (String suffix : new String[] {".out", ".err"}) {
        String text = script.beside(suffix);
        all.append(text == null ? "" : text).append('\n');
      }
      script.expectedErrors().forEach(error -> all.append(error.text()).append('\n'));
    }
    return all.toString();
  }

  private static Map<String, List<String>> covered() throws IOException {
    Map<String, List<String>> covered = new LinkedHashMap<>();
    for (GoldenScript script : GoldenScript.below(SCRIPTS)) {
      Matcher covers = COVERS.matcher(new String(Files.readAllBytes(script.path()), UTF_8));
      while (covers.find()) {
        for (String id : new TreeSet<>(List.of(covers.group(1).strip().split(" +", -1)))) {
          covered.computeIfAbsent(id, key -> new ArrayList<>()).add(script.name());
        }
      }
    }
    return covered;
  }

  private static Map<String, String> sections() throws IOException {
    return table("sections.tsv");
  }

  private static Map<String, String> gaps() throws IOException {
    return table("gaps.tsv");
  }

  private static Map<String, String> table(String file) throws IOException {
    Map<String, String> rows = new LinkedHashMap<>();
    for (String line : Files.readAllLines(RESOURCES.resolve(file))) {
      int tab = line.indexOf('\t');
      rows.put(line.substring(0, tab), line.substring(tab + 1));
    }
    return rows;
  }

  private static String page() throws IOException {
    Map<String, List<String>> covered = covered();
    Map<String, String> gaps = gaps();
    StringBuilder page =
        new StringBuilder(
            """
            # Conformance with the language reference

            One row for each section and each decision (D) of the reference, with the golden scripts below
            `runtime/src/test/scripts` that cover it. Every script runs on every engine. A test keeps this page
            true: `ConformanceTest`.

            """);
    page.append("| | Topic | Scripts | Gaps |\n|---|---|---|---|\n");
    sections()
        .forEach(
            (id, title) -> {
              page.append("| ").append(id).append(" | ").append(title).append(" | ");
              page.append(String.join(" ", names(covered.getOrDefault(id, List.of()))));
              page.append(" | ").append(gaps.getOrDefault(id, "")).append(" |\n");
            });
    page.append("\n## Messages that no script shows\n\n");
    List<String> missing =
        gaps.entrySet().stream()
            .filter(gap -> !gap.getKey().matches("D?[0-9.]+"))
            .map(gap -> "- `" + gap.getKey() + "`: " + gap.getValue() + "\n")
            .toList();
    page.append(missing.isEmpty() ? "None.\n" : String.join("", missing));
    return page.toString();
  }

  private static List<String> names(List<String> scripts) {
    return scripts.stream().map(name -> "`" + name.replace("language/", "") + "`").toList();
  }
}
