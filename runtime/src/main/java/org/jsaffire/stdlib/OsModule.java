package org.jsaffire.stdlib;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.function.Predicate;
import org.jsaffire.object.Bool;
import org.jsaffire.object.ClassObject;
import org.jsaffire.object.Errors;
import org.jsaffire.object.Exceptions;
import org.jsaffire.object.HashObject;
import org.jsaffire.object.Invoker;
import org.jsaffire.object.ListObject;
import org.jsaffire.object.NativeClass;
import org.jsaffire.object.Numerical;
import org.jsaffire.object.Str;
import org.jsaffire.object.Value;
import org.jsaffire.sapi.Host;

/** Module {@code os} (modules.md 6 and 13). */
final class OsModule {
  private OsModule() {}

  /** Finds the file that a path names. */
  @FunctionalInterface
  interface Finder {
    Path find(FileAccess access, String path) throws IOException;
  }

  static ClassObject build() {
    NativeClass type =
        NativeClass.named("os")
            .qualifiedName("\\saffire\\os")
            .asAbstract()
            .define(
                "static string cwd()",
                "The current directory.",
                (in, self) -> Str.of(in.service(FileAccess.class).currentDirectory().toString()))
            .define(
                "static self usleep(numerical microseconds)",
                "Sleeps at least that long.",
                (in, self, n) -> {
                  Sleep.micros(in, ((Numerical) n).clampedLong());
                  return self;
                })
            .define(
                "static string realpath(string path)",
                "The absolute path behind all links.",
                (in, self, path) -> realpath(in, path.toString()))
            .define(
                "static object stat(string path)",
                "What the system knows about a file.",
                (in, self, path) -> stat(in, path.toString()));
    predicates(type);
    texts(type);
    searching(type);
    OsFiles.define(type);
    return OsProcess.define(type).build();
  }

  private static Str realpath(Invoker in, String path) {
    String expanded = path;
    if (path.equals("~") || path.startsWith("~/")) {
      expanded = in.service(Host.class).environment().getOrDefault("HOME", "~") + path.substring(1);
    }
    try {
      return Str.of(in.service(FileAccess.class).follow(expanded).toRealPath().toString());
    } catch (FileAccess.OutsideException e) {
      throw IoErrors.file("Cannot resolve path '" + path + "'", e);
    } catch (IOException e) {
      throw Errors.io("Cannot resolve path '" + path + "'");
    }
  }

  private static Value stat(Invoker in, String path) {
    try {
      return StatClass.of(FileStat.of(in.service(FileAccess.class).follow(path)));
    } catch (FileAccess.OutsideException e) {
      throw IoErrors.file("Cannot stat file '" + path + "'", e);
    } catch (IOException e) {
      throw Errors.of(Exceptions.FILE_NOT_FOUND, "Cannot stat file '" + path + "'");
    }
  }

  private static void predicates(NativeClass type) {
    predicate(
        type, "exists", "exists?", "Is there such a file?", FileAccess::follow, Files::exists);
    predicate(
        type, "isFile", "file?", "Is it a regular file?", FileAccess::follow, Files::isRegularFile);
    predicate(type, "isDir", "dir?", "Is it a directory?", FileAccess::follow, Files::isDirectory);
    predicate(
        type,
        "isLink",
        "link?",
        "Is it a symbolic link?",
        FileAccess::entry,
        Files::isSymbolicLink);
    predicate(
        type, "isReadable", "readable?", "Can it be read?", FileAccess::follow, Files::isReadable);
    predicate(
        type,
        "isWritable",
        "writable?",
        "Can it be written?",
        FileAccess::follow,
        Files::isWritable);
    predicate(
        type,
        "isExecutable",
        "executable?",
        "Can it be run?",
        FileAccess::follow,
        Files::isExecutable);
    for (String[] names :
        new String[][] {
          {"exists", "exists?"},
          {"isFile", "file?"},
          {"isDir", "dir?"},
          {"isLink", "link?"},
          {"isReadable", "readable?"},
          {"isWritable", "writable?"},
          {"isExecutable", "executable?"}
        }) {
      type.alias(names[0], names[1]);
    }
  }

  private static void predicate(
      NativeClass type,
      String name,
      String otherName,
      String description,
      Finder finder,
      Predicate<Path> test) {
    type.define(
        "static boolean " + name + "(string p)",
        description + " Also " + otherName + ".",
        (in, self, p) -> {
          try {
            return Bool.of(test.test(finder.find(in.service(FileAccess.class), p.toString())));
          } catch (IOException e) {
            // What may not be touched, or cannot be named, is not there.
            return Bool.FALSE;
          }
        });
  }

  private static void texts(NativeClass type) {
    type.define(
            "static string basename(string p, string suffix = \"\")",
            "The last part of a path.",
            (in, self, p, suffix) -> Str.of(PathText.basename(p.toString(), suffix.toString())))
        .define(
            "static string dirname(string p)",
            "What stands before the last part of a path.",
            (in, self, p) -> Str.of(PathText.dirname(p.toString())))
        .define(
            "static string extension(string p)",
            "What stands behind the last dot.",
            (in, self, p) -> Str.of(PathText.extension(p.toString())))
        .defineN(
            "static string join(string p, string ... parts)",
            "The parts with one slash between them.",
            (in, self, parts) -> {
              String path = "";
              for (Value part : parts) {
                path = PathText.join(path, part.toString());
              }
              return Str.of(path);
            })
        .define(
            "static hash pathinfo(string p)",
            "The parts of a path.",
            (in, self, p) -> {
              HashObject parts = new HashObject();
              String path = p.toString();
              parts.put(in, "dirname", Str.of(PathText.dirname(path)));
              parts.put(in, "basename", Str.of(PathText.basename(path, "")));
              parts.put(in, "extension", Str.of(PathText.extension(path)));
              parts.put(in, "filename", Str.of(PathText.stem(path)));
              return parts;
            });
  }

  private static void searching(NativeClass type) {
    type.define(
            "static list dir(string p)",
            "The names in a directory.",
            (in, self, p) -> {
              ListObject names = new ListObject();
              try {
                for (String name :
                    Directories.names(in.service(FileAccess.class).follow(p.toString()))) {
                  names.add(in, Str.of(name));
                }
              } catch (IOException e) {
                throw IoErrors.file("Cannot read directory '" + p + "'", e);
              }
              return names;
            })
        .define(
            "static list glob(string pattern)",
            "The files that a pattern names.",
            (in, self, pattern) -> Glob.find(in, pattern.toString()))
        .define(
            "static list walk(string p)",
            "Everything below a directory.",
            (in, self, p) -> {
              ListObject paths = new ListObject();
              try {
                Path directory = in.service(FileAccess.class).follow(p.toString());
                Directories.walk(in, directory, p.toString(), paths);
              } catch (IOException e) {
                throw IoErrors.file("Cannot read directory '" + p + "'", e);
              }
              return paths;
            });
  }

  /** A directory that is no link. */
  static boolean isDirectory(Path file) {
    return Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS);
  }
}
