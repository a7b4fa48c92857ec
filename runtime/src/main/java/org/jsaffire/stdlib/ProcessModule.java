package org.jsaffire.stdlib;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsaffire.object.ClassObject;
import org.jsaffire.object.Conversions;
import org.jsaffire.object.Errors;
import org.jsaffire.object.Exceptions;
import org.jsaffire.object.HashObject;
import org.jsaffire.object.Invoker;
import org.jsaffire.object.ListObject;
import org.jsaffire.object.NativeClass;
import org.jsaffire.object.Numerical;
import org.jsaffire.object.RawBytes;
import org.jsaffire.object.TypeTag;
import org.jsaffire.object.Value;
import org.jsaffire.sapi.Host;

/** Module {@code process} (modules.md 13). */
final class ProcessModule {
  private static final Pattern SYSTEM_WORDS =
      Pattern.compile("error(?:=|: )\\d+(?:, | \\()([^)]+)\\)? *$");

  private ProcessModule() {}

  static ClassObject build() {
    return NativeClass.named("process")
        .qualifiedName("\\saffire\\process")
        .asAbstract()
        .define(
            "static hash run(list command, hash|null options = null)",
            "Runs a program to its end; options: stdin, cwd, env, timeout.",
            (in, self, command, options) -> run(in, (ListObject) command, options))
        .build();
  }

  private static Value run(Invoker in, ListObject command, Value given) {
    List<String> words = words(in, command);
    Options options = new Options(in, given, "stdin", "cwd", "env", "timeout");
    String input = options.text("stdin", "");
    Value timeout = options.get("timeout", TypeTag.NUMERICAL, TypeTag.DOUBLE);
    ProcessBuilder builder = new ProcessBuilder(words);
    prepare(in, builder, options);
    Process process = start(builder, words.get(0));
    ProcessPipes pipes = new ProcessPipes(process, RawBytes.encode(input));
    long nanos = timeout == null ? Long.MAX_VALUE : OsProcess.nanos(timeout);
    if (!pipes.await(in, nanos)) {
      throw Errors.io("Process timed out after " + timeout + " seconds");
    }
    HashObject result = new HashObject();
    result.put(in, "code", Numerical.of(process.exitValue()));
    result.put(in, "stdout", pipes.stdout());
    result.put(in, "stderr", pipes.stderr());
    return result;
  }

  private static List<String> words(Invoker in, ListObject command) {
    if (command.size() == 0) {
      throw Errors.argument("Command cannot be empty");
    }
    List<String> words = new ArrayList<>();
    for (Value word : command.toArray()) {
      words.add(Conversions.requireText(in, word).toString());
    }
    return words;
  }

  private static void prepare(Invoker in, ProcessBuilder builder, Options options) {
    String directory = options.text("cwd", null);
    builder.directory(
        directory == null
            ? in.service(FileAccess.class).currentDirectory().toFile()
            : FileAccess.resolve(in, directory, "run in").toFile());
    Map<String, String> environment = builder.environment();
    environment.clear();
    Value given = options.get("env", TypeTag.HASH);
    if (given == null) {
      environment.putAll(in.service(Host.class).environment());
      return;
    }
    HashObject variables = (HashObject) given;
    for (Value name : variables.keys()) {
      String key = Conversions.requireText(in, name).toString();
      String value = Conversions.requireText(in, variables.get(in, name)).toString();
      if (key.isEmpty() || key.indexOf('=') >= 0 || (key + value).indexOf('\0') >= 0) {
        throw Errors.argument("Invalid environment variable '" + key + "'");
      }
      environment.put(key, value);
    }
  }

  private static Process start(ProcessBuilder builder, String program) {
    try {
      return builder.start();
    } catch (IOException e) {
      throw Errors.of(
          Exceptions.FILE_NOT_FOUND, "Cannot run '" + program + "': " + reason(e.getMessage()));
    }
  }

  /**
   * The system's words at the end of Java's: {@code ... error=2, No such file or directory}, or
   * from JDK 25 on {@code ... error: 2 (No such file or directory)}.
   */
  private static String reason(String message) {
    Matcher words = message == null ? null : SYSTEM_WORDS.matcher(message);
    String reason = words != null && words.find() ? words.group(1) : message;
    return IoErrors.reason(new FileSystemException("", null, reason));
  }
}
