package org.jsaffire.stdlib;

import java.io.IOException;
import java.nio.channels.FileLock;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jsaffire.object.Errors;
import org.jsaffire.object.Exceptions;
import org.jsaffire.object.Instance;
import org.jsaffire.object.Invoker;
import org.jsaffire.object.NullValue;
import org.jsaffire.object.RawBytes;
import org.jsaffire.object.Str;
import org.jsaffire.object.Value;

/** What an object of the class {@code file} stands for: a stream, open or closed. */
final class FileHandle {
  private final String path;
  private final FileStream stream;
  private OpenFiles.Ticket ticket;
  private boolean isOpen = true;

  /** Held lock, or null. */
  private FileLock lock;

  /** What {@code stat()} tells, once it was asked for; or null. */
  private FileStat stat;

  /** The line that iteration stands on, or null before it is read. */
  private Value line;

  private int lineNumber;

  private FileHandle(String path, FileStream stream) {
    this.path = path;
    this.stream = stream;
  }

  /**
   * Opens a file.
   *
   * @throws org.jsaffire.object.ScriptException argumentException for the mode, fileException,
   *     fileNotFoundException, or ioException when too many files are open
   */
  static FileHandle open(Invoker in, String path, String modeText) {
    OpenMode mode = OpenMode.of(modeText);
    OpenFiles files = in.service(OpenFiles.class);
    files.reserve();
    try {
      Path file = in.service(FileAccess.class).follow(path);
      if (Files.isDirectory(file)) {
        throw new FileSystemException(path, null, "is a directory");
      }
      FileStream stream = FileStream.open(file, mode);
      FileHandle handle = new FileHandle(path, stream);
      handle.ticket = files.add(handle, stream.resource());
      return handle;
    } catch (FileAccess.OutsideException e) {
      throw IoErrors.file("Cannot open file '" + path + "'", e);
    } catch (IOException e) {
      throw IoErrors.plainFile("Cannot open file '" + path + "'", e);
    }
  }

  static FileHandle of(Value self) {
    if (((Instance) self).payload() instanceof FileHandle handle) {
      return handle;
    }
    throw Errors.of(Exceptions.FILE, "File '' is not open");
  }

  String path() {
    return path;
  }

  boolean isOpen() {
    return isOpen;
  }

  int number() {
    return ticket.number();
  }

  /** The stream, for bookkeeping that a closed file has too. */
  FileStream stream() {
    return stream;
  }

  /**
   * The stream of an open file.
   *
   * @throws org.jsaffire.object.ScriptException fileException
   */
  FileStream open() {
    if (!isOpen) {
      throw Errors.of(Exceptions.FILE, "File '" + path + "' is not open");
    }
    return stream;
  }

  /** The stream of a file that is open for reading. */
  FileStream readable() {
    if (!open().mode().reads()) {
      throw cannotRead();
    }
    return stream;
  }

  RuntimeException cannotRead() {
    return Errors.of(Exceptions.FILE, "Cannot read from file '" + path + "'");
  }

  RuntimeException cannotWrite() {
    return Errors.io("Cannot write to file '" + path + "'");
  }

  void close() {
    if (isOpen) {
      isOpen = false;
      lock = null;
      try {
        ticket.close();
      } catch (IOException e) {
        throw cannotWrite();
      }
    }
  }

  /** A line, or null at the end. */
  Value gets(Invoker in, boolean keep) {
    ByteCollector bytes = new ByteCollector(in);
    try {
      readable().readLine(bytes);
    } catch (IOException e) {
      throw cannotRead();
    }
    if (bytes.size() == 0) {
      return NullValue.NULL;
    }
    if (!keep) {
      bytes.cutLineEnd();
    }
    return bytes.toStr();
  }

  /** Makes the next line the first of an iteration. */
  void startLines() {
    line = null;
    lineNumber = 0;
  }

  /** The line that iteration stands on, or null at the end. */
  Value line(Invoker in) {
    if (line == null) {
      line = gets(in, false);
    }
    return line;
  }

  int lineNumber() {
    return lineNumber;
  }

  /** Steps to the next line, which is not read yet. */
  void nextLine(Invoker in) {
    if (line(in) != NullValue.NULL) {
      line = null;
      lineNumber++;
    }
  }

  long write(Str text) {
    if (!open().mode().writes()) {
      throw cannotWrite();
    }
    byte[] bytes = RawBytes.encode(text.toString());
    try {
      stream.write(bytes);
    } catch (IOException e) {
      throw cannotWrite();
    }
    return bytes.length;
  }

  FileStat stat() throws IOException {
    if (stat == null) {
      stat = FileStat.of(stream.file());
    }
    return stat;
  }

  FileLock lock() {
    return lock;
  }

  void setLock(FileLock newLock) {
    this.lock = newLock;
  }
}
