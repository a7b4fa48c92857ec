package org.jsaffire.stdlib;

import java.io.IOException;
import org.jsaffire.object.Bool;
import org.jsaffire.object.Callbacks;
import org.jsaffire.object.ClassObject;
import org.jsaffire.object.Core;
import org.jsaffire.object.Errors;
import org.jsaffire.object.HashObject;
import org.jsaffire.object.Instance;
import org.jsaffire.object.Invoker;
import org.jsaffire.object.ListObject;
import org.jsaffire.object.NativeClass;
import org.jsaffire.object.NullValue;
import org.jsaffire.object.Numerical;
import org.jsaffire.object.Str;
import org.jsaffire.object.TypeTag;
import org.jsaffire.object.Value;

/** The class {@code file} of module {@code io\file} (modules.md 4). */
final class FileClass {
  private static final int SEEK_SET = 0;
  private static final int SEEK_CUR = 1;
  private static final int SEEK_END = 2;

  private FileClass() {}

  private static final class Holder {
    static final ClassObject TYPE = make();
  }

  static ClassObject build() {
    return Holder.TYPE;
  }

  private static ClassObject make() {
    NativeClass type =
        NativeClass.named("file")
            .qualifiedName("\\saffire\\io\\file")
            .tag(TypeTag.USER)
            .asAbstract()
            .implement(Core.ITERATOR)
            .constant("SEEK_SET", Numerical.of(SEEK_SET))
            .constant("SEEK_CUR", Numerical.of(SEEK_CUR))
            .constant("SEEK_END", Numerical.of(SEEK_END))
            .define(
                "static object open(string path, string mode = \"r\")",
                "Opens a file.",
                (in, self, path, mode) -> open(in, path.toString(), mode.toString()));
    position(type);
    transfer(type);
    facts(type);
    reading(type);
    iteration(type);
    FileRecords.define(type);
    maintenance(type);
    return FileShortcuts.define(type).build();
  }

  static Instance open(Invoker in, String path, String mode) {
    return new Instance(Holder.TYPE, FileHandle.open(in, path, mode));
  }

  private static void position(NativeClass type) {
    type.define(
            "numerical fileNo()",
            "A number of its own above 2.",
            (in, self) -> Numerical.of(FileHandle.of(self).number()))
        .define(
            "self close()",
            "Closes the file.",
            (in, self) -> {
              FileHandle.of(self).close();
              return self;
            })
        .define("numerical tell()", "The position in bytes.", FileClass::tell)
        .define(
            "numerical seek(numerical offset, numerical origin = SEEK_SET)",
            "Moves the position; 0, or -1 when that fails.",
            (in, self, offset, origin) ->
                Numerical.of(
                    seek(
                        FileHandle.of(self),
                        (Numerical) offset,
                        ((Numerical) origin).clampedInt())));
  }

  private static Value tell(Invoker in, Value self) {
    FileHandle handle = FileHandle.of(self);
    try {
      return Numerical.of(handle.open().position());
    } catch (IOException e) {
      throw handle.cannotRead();
    }
  }

  private static int seek(FileHandle handle, Numerical offset, int origin) {
    FileStream stream = handle.open();
    try {
      long start =
          switch (origin) {
            case SEEK_SET -> 0;
            case SEEK_CUR -> stream.position();
            case SEEK_END -> stream.size();
            default -> -1;
          };
      long target = start + offset.clampedLong();
      if (start < 0 || target < 0) {
        return -1;
      }
      stream.seek(target);
      return 0;
    } catch (IOException e) {
      return -1;
    }
  }

  private static void transfer(NativeClass type) {
    type.define(
            "string read(numerical size = rest)",
            "The next bytes, all that are left by default.",
            (in, self, size) -> read(in, FileHandle.of(self), (Numerical) size))
        .define(
            "numerical write(string s)",
            "Writes a text; the number of bytes.",
            (in, self, s) -> Numerical.of(FileHandle.of(self).write((Str) s)))
        .define("list lines()", "The lines that are left, with their ends.", FileClass::lines)
        .define("string contents()", "The whole file.", FileClass::contents);
  }

  private static Str read(Invoker in, FileHandle handle, Numerical size) {
    FileStream stream = handle.readable();
    if (size != null && size.signum() < 0) {
      throw Errors.argument("Size must be 0 or higher");
    }
    ByteCollector bytes = new ByteCollector(in);
    try {
      stream.read(bytes, size == null ? Long.MAX_VALUE : size.clampedLong());
    } catch (IOException e) {
      throw handle.cannotRead();
    }
    return bytes.toStr();
  }

  private static Value lines(Invoker in, Value self) {
    FileHandle handle = FileHandle.of(self);
    ListObject lines = new ListObject();
    for (Value line; (line = handle.gets(in, true)) != NullValue.NULL; ) {
      lines.add(in, line);
    }
    return lines;
  }

  private static Value contents(Invoker in, Value self) {
    FileHandle handle = FileHandle.of(self);
    ByteCollector bytes = new ByteCollector(in);
    try {
      handle.readable().readAll(bytes);
    } catch (IOException e) {
      throw handle.cannotRead();
    }
    return bytes.toStr();
  }

