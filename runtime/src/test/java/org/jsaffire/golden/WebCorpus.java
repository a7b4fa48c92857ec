package org.jsaffire.golden;

import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** All web scripts with their requests and replies, for every way of answering requests. */
public final class WebCorpus {
  private static final String SCRIPTS = "src/test/scripts/web";

  private WebCorpus() {}

  /** The document root of the corpus, found from any module of this build. */
  public static Path directory() {
    Path here = Path.of(SCRIPTS).toAbsolutePath();
    Path beside = Path.of("../runtime").resolve(SCRIPTS).toAbsolutePath().normalize();
    return Files.isDirectory(here) ? here : beside;
  }

  /** A test for each script that has a request. */
  public static Stream<DynamicTest> tests(WebServer server) {
    List<GoldenScript> scripts =
        GoldenScript.below(directory()).stream()
            .filter(script -> script.beside(".request") != null)
            .toList();
    assertFalse(scripts.isEmpty());
    return scripts.stream()
        .map(
            script ->
                DynamicTest.dynamicTest(script.name(), () -> new WebCase(script).run(server)));
  }
}
