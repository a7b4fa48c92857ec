package org.jsaffire.sapi;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebPathTest {
  @TempDir Path root;

  @BeforeEach
  void makeFiles() throws IOException {
    Files.createDirectories(root.resolve("blog"));
    Files.createDirectories(root.resolve("empty"));
    Files.createDirectories(root.resolve("odd.sf"));
    Files.writeString(root.resolve("index.sf"), "");
    Files.writeString(root.resolve("blog/index.sf"), "");
    Files.writeString(root.resolve("odd.sf/in.sf"), "");
    Files.writeString(root.resolve("style.css"), "");
  }

  private WebPath of(String path) {
    return WebPath.of(path, p -> root.resolve(p.substring(1)));
  }

  @ParameterizedTest
  @CsvSource({
    "/x.sf, /x.sf, ''",
    "/x.sf/, /x.sf, /",
    "/x.sf/extra/path, /x.sf, /extra/path",
    "/x.sf/.hidden/../y.sf, /x.sf, /.hidden/../y.sf",
    "/blog/x.sf/y.sf, /blog/x.sf, /y.sf",
    "/odd.sf/in.sf/a, /odd.sf/in.sf, /a",
    "/.well-known/x.sf, /.well-known/x.sf, ''",
    "/, /index.sf, ''",
    "'', /index.sf, ''",
    "/blog/, /blog/index.sf, ''"
  })
  void scripts(String path, String script, String pathInfo) {
    assertEquals(new WebPath(WebPath.Kind.SCRIPT, script, pathInfo), of(path));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/.git/config",
        "/.x.sf",
        "/blog/.x.sf",
        "/../x.sf",
        "/./x.sf",
        "/WEB-INF/x.sf",
        "/web-inf/x.sf",
        "/META-INF/x.sf",
        "/blog/.well-known/x.sf",
        "/saffire.ini",
        "/blog/Saffire.INI",
        "/x.sfc",
        "/x.sf\0.txt",
        "/x\n.sf"
      })
  void hidden(String path) {
    assertEquals(WebPath.Kind.HIDDEN, of(path).kind());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/style.css",
        "/missing",
        "/x.SF",
        "/x.sfx",
        "/empty",
        "/empty/",
        "/a/b",
        "x.sf",
        "*"
      })
  void others(String path) {
    assertEquals(WebPath.Kind.OTHER, of(path).kind());
  }

  @ParameterizedTest
  @ValueSource(strings = {"/blog"})
  void directoriesWithAnIndex(String path) {
    assertEquals(WebPath.Kind.DIRECTORY, of(path).kind());
  }
}
