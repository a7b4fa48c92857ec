package org.jsaffire.fcgi.request;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;
import org.jsaffire.sapi.RawText;
import org.jsaffire.sapi.ResponseHead;
import org.jsaffire.sapi.StatusText;

/** Writes status and headers of a reply as a CGI header block (FastCGI 1.0, 6.1). */
public final class CgiHead {
  /** Headers that belong to the web server's own connection, or that it makes itself. */
  private static final Set<String> DROPPED = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);

  static {
    DROPPED.addAll(
        Set.of(
            "Status",
            "Connection",
            "Keep-Alive",
            "Proxy-Connection",
            "Transfer-Encoding",
            "TE",
            "Trailer",
            "Upgrade",
            "Server",
            "Date"));
  }

  private CgiHead() {}

  /**
   * The block with its empty line, as bytes.
   *
   * @param contentLength of the whole body, or -1 when it is not known or must not be told
   */
  public static ByteBuffer encode(ResponseHead head, long contentLength) {
    StringBuilder text = new StringBuilder(128);
    String reason = head.reason().isEmpty() ? StatusText.of(head.status()) : head.reason();
    text.append("Status: ").append(head.status());
    if (!reason.isEmpty()) {
      text.append(' ').append(reason);
    }
    text.append("\r\n");
    boolean hasLength = false;
    for (int i = 0; i < head.headerCount(); i++) {
      String name = head.headerName(i);
      if (!DROPPED.contains(name)) {
        text.append(name).append(": ").append(head.headerValue(i)).append("\r\n");
        hasLength |= name.equalsIgnoreCase("Content-Length");
      }
    }
    if (contentLength >= 0 && !hasLength) {
      text.append("Content-Length: ").append(contentLength).append("\r\n");
    }
    text.append("\r\n");
    return ByteBuffer.wrap(RawText.encode(text));
  }

  /** A complete small reply, for refusals. */
  static ByteBuffer page(int status, String more) {
    String reason = StatusText.of(status);
    String body = status + " " + reason + "\n";
    String text =
        "Status: "
            + status
            + " "
            + reason
            + "\r\nContent-Type: text/plain; charset=UTF-8\r\nContent-Length: "
            + body.length()
            + "\r\n"
            + more
            + "\r\n"
            + body;
    return ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
  }
}
