package org.jsaffire.stdlib;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.jsaffire.object.ListObject;
import org.jsaffire.object.ScriptException;
import org.jsaffire.object.Str;
import org.jsaffire.object.TestInvoker;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code security.basedir} lets through. */
class FileAccessTest {
  @TempDir Path top;

  private final TestInvoker in = new TestInvoker();
  private Path base;
  private FileAccess access;

  @BeforeEach
  void prepare() throws IOException {
    top = top.toRealPath();
    base = Files.createDirectories(top.resolve("base/inner")).getParent();
    Files.writeString(base.resolve("in.txt"), "in");
    Files.writeString(top.resolve("out.txt"), "out");
    Files.createDirectories(top.resolve("base-other"));
    Files.createSymbolicLink(base.resolve("out"), top);
    Files.createSymbolicLink(base.resolve("dangling"), top.resolve("nothing"));
    Files.createSymbolicLink(base.resolve("self"), Path.of("inner"));
    Files.createSymbolicLink(top.resolve("way-in"), base);
    access = new FileAccess(base, List.of(base, top.resolve("missing-root")));
    in.provide(FileAccess.class, access);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "in.txt",
        "inner/../in.txt",
        "new/deep/er",
        "self/x",
        "./in.txt",
        "../way-in/in.txt"
      })
  void insideIsAllowed(String path) throws IOException {
    assertTrue(access.follow(path).startsWith(base), path);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../out.txt",
        "/etc/passwd",
        "out/out.txt",
        "out/new.txt",
        "inner/../../out.txt",
        "../base-other/x",
        "..",
        "/",
        "out"
      })
  void outsideIsNot(String path) {
    FileSystemException e =
        assertThrows(FileAccess.OutsideException.class, () -> access.follow(path));
    assertEquals("outside the allowed directories", e.getReason());
  }

  @ParameterizedTest
  @ValueSource(strings = {"new/../../out.txt", "dangling", "a\0b"})
  void whatCannotBeDecidedIsNotFound(String path) {
    assertThrows(NoSuchFileException.class, () -> access.follow(path));
  }

  @Test
  void aLinkItselfIsInside() throws IOException {
    assertEquals(base.resolve("out"), access.entry("out"));
    assertEquals(base.resolve("dangling"), access.entry("dangling"));
    assertThrows(FileAccess.OutsideException.class, () -> access.entry("out/out.txt"));
    assertThrows(FileAccess.OutsideException.class, () -> access.entry("inner/../.."));
  }

  @Test
  void everyFunctionAsks() {
    check("fileException: Cannot open file '../out.txt': outside the allowed directories", "get");
    Str outside = Str.of("../out.txt");
    Str inside = Str.of("in.txt");
    for (String method : new String[] {"unlink", "touch", "dir", "walk", "rmdir", "mkdir"}) {
      ScriptException e =
          assertThrows(
              ScriptException.class, () -> in.send(OsModule.build(), method, outside), method);
      assertTrue(
          e.getMessage().matches("fileException: .*'../out.txt': outside the allowed directories"),
          e.getMessage());
    }
    for (String method : new String[] {"copy", "rename"}) {
      assertThrows(ScriptException.class, () -> in.send(OsModule.build(), method, inside, outside));
      assertThrows(ScriptException.class, () -> in.send(OsModule.build(), method, outside, inside));
    }
    assertEquals("false", in.text(OsModule.build(), "exists", outside));
    assertEquals("true", in.text(OsModule.build(), "exists", inside));
    assertEquals(0, ((ListObject) in.send(OsModule.build(), "glob", Str.of("../*.txt"))).size());
    assertEquals(0, ((ListObject) in.send(OsModule.build(), "glob", Str.of("out/*"))).size());
  }

  private void check(String message, String method) {
    ScriptException e =
        assertThrows(
            ScriptException.class, () -> in.send(FileClass.build(), method, Str.of("../out.txt")));
    assertEquals(message, e.getMessage());
  }

  @Test
  void withoutRootsEverythingIsAllowed() throws IOException {
    FileAccess open = new FileAccess(base, List.of());
    assertEquals(base.resolve("../out.txt"), open.follow("../out.txt"));
  }

  @Test
  void recursiveRemovalDoesNotFollowLinks() {
    in.send(OsModule.build(), "rmdir", Str.of(base.toString()), org.jsaffire.object.Bool.TRUE);
    assertTrue(Files.exists(top.resolve("out.txt")));
    assertTrue(Files.notExists(base));
  }
}
