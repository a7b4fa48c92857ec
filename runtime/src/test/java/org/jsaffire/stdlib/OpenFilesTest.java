package org.jsaffire.stdlib;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jsaffire.object.ScriptException;
import org.jsaffire.object.TestInvoker;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The limit on open files, and what closes them (objects.md 2). */
class OpenFilesTest {
  @TempDir Path directory;

  private final TestInvoker in = new TestInvoker();

  private Path file() throws IOException {
    Path file = directory.resolve("data");
    Files.writeString(file, "x\n");
    return file;
  }

  @Test
  void filesThatAreForgottenAreClosed() throws IOException {
    String path = file().toString();
    for (int i = 0; i < 100_000; i++) {
      assertTrue(FileHandle.open(in, path, "r").isOpen());
    }
    assertTrue(in.service(OpenFiles.class).count() <= OpenFiles.DEFAULT_LIMIT);
  }

  @Test
  void filesThatAreHeldCount() throws IOException {
    String path = file().toString();
    in.provide(OpenFiles.class, new OpenFiles(10));
    List<FileHandle> held = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      held.add(FileHandle.open(in, path, "r"));
    }
    for (int i = 0; i < 3; i++) {
      ScriptException e = assertThrows(ScriptException.class, () -> FileHandle.open(in, path, "r"));
      assertEquals("ioException: Too many open files: limit 10", e.getMessage());
    }
    held.get(4).close();
    assertEquals(7, FileHandle.open(in, path, "r").number());
    assertEquals(10, held.size());
  }

  @Test
  void aFailureOpensNothing() {
    for (int i = 0; i < 300; i++) {
      assertThrows(
          ScriptException.class,
          () -> FileHandle.open(in, directory.resolve("none").toString(), "r"));
    }
    assertEquals(0, in.service(OpenFiles.class).count());
  }

  @Test
  void theEndOfTheRunClosesTheRest() throws IOException {
    FileHandle read = FileHandle.open(in, file().toString(), "r");
    FileHandle both = FileHandle.open(in, file().toString(), "a+");
    OpenFiles files = in.service(OpenFiles.class);
    files.close();
    assertFalse(read.stream().reader().isOpen());
    assertFalse(both.stream().reader().isOpen());
    assertFalse(both.stream().writer().isOpen());
    assertEquals(0, files.count());
  }
}
