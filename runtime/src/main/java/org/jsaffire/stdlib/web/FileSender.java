package org.jsaffire.stdlib.web;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jsaffire.object.Errors;
import org.jsaffire.object.Exceptions;
import org.jsaffire.object.Invoker;
import org.jsaffire.sapi.RequestContext;
import org.jsaffire.sapi.ResponseHead;
import org.jsaffire.sapi.ScriptOutput;
import org.jsaffire.stdlib.FileAccess;

/** {@code response.sendFile} (modules.md 14): a file of any size in constant memory. */
final class FileSender {
  private static final int PIECE = 64 * 1024;

  private FileSender() {}

  /**
   * Sends a file.
   *
   * @param downloadName what the client shall store it as; null to show it
   */
  static void send(Invoker in, String path, String downloadName) {
    RequestContext request = in.service(RequestContext.class);
    Path file = FileAccess.resolve(in, path, "open file");
    try (InputStream bytes = open(file)) {
      long size = Files.size(file);
      if (request.sapi().isWeb()) {
        ResponseHead head = ResponseClass.openHead(in);
        describe(head, file, size, downloadName, request.stdout().count() == 0);
      }
      if (!"HEAD".equals(request.environment().get("REQUEST_METHOD"))) {
        copy(in, bytes, request.stdout(), size);
      }
    } catch (NoSuchFileException e) {
      throw Errors.of(Exceptions.FILE_NOT_FOUND, "Cannot open file '" + path + "'");
    } catch (IOException e) {
      throw Errors.of(Exceptions.FILE, "Cannot open file '" + path + "'");
    }
  }

  private static InputStream open(Path file) throws IOException {
    if (Files.isDirectory(file)) {
      throw new IOException("a directory");
    }
    return Files.newInputStream(file);
  }

  /** Sets what the script has not set already. */
  private static void describe(
      ResponseHead head, Path file, long size, String downloadName, boolean isWhole) {
    String name = downloadName == null ? file.getFileName().toString() : downloadName;
    String type = head.header("Content-Type");
    if (type == null || type.equals(ResponseClass.DEFAULT_TYPE)) {
      head.setHeader("Content-Type", MediaTypes.of(name), true);
    }
    if (isWhole) {
      head.setHeader("Content-Length", Long.toString(size), true);
    }
    if (downloadName != null) {
      head.setHeader("Content-Disposition", disposition(downloadName), true);
    }
    if (head.header("X-Content-Type-Options") == null) {
      head.setHeader("X-Content-Type-Options", "nosniff", true);
    }
  }

  /** The name twice: in ASCII for old clients, and in full (RFC 6266, 5). */
  static String disposition(String name) {
    StringBuilder plain = new StringBuilder(name.length());
    StringBuilder full = new StringBuilder(name.length());
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean safe = c >= ' ' && c < 0x7f && c != '"' && c != '\\' && c != '/' && c != '%';
      plain.append(safe ? c : '_');
    }
    for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xff);
      if ((c >= 'a' && c <= 'z')
          || (c >= 'A' && c <= 'Z')
          || (c >= '0' && c <= '9')
          || c == '-'
          || c == '.'
          || c == '_') {
        full.append(c);
      } else {
        full.append('%').append(Character.toUpperCase(Character.forDigit(c >> 4, 16)));
        full.append(Character.toUpperCase(Character.forDigit(c & 15, 16)));
      }
    }
    String header = "attachment; filename=\"" + plain + "\"";
    return plain.toString().equals(name) ? header : header + "; filename*=UTF-8''" + full;
  }

  /** Copies at most the announced number of bytes: the file may grow meanwhile. */
  private static void copy(Invoker in, InputStream bytes, ScriptOutput out, long size)
      throws IOException {
    byte[] piece = new byte[PIECE];
    long left = size;
    while (left > 0 && out.failure() == null) {
      int n = bytes.read(piece, 0, (int) Math.min(piece.length, left));
      if (n < 0) {
        return;
      }
      out.write(piece, 0, n);
      left -= n;
      in.checkpoint();
    }
  }
}
