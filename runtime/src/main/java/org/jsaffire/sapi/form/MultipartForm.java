package org.jsaffire.sapi.form;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jsaffire.sapi.RawText;

/** Collects fields and files of a form in the format {@code multipart/form-data} (RFC 7578). */
final class MultipartForm implements MultipartScanner.Events {
  /** Text fields of one form, altogether, in bytes. */
  static final int MAX_TEXT = 16 << 20;

  /** A part whose data is known by position. */
  private record Part(String field, String fileName, String type, long offset, long size) {
    boolean isFile() {
      return fileName != null;
    }

    /** A file input in which nothing was chosen. */
    boolean isEmptyChoice() {
      return isFile() && fileName.isEmpty() && size == 0;
    }
  }

  private final RequestLimits limits;
  private final MultipartScanner scanner;
  private final List<Part> parts = new ArrayList<>();
  private long textBytes;

  /** The part that is being read, its size not yet known; null between parts. */
  private Part current;

  MultipartForm(String boundary, RequestLimits limits) {
    this.limits = limits;
    this.scanner = new MultipartScanner(boundary, this);
  }

  /** The next bytes of the body. */
  void take(byte[] bytes, int offset, int length) throws RefusedRequestException {
    scanner.take(bytes, offset, length);
    checkSize(scanner.partSize());
  }

  /** The end of the body. */
  void end() throws RefusedRequestException {
    scanner.end();
  }

  @Override
  public void partStarts(byte[] headerBlock, long position) throws RefusedRequestException {
    if (parts.size() >= limits.maxFields()) {
      throw RefusedRequestException.malformed("more than " + limits.maxFields() + " fields");
    }
    Map<String, String> headers = headers(RawText.decode(headerBlock));
    HeaderParameters disposition =
        HeaderParameters.parse(headers.getOrDefault("content-disposition", ""));
    String field = disposition.parameters().get("name");
    if (!disposition.value().equals("form-data") || field == null) {
      throw RefusedRequestException.malformed("a part of the form has no name");
    }
    String name = unescape(field);
    FieldName.checkDepth(name);
    String fileName = disposition.parameters().get("filename");
    String type = headers.getOrDefault("content-type", "application/octet-stream");
    String cleanName = fileName == null ? null : FileNames.clean(unescape(fileName));
    current = new Part(name, cleanName, type, position, -1);
  }

  @Override
  public void partEnds(long position) throws RefusedRequestException {
    long size = position - current.offset();
    checkSize(size);
    if (!current.isFile()) {
      textBytes += size;
    }
    parts.add(
        new Part(current.field(), current.fileName(), current.type(), current.offset(), size));
    current = null;
  }

  private void checkSize(long size) throws RefusedRequestException {
    if (current == null) {
      return;
    }
    if (current.isFile() && size > limits.maxUpload()) {
      throw RefusedRequestException.tooLarge("the uploaded file", limits.maxUpload());
    }
    if (!current.isFile() && textBytes + size > MAX_TEXT) {
      throw RefusedRequestException.tooLarge("the text of the form", MAX_TEXT);
    }
  }

  /** Header lines by name in lower case, the first of each. */
  private static Map<String, String> headers(String block) {
    Map<String, String> headers = new LinkedHashMap<>();
    for (String line : block.split("\r\n", -1)) {
      int colon = line.indexOf(':');
      if (colon > 0) {
        headers.putIfAbsent(
            line.substring(0, colon).strip().toLowerCase(Locale.ROOT),
            line.substring(colon + 1).strip());
      }
    }
    return headers;
  }

  /** Browsers write quotes and line ends in names as {@code %22}, {@code %0D} and {@code %0A}. */
  private static String unescape(String name) {
    return name.replace("%22", "\"").replace("%0D", "\r").replace("%0A", "\n");
  }

  /** The text fields in order. */
  List<FormField> fields(BodySpool spool) throws IOException {
    List<FormField> fields = new ArrayList<>();
    for (Part part : parts) {
      if (!part.isFile()) {
        byte[] bytes = spool.bytes(part.offset(), (int) part.size());
        fields.add(new FormField(part.field(), RawText.decode(bytes)));
      }
    }
    return fields;
  }

  /** The files in order. */
  List<UploadedFile> files(BodySpool spool) {
    List<UploadedFile> files = new ArrayList<>();
    for (Part part : parts) {
      if (part.isFile() && !part.isEmptyChoice()) {
        files.add(
            new UploadedFile(
                part.field(), part.fileName(), part.type(), spool, part.offset(), part.size()));
      }
    }
    return files;
  }
}
