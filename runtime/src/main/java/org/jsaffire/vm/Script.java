package org.jsaffire.vm;

import java.util.List;
import org.jsaffire.bytecode.FileCode;

/** A compiled file, linked for execution. Shared by all runs. */
public final class Script {
  private final FileCode file;
  private final Code main;

  public Script(FileCode file) {
    this.file = file;
    this.main = new Code(file.main());
  }

  /** The absolute path of the source. */
  public String path() {
    return file.file();
  }

  public String namespace() {
    return file.namespace();
  }

  /** Names of the globals by slot. */
  public List<String> globals() {
    return file.globals();
  }

  Code main() {
    return main;
  }

  public FileCode code() {
    return file;
  }
}
