package org.jsaffire.golden;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jsaffire.sapi.RawText;

/**
 * A request or a reply as text: a first line, header lines, an empty line, the body. The body
 * of a request has no line feed at its end; that of a reply has one, unless it is empty.
 *
 * <p>The first line of a request is {@code METHOD TARGET}, its target relative to the directory of
 * the script: {@code GET form.sf/info?a=1}. That of a reply is the status code. Several messages in
 * a file are separated by lines {@code ----}; cookies that one reply sets go with the following
 * requests.
 *
 * <p>Header lines that begin with {@code @} are directions to the runner: {@code @crlf} ends the
 * lines of the body in CR LF; {@code @latin1} writes each of its characters as one byte; {@code @noeol}
 * takes the last line feed of a reply's body away; {@code
 * @contains TEXT} in a reply wants TEXT in the body, whatever else stands there; {@code @exact}
 * allows no header besides those listed where the server adds none itself. The value of a reply's
 * header may be {@code ~REGEX}; {@code !} wants the header to be absent.
 *
 * @param first the first line
 * @param headers as written, directions left out
 * @param directions without their {@code @}
 * @param body its bytes as {@link RawText} keeps them
 */
public record WebMessage(String first, List<Header> headers, List<String> directions, String body) {
  private static final String SEPARATOR = "\n----\n";

  /** A header. */
  public record Header(String name, String value) {}

  /** The messages of a file. */
  static List<WebMessage> parseAll(String file, boolean isReply) {
    String text = file.endsWith("\n") ? file.substring(0, file.length() - 1) : file;
    List<WebMessage> messages = new ArrayList<>();
    for (String part : text.split(SEPARATOR, -1)) {
      messages.add(parse(part, isReply));
    }
    return messages;
  }

  private static WebMessage parse(String text, boolean isReply) {
    int gap = text.indexOf("\n\n");
    String head = gap < 0 ? text : text.substring(0, gap);
    String body = gap < 0 ? "" : text.substring(gap + 2);
    String[] lines = head.split("\n", -1);
    List<Header> headers = new ArrayList<>();
    List<String> directions = new ArrayList<>();
    for (int i = 1; i < lines.length; i++) {
      int colon = lines[i].indexOf(':');
      if (lines[i].startsWith("@")) {
        directions.add(lines[i].substring(1));
      } else if (colon > 0) {
        headers.add(
            new Header(lines[i].substring(0, colon), lines[i].substring(colon + 1).strip()));
      } else if (!lines[i].isEmpty()) {
        throw new IllegalArgumentException("no header: " + lines[i]);
      }
    }
    boolean endsLine = isReply && !body.isEmpty() && !directions.contains("noeol");
    byte[] bytes = bytes(endsLine ? body + "\n" : body, directions);
    return new WebMessage(lines[0], headers, directions, RawText.decode(bytes));
  }

  private static byte[] bytes(String body, List<String> directions) {
    String text = directions.contains("crlf") ? body.replace("\n", "\r\n") : body;
    return text.getBytes(directions.contains("latin1") ? StandardCharsets.ISO_8859_1 : UTF_8);
  }

  /** The body to be sent. */
  public byte[] bytes() {
    return RawText.encode(body);
  }

  /** The value of the first header of that name, or null. */
  public String header(String name) {
    for (Header header : headers) {
      if (header.name().equalsIgnoreCase(name)) {
        return header.value();
      }
    }
    return null;
  }

  /** The method of a request. */
  public String method() {
    return first.substring(0, first.indexOf(' '));
  }

  /** The target of a request, relative to the directory of the script. */
  public String target() {
    return first.substring(first.indexOf(' ') + 1);
  }
}
