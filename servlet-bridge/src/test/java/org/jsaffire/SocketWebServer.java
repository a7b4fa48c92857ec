package org.jsaffire;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jsaffire.golden.WebMessage;
import org.jsaffire.golden.WebServer;
import org.jsaffire.sapi.RawText;

/** Sends the requests of the web corpus over a socket, byte by byte as they are written there. */
final class SocketWebServer implements WebServer {
  private final URI server;

  SocketWebServer(URI server) {
    this.server = server;
  }

  @Override
  public Reply send(String uri, WebMessage request) throws IOException {
    StringBuilder head = new StringBuilder();
    head.append(request.method()).append(' ').append(uri).append(" HTTP/1.1\r\n");
    for (WebMessage.Header header : request.headers()) {
      head.append(header.name()).append(": ").append(header.value()).append("\r\n");
    }
    if (request.header("Host") == null) {
      head.append("Host: localhost\r\n");
    }
    byte[] body = request.bytes();
    if (request.header("Content-Length") == null && body.length > 0) {
      head.append("Content-Length: ").append(body.length).append("\r\n");
    }
    head.append("Connection: close\r\n\r\n");
    try (Socket socket = new Socket(server.getHost(), server.getPort())) {
      socket.getOutputStream().write(RawText.encode(head));
      socket.getOutputStream().write(body);
      return parse(socket.getInputStream().readAllBytes());
    }
  }

  private static Reply parse(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    int gap = text.indexOf("\r\n\r\n");
    List<String> lines = List.of(text.substring(0, gap).split("\r\n", -1));
    List<WebMessage.Header> headers = new ArrayList<>();
    boolean chunked = false;
    for (String line : lines.subList(1, lines.size())) {
      int colon = line.indexOf(':');
      headers.add(header(line.substring(0, colon), line.substring(colon + 1).strip()));
      chunked |= line.equalsIgnoreCase("Transfer-Encoding: chunked");
    }
    String body = text.substring(gap + 4);
    String whole = chunked ? withoutChunks(body) : body;
    return new Reply(
        Integer.parseInt(lines.get(0).substring(9, 12)),
        headers,
        RawText.decode(whole.getBytes(StandardCharsets.ISO_8859_1)));
  }

  /** Servlet containers take the character set apart and write it in their own way. */
  private static WebMessage.Header header(String name, String value) {
    boolean type = name.equalsIgnoreCase("Content-Type");
    return new WebMessage.Header(
        name, type ? value.replaceFirst("(?i); ?charset=utf-8", "; charset=UTF-8") : value);
  }

  private static String withoutChunks(String body) {
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    int at = 0;
    while (true) {
      int end = body.indexOf("\r\n", at);
      int size = Integer.parseInt(body.substring(at, end), 16);
      if (size == 0) {
        return whole.toString(StandardCharsets.ISO_8859_1);
      }
      whole.writeBytes(
          body.substring(end + 2, end + 2 + size).getBytes(StandardCharsets.ISO_8859_1));
      at = end + 2 + size + 2;
    }
  }
}
