package org.jsaffire.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.jsaffire.bytecode.CodeBuilder;
import org.jsaffire.bytecode.CodeFile;
import org.jsaffire.bytecode.FileCode;
import org.jsaffire.bytecode.Opcode;
import org.jsaffire.golden.MemoryContext;
import org.jsaffire.sapi.Sapi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CodeStoreTest {
  private static final String FIRST = "import io;\nio.println(\"first\");\n";
  private static final String OTHER = "import io;\nio.println(\"other\");\n";
  private static final Instant LONG_AGO = Instant.parse("2024-02-29T12:30:45.123Z");

  @TempDir private Path root;
  private final List<String> log = new CopyOnWriteArrayList<>();
  private Path source;
  private Path directory;
  private CodeStore store;

  @BeforeEach
  void openStore() throws IOException {
    source = root.resolve("a\nb.sf");
    directory = root.resolve("cache/code");
    store = new CodeStore(directory, log::add);
    write(FIRST, LONG_AGO);
  }

  private void write(String text, Instant modified) throws IOException {
    Files.write(source, text.getBytes(UTF_8));
    Files.setLastModifiedTime(source, FileTime.from(modified));
  }

  private BasicFileAttributes attributes() throws IOException {
    return Files.readAttributes(source, BasicFileAttributes.class);
  }

  private FileCode compiled() throws Exception {
    return SourceCompiler.compile(source.toString(), Files.readAllBytes(source), "\\");
  }

  private FileCode find() throws IOException {
    return store.find(source, "\\", attributes());
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.toList();
    }
  }

  private Path kept() throws Exception {
    store.keep(compiled(), attributes());
    assertNotNull(find());
    assertEquals(List.of(), log);
    assertEquals(1, files().size());
    return files().get(0);
  }

  @Test
  void whatWasKeptIsFound() throws Exception {
    assertNull(find());
    FileCode code = compiled();
    store.keep(code, attributes());
    CodeFile.Origin origin = new CodeFile.Origin("", 0, 0);
    assertArrayEquals(CodeFile.write(code, origin), CodeFile.write(find(), origin));
    assertNull(store.find(source, "\\other", attributes()));
    assertEquals(List.of(), log);
  }

  @Test
  void staleCodeIsPassedOverInSilence() throws Exception {
    Path file = kept();
    write(OTHER, LONG_AGO.plusMillis(1));
    assertNull(find());
    write(FIRST + " ", LONG_AGO);
    assertNull(find());
    write(FIRST, LONG_AGO);
    assertNotNull(find());
    CodeFile read = CodeFile.read(Files.readAllBytes(file));
    CodeFile.Origin older =
        new CodeFile.Origin("0.0.0", read.origin().modifiedMillis(), read.origin().size());
    Files.write(file, CodeFile.write(read.code(), older));
    assertNull(find());
    assertEquals(List.of(), log);
  }

  @Test
  void codeOfAnotherSourceUnderThatNameIsPassedOver() throws Exception {
    Path file = kept();
    CodeFile read = CodeFile.read(Files.readAllBytes(file));
    FileCode moved = new FileCode("/other.sf", "\\", read.code().main(), read.code().globals());
    Files.write(file, CodeFile.write(moved, read.origin()));
    assertNull(find());
  }

  private void checkIgnored(String reason) throws Exception {
    assertNull(find());
    assertEquals(1, log.size(), log::toString);
    assertTrue(log.get(0).startsWith("ignoring compiled code "), log::toString);
    assertTrue(log.get(0).contains(reason), log::toString);
    assertFalse(log.get(0).contains("\n"));
    log.clear();
  }

  @Test
  void damagedAndForeignFilesAreIgnoredWithALineInTheLog() throws Exception {
    Path file = kept();
    byte[] whole = Files.readAllBytes(file);
    byte[] damaged = whole.clone();
    damaged[damaged.length / 2] ^= 4;
    Files.write(file, damaged);
    checkIgnored("damaged: found checksum");
    Files.write(file, Arrays.copyOf(whole, 50));
    checkIgnored("found 50 bytes, wanted");
    Files.write(file, "SFBC".getBytes(UTF_8));
    checkIgnored("not a code file");
    store.keep(compiled(), attributes());
    assertNotNull(find());
  }

  @Test
  void codeThatTheVerifierRefusesIsIgnored() throws Exception {
    Path file = kept();
    CodeFile read = CodeFile.read(Files.readAllBytes(file));
    CodeBuilder hostile = new CodeBuilder("", "\\", source.toString(), 0, List.of());
    hostile.emit(Opcode.LOAD_GLOBAL, 99);
    hostile.emit(Opcode.RETURN);
    FileCode code = new FileCode(source.toString(), "\\", hostile.build(), List.of());
    Files.write(file, CodeFile.write(code, read.origin()));
    checkIgnored("LOAD_GLOBAL: found GLOBAL 99, wanted less than 0");
  }

  @Test
  void aDirectoryThatCannotBeUsedCostsALineInTheLog() throws Exception {
    Files.write(root.resolve("cache"), new byte[0]);
    store.keep(compiled(), attributes());
    assertEquals(1, log.size(), log::toString);
    assertTrue(log.get(0).startsWith("cannot write compiled code "), log::toString);
    assertNull(find());
  }

  @Test
  void writersAndReadersDoNotDisturbEachOther() throws Exception {
    int threads = 8;
    CyclicBarrier start = new CyclicBarrier(threads);
    FileCode code = compiled();
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      List<Future<Integer>> results = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        boolean writes = i % 2 == 0;
        results.add(
            pool.submit(
                () -> {
                  start.await();
                  int found = 0;
                  for (int n = 0; n < 50; n++) {
                    if (writes) {
                      store.keep(code, attributes());
                    }
                    found += find() == null ? 0 : 1;
                  }
                  return found;
                }));
      }
      for (int i = 0; i < threads; i += 2) {
        assertEquals(50, results.get(i).get());
      }
    } finally {
      pool.shutdown();
    }
    assertEquals(List.of(), log);
    assertEquals(1, files().size());
  }

  private String output(EngineOptions options) {
    MemoryContext context = new MemoryContext(Sapi.CLI, Map.of(), new byte[0]);
    try (Engine engine = new Engine(options)) {
      engine.exec(source, List.of(source.toString()), context);
    }
    return new String(context.output(), UTF_8) + new String(context.errors(), UTF_8);
  }

  @Test
  void anEngineRunsTheCodeThatAnotherCompiled() throws Exception {
    EngineOptions options = EngineOptions.defaults().withBytecodeCache(directory);
    assertEquals("first\n", output(options));
    write(OTHER, LONG_AGO);
    assertEquals("first\n", output(options), "the code, not the source");
    assertEquals("other\n", output(options.withBytecodeCache(null)));
    Files.write(files().get(0), new byte[10]);
    assertEquals("other\n", output(options), "the source, as the code is damaged");
    write(FIRST, LONG_AGO);
    assertEquals("other\n", output(options), "the code of the run before");
  }

  @Test
  void aSourceThatIsStillBeingWrittenIsNotKept() throws Exception {
    EngineOptions options = EngineOptions.defaults().withBytecodeCache(directory);
    write(FIRST, Instant.now().plusSeconds(60));
    assertEquals("first\n", output(options));
    assertFalse(Files.exists(directory));
  }
}
