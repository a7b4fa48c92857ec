package org.jsaffire.stdlib;

import java.nio.file.OpenOption;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import org.jsaffire.object.Errors;

/** How a file is opened (modules.md 4). */
enum OpenMode {
  READ("r", true, false, StandardOpenOption.READ),
  READ_WRITE("r+", true, true, StandardOpenOption.READ, StandardOpenOption.WRITE),
  WRITE(
      "w",
      false,
      true,
      StandardOpenOption.WRITE,
      StandardOpenOption.CREATE,
      StandardOpenOption.TRUNCATE_EXISTING),
  WRITE_READ(
      "w+",
      true,
      true,
      StandardOpenOption.READ,
      StandardOpenOption.WRITE,
      StandardOpenOption.CREATE,
      StandardOpenOption.TRUNCATE_EXISTING),
  APPEND("a", false, true, StandardOpenOption.APPEND, StandardOpenOption.CREATE),
  APPEND_READ("a+", true, true, StandardOpenOption.APPEND, StandardOpenOption.CREATE),
  EXCLUSIVE("x", false, true, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW),
  EXCLUSIVE_READ(
      "x+",
      true,
      true,
      StandardOpenOption.READ,
      StandardOpenOption.WRITE,
      StandardOpenOption.CREATE_NEW);

  private final String text;
  private final boolean reads;
  private final boolean writes;

  /** Made by {@code Set.of}, of constants. */
  @SuppressWarnings("ImmutableEnumChecker")
  private final Set<OpenOption> options;

  OpenMode(String text, boolean reads, boolean writes, OpenOption... options) {
    this.text = text;
    this.reads = reads;
    this.writes = writes;
    this.options = Set.of(options);
  }

  /**
   * Reads a mode; a {@code b} behind the letter or at the end has no meaning.
   *
   * @throws org.jsaffire.object.ScriptException argumentException
   */
  static OpenMode of(String mode) {
    String plain =
        mode.length() > 1 ? mode.charAt(0) + mode.substring(1).replaceFirst("b", "") : mode;
    for (OpenMode candidate : values()) {
      if (candidate.text.equals(plain)) {
        return candidate;
      }
    }
    throw Errors.argument("Incorrect file mode '" + mode + "'");
  }

  boolean reads() {
    return reads;
  }

  boolean writes() {
    return writes;
  }

  /** Options of the channel; for {@link #APPEND_READ} of the one that writes. */
  Set<OpenOption> options() {
    return options;
  }

  /** Everything that is written goes to the end. */
  boolean appends() {
    return this == APPEND || this == APPEND_READ;
  }
}
