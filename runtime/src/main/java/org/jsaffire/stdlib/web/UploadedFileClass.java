package org.jsaffire.stdlib.web;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import org.jsaffire.object.ClassObject;
import org.jsaffire.object.Errors;
import org.jsaffire.object.Instance;
import org.jsaffire.object.Invoker;
import org.jsaffire.object.NativeClass;
import org.jsaffire.object.Numerical;
import org.jsaffire.object.Str;
import org.jsaffire.object.TypeTag;
import org.jsaffire.object.Value;
import org.jsaffire.sapi.RawText;
import org.jsaffire.sapi.form.UploadedFile;
import org.jsaffire.stdlib.FileAccess;

/**
 * The class of uploaded files (modules.md 14). What the client does not move is lost at the end.
 */
final class UploadedFileClass {
  private static final ClassObject TYPE = build();

  private UploadedFileClass() {}

  static Value of(UploadedFile file) {
    return new Instance(TYPE, file);
  }

  static boolean isFile(Value value) {
    return value instanceof Instance instance && instance.payload() instanceof UploadedFile;
  }

  private static ClassObject build() {
    return NativeClass.named("uploadedFile")
        .qualifiedName("\\saffire\\web\\uploadedFile")
        .tag(TypeTag.USER)
        .asAbstract()
        .define(
            "string name()",
            "The name that the client gave the file, without directories.",
            (in, self) -> Str.of(file(self).name()))
        .define(
            "string type()",
            "The media type that the client gave the file.",
            (in, self) -> Str.of(file(self).type()))
        .define("numerical size()", "Bytes.", (in, self) -> Numerical.of(file(self).size()))
        .define("string contents()", "The content.", (in, self) -> contents(in, file(self)))
        .define(
            "self moveTo(string path)",
            "Stores the file under a path; one that is there already is replaced.",
            (in, self, path) -> {
              store(in, file(self), path.toString());
              return self;
            })
        .build();
  }

  private static UploadedFile file(Value self) {
    return (UploadedFile) ((Instance) self).payload();
  }

  private static Value contents(Invoker in, UploadedFile file) {
    in.charge(2 * file.size());
    try {
      return Str.of(RawText.decode(file.bytes()));
    } catch (IOException e) {
      throw Errors.io("Cannot read the uploaded file: " + e.getMessage());
    }
  }

  /** Nobody sees half a file: it is written beside its place and then renamed. */
  private static void store(Invoker in, UploadedFile file, String path) {
    Path target = FileAccess.resolve(in, path, "open file");
    Path beside = target.resolveSibling("." + UUID.randomUUID() + ".part");
    try {
      try (FileChannel channel =
          FileChannel.open(beside, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
        file.copyTo(channel);
      }
      Files.move(beside, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      deleteQuietly(beside);
      throw Errors.io("Cannot write to file '" + path + "'");
    }
  }

  private static void deleteQuietly(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      // The first failure is the one that the script hears of.
    }
  }
}
