package org.jsaffire.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.jsaffire.bytecode.FileCode;
import org.jsaffire.source.SourceException;
import org.jsaffire.vm.Script;

/**
 * Compiled scripts by path and namespace, valid as long as modification time and size of the file
 * stay the same. Safe for use by several threads; two that find a file changed at the same moment
 * both compile it.
 */
final class ScriptCache {
  private record Key(Path path, String namespace) {}

  private static final class Entry {
    final Script script;
    final FileTime modified;
    final long size;
    volatile long checkedNanos;

    Entry(Script script, FileTime modified, long size, long checkedNanos) {
      this.script = script;
      this.modified = modified;
      this.size = size;
      this.checkedNanos = checkedNanos;
    }
  }

  /** A file changed so recently may still be in the hands of its writer: it is not kept. */
  private static final long PROTECTION_MILLIS = 2000;

  private final ConcurrentHashMap<Key, Entry> entries = new ConcurrentHashMap<>();
  private final long revalidateNanos;
  private final CodeStore store;
  private final UnaryOperator<FileCode> passage;

  /**
   * @param store keeps code beyond the process; null for none
   * @param passage what happens to code before it is run
   */
  ScriptCache(long revalidateMillis, CodeStore store, UnaryOperator<FileCode> passage) {
    this.revalidateNanos = revalidateMillis * 1_000_000;
    this.store = store;
    this.passage = passage;
  }

  /**
   * The script of a file.
   *
   * @throws SourceException it does not compile
   * @throws IOException it cannot be read
   */
  Script get(Path path, String namespace) throws SourceException, IOException {
    Key key = new Key(path, namespace);
    Entry known = entries.get(key);
    long now = System.nanoTime();
    if (known != null && now - known.checkedNanos < revalidateNanos) {
      return known.script;
    }
    BasicFileAttributes attributes;
    try {
      attributes = Files.readAttributes(path, BasicFileAttributes.class);
    } catch (NoSuchFileException e) {
      entries.remove(key);
      throw e;
    }
    if (known != null
        && known.modified.equals(attributes.lastModifiedTime())
        && known.size == attributes.size()) {
      known.checkedNanos = now;
      return known.script;
    }
    return compile(key, attributes, now);
  }

  private Script compile(Key key, BasicFileAttributes attributes, long now)
      throws SourceException, IOException {
    long age = System.currentTimeMillis() - attributes.lastModifiedTime().toMillis();
    boolean isKept = age >= PROTECTION_MILLIS;
    FileCode code =
        isKept && store != null ? store.find(key.path(), key.namespace(), attributes) : null;
    if (code == null) {
      byte[] bytes = Files.readAllBytes(key.path());
      code = SourceCompiler.compile(key.path().toString(), bytes, key.namespace());
      isKept &= bytes.length == attributes.size();
      if (isKept && store != null) {
        store.keep(code, attributes);
      }
    }
    Script script = new Script(passage.apply(code));
    if (isKept) {
      entries.put(key, new Entry(script, attributes.lastModifiedTime(), attributes.size(), now));
    } else {
      entries.remove(key);
    }
    return script;
  }

  /** Forgets everything. */
  void clear() {
    entries.clear();
  }
}
