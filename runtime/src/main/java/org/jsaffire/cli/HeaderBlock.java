package org.jsaffire.cli;

import org.jsaffire.sapi.RawText;
import org.jsaffire.sapi.ResponseHead;
import org.jsaffire.sapi.StatusText;

/** The head of a reply as CGI has it (RFC 3875, 6.2 and 6.3). */
final class HeaderBlock {
  private HeaderBlock() {}

  /**
   * The block with the empty line that ends it.
   *
   * @param length of the body; negative when unknown. Given only where the script gave none and the
   *     status allows a body
   */
  static byte[] of(ResponseHead head, long length) {
    StringBuilder block = new StringBuilder(256);
    int status = head.status();
    String reason = head.reason().isEmpty() ? StatusText.of(status) : head.reason();
    block.append("Status: ").append(status).append(' ').append(reason).append("\r\n");
    for (int i = 0; i < head.headerCount(); i++) {
      block.append(head.headerName(i)).append(": ").append(head.headerValue(i)).append("\r\n");
    }
    if (length >= 0 && head.hasBody() && head.header("Content-Length") == null) {
      block.append("Content-Length: ").append(length).append("\r\n");
    }
    return RawText.encode(block.append("\r\n"));
  }
}
