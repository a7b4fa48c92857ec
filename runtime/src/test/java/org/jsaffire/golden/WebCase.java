package org.jsaffire.golden;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A web script with requests and the replies that they must get. */
public final class WebCase {
  private final GoldenScript script;
  private final Map<String, String> cookies = new LinkedHashMap<>();

  WebCase(GoldenScript script) {
    this.script = script;
  }

  /** Sends all requests in order and checks each reply. */
  void run(WebServer server) throws Exception {
    List<WebMessage> requests = WebMessage.parseAll(script.beside(".request"), false);
    List<WebMessage> replies = WebMessage.parseAll(script.beside(".reply"), true);
    assertEquals(requests.size(), replies.size(), "requests and replies of " + script);
    for (int i = 0; i < requests.size(); i++) {
      WebMessage request = withCookies(requests.get(i));
      WebServer.Reply reply = server.send(uri(request), request);
      keepCookies(reply);
      String label = script + ", request " + (i + 1) + ": ";
      check(label, replies.get(i), reply, server.isBare());
    }
  }

  private String uri(WebMessage request) {
    String name = script.name().replace('\\', '/');
    return "/" + name.substring(0, name.lastIndexOf('/') + 1) + request.target();
  }

  private WebMessage withCookies(WebMessage request) {
    if (cookies.isEmpty() || request.header("Cookie") != null) {
      return request;
    }
    List<String> pairs = new ArrayList<>();
    cookies.forEach((name, value) -> pairs.add(name + "=" + value));
    List<WebMessage.Header> headers = new ArrayList<>(request.headers());
    headers.add(new WebMessage.Header("Cookie", String.join("; ", pairs)));
    return new WebMessage(request.first(), headers, request.directions(), request.body());
  }

  private void keepCookies(WebServer.Reply reply) {
    for (WebMessage.Header header : reply.headers()) {
      if (header.name().equalsIgnoreCase("Set-Cookie")) {
        String pair = header.value().split(";", 2)[0];
        int equals = pair.indexOf('=');
        cookies.put(pair.substring(0, equals), pair.substring(equals + 1));
      }
    }
  }

  private static void check(String label, WebMessage wanted, WebServer.Reply got, boolean bare) {
    String body = got.body();
    assertEquals(
        wanted.first(), Integer.toString(got.status()), () -> label + "status of\n" + body);
    for (WebMessage.Header header : wanted.headers()) {
      checkHeader(label, header, got);
    }
    if (bare && wanted.directions().contains("exact")) {
      assertEquals(names(wanted.headers()), names(got.headers()), label + "headers");
    }
    boolean wantsParts = false;
    for (String direction : wanted.directions()) {
      if (direction.startsWith("contains ")) {
        wantsParts = true;
        String part = direction.substring(9);
        assertTrue(body.contains(part), () -> label + "wanted '" + part + "' in\n" + body);
      }
    }
    if (!wantsParts) {
      assertEquals(wanted.body(), body, label + "body");
    }
  }

  private static void checkHeader(String label, WebMessage.Header wanted, WebServer.Reply got) {
    List<String> values = new ArrayList<>();
    for (WebMessage.Header header : got.headers()) {
      if (header.name().equalsIgnoreCase(wanted.name())) {
        values.add(header.value());
      }
    }
    boolean fits =
        wanted.value().equals("!")
            ? values.isEmpty()
            : wanted.value().startsWith("~")
                ? values.stream().anyMatch(value -> value.matches(wanted.value().substring(1)))
                : values.contains(wanted.value());
    assertTrue(fits, () -> label + "wanted " + wanted + ", got " + values);
  }

  private static List<String> names(List<WebMessage.Header> headers) {
    return headers.stream().map(header -> header.name().toLowerCase(Locale.ROOT)).toList();
  }
}
