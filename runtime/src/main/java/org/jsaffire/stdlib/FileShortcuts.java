package org.jsaffire.stdlib;

import java.io.IOException;
import org.jsaffire.object.Invoker;
import org.jsaffire.object.NativeClass;
import org.jsaffire.object.Numerical;
import org.jsaffire.object.Str;
import org.jsaffire.object.Value;

/** Whole files by their path (modules.md 4). */
final class FileShortcuts {
  private FileShortcuts() {}

  static NativeClass define(NativeClass type) {
    return type.define(
            "static string get(string path)",
            "The content of a file.",
            (in, self, path) -> get(in, path.toString()))
        .define(
            "static numerical put(string path, string data)",
            "Writes a file; the number of bytes.",
            (in, self, path, data) -> write(in, path.toString(), "w", (Str) data))
        .define(
            "static numerical append(string path, string data)",
            "Writes to the end of a file; the number of bytes.",
            (in, self, path, data) -> write(in, path.toString(), "a", (Str) data));
  }

  private static Str get(Invoker in, String path) {
    FileHandle handle = FileHandle.open(in, path, "r");
    try {
      ByteCollector bytes = new ByteCollector(in);
      handle.readable().read(bytes, Long.MAX_VALUE);
      return bytes.toStr();
    } catch (IOException e) {
      throw handle.cannotRead();
    } finally {
      handle.close();
    }
  }

  private static Value write(Invoker in, String path, String mode, Str data) {
    FileHandle handle = FileHandle.open(in, path, mode);
    try {
      return Numerical.of(handle.write(data));
    } finally {
      handle.close();
    }
  }
}
