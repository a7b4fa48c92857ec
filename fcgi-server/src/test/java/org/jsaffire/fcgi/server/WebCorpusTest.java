package org.jsaffire.fcgi.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jsaffire.engine.Engine;
import org.jsaffire.engine.EngineOptions;
import org.jsaffire.golden.WebCorpus;
import org.jsaffire.golden.WebMessage;
import org.jsaffire.golden.WebServer;
import org.jsaffire.sapi.CgiNames;
import org.jsaffire.sapi.RawText;
import org.jsaffire.sapi.WebPath;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The shared web scripts, each request and reply on the wire. */
class WebCorpusTest {
  private static FastCgiServer server;

  @BeforeAll
  static void start() throws IOException {
    server = ScriptServers.start(new Engine(EngineOptions.defaults().withDisplayErrors(true)));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @TestFactory
  Stream<DynamicTest> overTcp() {
    return WebCorpus.tests((uri, request) -> send(false, uri, request));
  }

  @TestFactory
  Stream<DynamicTest> overUnix() {
    return WebCorpus.tests((uri, request) -> send(true, uri, request));
  }

  private static WebServer.Reply send(boolean unix, String uri, WebMessage request)
      throws IOException {
    try (Wire wire = new Wire(unix, Wire.Division.WHOLE, 0)) {
      RawClient client = wire.connect(server);
      client.begin(1, 1, 0).params(1, params(uri, request));
      byte[] body = request.bytes();
      for (int from = 0; from < body.length; from += 60_000) {
        int to = Math.min(body.length, from + 60_000);
        client.stdin(1, new String(body, from, to - from, StandardCharsets.ISO_8859_1));
      }
      return parse(client.endStdin(1).send().reply(1));
    }
  }

  private static WebServer.Reply parse(RawClient.Reply reply) {
    List<WebMessage.Header> headers = new ArrayList<>();
    int status = 0;
    for (String line : reply.head().split("\r\n", -1)) {
      int colon = line.indexOf(": ");
      if (line.startsWith("Status: ")) {
        status = Integer.parseInt(line.substring(8, 11));
      } else if (colon > 0) {
        headers.add(new WebMessage.Header(line.substring(0, colon), line.substring(colon + 2)));
      }
    }
    byte[] body = RawClient.latin1(reply.body());
    return new WebServer.Reply(status, headers, RawText.decode(body));
  }

  private static String[] params(String uri, WebMessage request) {
    Map<String, String> params = new LinkedHashMap<>();
    int question = uri.indexOf('?');
    Path root = WebCorpus.directory();
    WebPath path =
        WebPath.of(
            question < 0 ? uri : uri.substring(0, question),
            name -> root.resolve(name.substring(1)));
    params.put("SCRIPT_FILENAME", root + path.script());
    params.put("DOCUMENT_ROOT", root.toString());
    params.put("SCRIPT_NAME", path.script());
    params.put("PATH_INFO", path.pathInfo());
    params.put("QUERY_STRING", question < 0 ? "" : uri.substring(question + 1));
    params.put("REQUEST_METHOD", request.method());
    params.put("REQUEST_URI", uri);
    params.put("SERVER_NAME", "localhost");
    params.put("SERVER_PORT", "80");
    params.put("SERVER_PROTOCOL", "HTTP/1.1");
    params.put("REMOTE_ADDR", "127.0.0.1");
    String length = request.header("Content-Length");
    int size = request.bytes().length;
    params.put("CONTENT_LENGTH", length != null ? length : size > 0 ? "" + size : "");
    String type = request.header("Content-Type");
    params.put("CONTENT_TYPE", type == null ? "" : type);
    request.headers().forEach(h -> CgiNames.addHeader(params, h.name(), h.value()));
    List<String> flat = new ArrayList<>();
    params.forEach((name, value) -> flat.addAll(List.of(name, ScriptServers.raw(value))));
    return flat.toArray(new String[0]);
  }
}
