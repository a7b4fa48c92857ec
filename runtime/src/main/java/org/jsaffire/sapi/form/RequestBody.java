package org.jsaffire.sapi.form;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jsaffire.sapi.RequestContext;

/**
 * What the client of one request sent: fields of the query string, and the body. Forms are read as
 * a whole before the script runs, and held to limits; other bodies are left for the script to read.
 * Lives as long as the run; used by its thread alone.
 */
public final class RequestBody implements AutoCloseable {
  private static final String URL_ENCODED = "application/x-www-form-urlencoded";
  private static final String MULTIPART = "multipart/form-data";
  private static final int PIECE = 16 * 1024;

  private final RequestContext request;
  private final RequestLimits limits;
  private List<FormField> query = List.of();
  private List<FormField> fields = List.of();
  private List<UploadedFile> files = List.of();

  /** The body of a form; null for others. */
  private BodySpool spool;

  /** The length was announced, so that the server sees to it. */
  private boolean hasLength;

  private InputStream stream;
  private byte[] bytes;

  private RequestBody(RequestContext request, RequestLimits limits) {
    this.request = request;
    this.limits = limits;
  }

  /** Nothing: outside a request. */
  RequestBody() {
    this(null, RequestLimits.DEFAULT);
  }

  /**
   * Checks what a request carries and reads its form, if it has one.
   *
   * @param directory for bodies that do not fit into memory
   * @throws RefusedRequestException it is malformed or over a limit
   * @throws IOException the body cannot be stored
   */
  public static RequestBody receive(RequestContext request, RequestLimits limits, Path directory)
      throws RefusedRequestException, IOException {
    RequestBody body = new RequestBody(request, limits);
    try {
      body.receive(directory);
      return body;
    } catch (RefusedRequestException | IOException | RuntimeException e) {
      body.close();
      throw e;
    }
  }

  private void receive(Path directory) throws RefusedRequestException, IOException {
    Map<String, String> environment = request.environment();
    query = FormFields.parse(environment.get("QUERY_STRING"), limits.maxFields());
    long length = length(environment.getOrDefault("CONTENT_LENGTH", ""));
    hasLength = length >= 0;
    if (length > limits.maxBody()) {
      throw tooLarge();
    }
    HeaderParameters type = HeaderParameters.parse(environment.getOrDefault("CONTENT_TYPE", ""));
    boolean mayHaveForm =
        length != 0
            && hasFormMethod(environment.get("REQUEST_METHOD"))
            && !"AUTHORIZER".equals(environment.get("FCGI_ROLE"));
    if (mayHaveForm && type.value().equals(URL_ENCODED)) {
      receiveFields(directory);
    } else if (mayHaveForm && type.value().equals(MULTIPART)) {
      receiveParts(directory, type.parameters().getOrDefault("boundary", ""));
    }
  }

  /** The announced length, -1 for none. */
  private static long length(String text) throws RefusedRequestException {
    if (text.isEmpty()) {
      return -1;
    }
    if (!text.matches("[0-9]{1,18}")) {
      throw RefusedRequestException.malformed("invalid content length");
    }
    return Long.parseLong(text);
  }

  private static boolean hasFormMethod(String method) {
    return method != null && !method.equals("GET") && !method.equals("HEAD");
  }

  private void receiveFields(Path directory) throws RefusedRequestException, IOException {
    spool = new BodySpool(directory);
    read((piece, n) -> checkText(spool.size()));
    fields = FormFields.parse(spool.bytes(0, (int) spool.size()), limits.maxFields());
  }

  private static void checkText(long size) throws RefusedRequestException {
    if (size > MultipartForm.MAX_TEXT) {
      throw RefusedRequestException.tooLarge("the text of the form", MultipartForm.MAX_TEXT);
    }
  }

  private void receiveParts(Path directory, String boundary)
      throws RefusedRequestException, IOException {
    // RFC 2046 allows 70 characters; what is not ASCII could not be compared byte by byte.
    boolean fits =
        !boundary.isEmpty()
            && boundary.length() <= 200
            && StandardCharsets.US_ASCII.newEncoder().canEncode(boundary);
    if (!fits) {
      throw RefusedRequestException.malformed("multipart body without a valid boundary");
    }
    MultipartForm form = new MultipartForm(boundary, limits);
    spool = new BodySpool(directory);
    read((piece, n) -> form.take(piece, 0, n));
    form.end();
    fields = form.fields(spool);
    files = form.files(spool);
  }

  /** Looks at each piece of the body when it has been stored. */
  private interface PieceReader {
    void take(byte[] piece, int length) throws RefusedRequestException;
  }

  private void read(PieceReader reader) throws RefusedRequestException, IOException {
    byte[] piece = new byte[PIECE];
    for (int n = readPiece(piece); n >= 0; n = readPiece(piece)) {
      if (spool.size() + n > limits.maxBody()) {
        throw tooLarge();
      }
      spool.append(piece, 0, n);
      reader.take(piece, n);
    }
  }

  private int readPiece(byte[] piece) throws RefusedRequestException {
    try {
      return request.stdin().read(piece);
    } catch (IOException e) {
      throw RefusedRequestException.malformed("the request body ended early");
    }
  }

  private RefusedRequestException tooLarge() {
    return RefusedRequestException.tooLarge("the request body", limits.maxBody());
  }

  /** The fields of the query string in order, names as sent. */
  public List<FormField> query() {
    return query;
  }

  /** The fields of the form in order, files left out. */
  public List<FormField> fields() {
    return fields;
  }

  /** The files of the form in order. */
  public List<UploadedFile> files() {
    return files;
  }

  /** The body to be read once by the script: that of a form from its start again. */
  public InputStream stream() {
    if (stream == null) {
      InputStream stdin = request.stdin();
      if (spool != null) {
        stream = new ReplayedStream(spool.stream(), stdin);
      } else {
        stream = hasLength ? stdin : new LimitedStream(stdin, limits.maxBody());
      }
    }
    return stream;
  }

  /** The script has read all that was stored of the body. */
  public boolean isReplayed() {
    return spool == null || (stream instanceof ReplayedStream replayed && replayed.isReplayed());
  }

  /**
   * The body as a whole: that of a form always; another one if the script has not read it, else
   * what is left of it.
   *
   * @throws IOException it ends early, is over the limit, or is too large for an array
   */
  public byte[] bytes() throws IOException {
    if (bytes == null) {
      bytes = request == null ? new byte[0] : readAll();
    }
    return bytes;
  }

  private byte[] readAll() throws IOException {
    if (spool == null) {
      ByteArrayOutputStream all = new ByteArrayOutputStream();
      stream().transferTo(all);
      return all.toByteArray();
    }
    if (spool.size() > Integer.MAX_VALUE - 8) {
      throw new IOException("the request body is too large for memory");
    }
    return spool.bytes(0, (int) spool.size());
  }

  @Override
  public void close() throws IOException {
    if (spool != null) {
      spool.close();
    }
  }
}