  private static void facts(NativeClass type) {
    type.define(
            "string path()",
            "The path as it was given.",
            (in, self) -> Str.of(FileHandle.of(self).path()))
        .define("hash stat()", "What the system knows about the file.", FileClass::stat)
        .define(
            "numerical bytesIn()",
            "How many bytes were read.",
            (in, self) -> Numerical.of(FileHandle.of(self).stream().bytesIn()))
        .define(
            "numerical bytesOut()",
            "How many bytes were written.",
            (in, self) -> Numerical.of(FileHandle.of(self).stream().bytesOut()))
        .define(
            "boolean eof()",
            "Whether a read has hit the end.",
            (in, self) -> Bool.of(FileHandle.of(self).open().hasHitEnd()));
  }

  private static Value stat(Invoker in, Value self) {
    FileHandle handle = FileHandle.of(self);
    handle.open();
    FileStat stat;
    try {
      stat = handle.stat();
    } catch (IOException e) {
      throw IoErrors.plainFile("Cannot stat file '" + handle.path() + "'", e);
    }
    HashObject hash = new HashObject();
    hash.put(in, "st_mode", Numerical.of(stat.mode()));
    hash.put(in, "st_ino", Numerical.of(stat.inode()));
    hash.put(in, "st_dev", Numerical.of(stat.dev()));
    hash.put(in, "st_uid", Numerical.of(stat.uid()));
    hash.put(in, "st_gid", Numerical.of(stat.gid()));
    hash.put(in, "st_atime", Numerical.of(stat.atime()));
    hash.put(in, "st_ctime", Numerical.of(stat.ctime()));
    hash.put(in, "st_mtime", Numerical.of(stat.mtime()));
    hash.put(in, "st_nlink", Numerical.of(stat.links()));
    hash.put(in, "st_size", Numerical.of(stat.size()));
    return hash;
  }

  private static void reading(NativeClass type) {
    type.define(
            "object gets(boolean keep = false)",
            "A line, without its end unless that is kept; null at the end.",
            (in, self, keep) -> FileHandle.of(self).gets(in, keep == Bool.TRUE))
        .alias("gets", "readLine")
        .define("object getc()", "A character, or null at the end.", FileClass::getc);
  }

  /** One code point; a byte that is not UTF-8 counts as one. */
  private static Value getc(Invoker in, Value self) {
    FileHandle handle = FileHandle.of(self);
    try {
      int c = CodePointReader.read(handle.readable());
      return c < 0 ? NullValue.NULL : Str.ofCodePoint(c);
    } catch (IOException e) {
      throw handle.cannotRead();
    }
  }

  private static void iteration(NativeClass type) {
    type.define(
            "self each(callable f)",
            "Calls f with each line and its number.",
            (in, self, f) -> {
              FileHandle handle = FileHandle.of(self);
              long index = 0;
              for (Value line; (line = handle.gets(in, false)) != NullValue.NULL; index++) {
                Callbacks.call(in, f, line, Numerical.of(index));
              }
              return self;
            })
        .define("self __iterator()", "Itself.", (in, self) -> self)
        .define(
            "object __key()",
            "The number of the line.",
            (in, self) ->
                FileHandle.of(self).line(in) == NullValue.NULL
                    ? NullValue.NULL
                    : Numerical.of(FileHandle.of(self).lineNumber()))
        .define("object __value()", "The line.", (in, self) -> FileHandle.of(self).line(in))
        .define(
            "self __rewind()",
            "Counts lines from the current position.",
            (in, self) -> {
              FileHandle.of(self).readable();
              FileHandle.of(self).startLines();
              return self;
            })
        .define(
            "self __next()",
            "Goes to the next line.",
            (in, self) -> {
              FileHandle.of(self).nextLine(in);
              return self;
            })
        .define(
            "boolean __hasNext()",
            "Is there a line?",
            (in, self) -> Bool.of(FileHandle.of(self).line(in) != NullValue.NULL));
  }

  private static void maintenance(NativeClass type) {
    type.define(
            "self flush()",
            "Makes sure that the system has what was written.",
            (in, self) -> {
              FileHandle.of(self).open();
              return self;
            })
        .define(
            "self truncate(numerical size)",
            "Cuts the file, or fills it up with zeros.",
            (in, self, size) -> truncate(FileHandle.of(self), (Numerical) size))
        .define(
            "self rewind()",
            "Moves the position to the start.",
            (in, self) -> {
              seek(FileHandle.of(self), Numerical.of(0), SEEK_SET);
              return self;
            })
        .define(
            "boolean isOpen()", "Is it open?", (in, self) -> Bool.of(FileHandle.of(self).isOpen()))
        .define(
            "self lock(boolean exclusive = true)",
            "Waits for a lock on the file.",
            (in, self, exclusive) -> {
              FileLocks.lock(in, FileHandle.of(self), exclusive != Bool.FALSE);
              return self;
            })
        .define(
            "self unlock()",
            "Gives the lock back.",
            (in, self) -> {
              FileLocks.unlock(FileHandle.of(self));
              return self;
            });
  }

  private static Value truncate(FileHandle handle, Numerical size) {
    FileStream stream = handle.open();
    if (size.signum() < 0) {
      throw Errors.argument("Size must be 0 or higher");
    }
    if (!stream.mode().writes()) {
      throw handle.cannotWrite();
    }
    try {
      stream.truncate(size.clampedLong());
    } catch (IOException e) {
      throw handle.cannotWrite();
    }
    return NullValue.NULL;
  }
}
