package org.jsaffire.golden;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jsaffire.config.WebSettings;
import org.jsaffire.engine.Engine;
import org.jsaffire.engine.EngineOptions;
import org.jsaffire.sapi.CgiNames;
import org.jsaffire.sapi.RawText;
import org.jsaffire.sapi.ResponseHead;
import org.jsaffire.sapi.Sapi;
import org.jsaffire.sapi.WebPath;
import org.jsaffire.sapi.form.RequestLimits;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Runs the web corpus on the engine alone. */
class WebScriptsTest {
  @TempDir static Path sessions;
  private static Engine engine;

  /** The engine without a server in front of it. */
  private static final class Bare implements WebServer {
    @Override
    public Reply send(String uri, WebMessage request) {
      MemoryContext context =
          new MemoryContext(Sapi.FASTCGI, environment(uri, request), request.bytes());
      engine.serve(context);
      ResponseHead head = context.head();
      List<WebMessage.Header> headers = new ArrayList<>();
      for (int i = 0; i < head.headerCount(); i++) {
        headers.add(new WebMessage.Header(head.headerName(i), head.headerValue(i)));
      }
      return new Reply(head.status(), headers, RawText.decode(context.output()));
    }

    @Override
    public boolean isBare() {
      return true;
    }
  }

  @BeforeAll
  static void startEngine() {
    WebSettings web = new WebSettings(RequestLimits.DEFAULT, 60_000, sessions);
    engine = new Engine(EngineOptions.defaults().withDisplayErrors(true).withWeb(web));
  }

  @AfterAll
  static void closeEngine() {
    engine.close();
  }

  @TestFactory
  Stream<DynamicTest> everyRequestGetsItsReply() {
    return WebCorpus.tests(new Bare());
  }

  private static Map<String, String> environment(String uri, WebMessage request) {
    int question = uri.indexOf('?');
    String path = question < 0 ? uri : uri.substring(0, question);
    Path root = WebCorpus.directory();
    WebPath split = WebPath.of(path, name -> root.resolve(name.substring(1)));
    Map<String, String> environment = new LinkedHashMap<>();
    environment.put("FCGI_ROLE", "RESPONDER");
    environment.put("SCRIPT_FILENAME", root + split.script());
    environment.put("DOCUMENT_ROOT", root.toString());
    environment.put("SCRIPT_NAME", split.script());
    environment.put("PATH_INFO", split.pathInfo());
    environment.put("QUERY_STRING", question < 0 ? "" : uri.substring(question + 1));
    environment.put("REQUEST_METHOD", request.method());
    environment.put("REQUEST_URI", uri);
    environment.put("SERVER_NAME", "localhost");
    environment.put("SERVER_PORT", "80");
    environment.put("SERVER_PROTOCOL", "HTTP/1.1");
    environment.put("REMOTE_ADDR", "127.0.0.1");
    String length = request.header("Content-Length");
    int size = request.bytes().length;
    environment.put(
        "CONTENT_LENGTH", length != null ? length : size > 0 ? Integer.toString(size) : "");
    String type = request.header("Content-Type");
    environment.put("CONTENT_TYPE", type == null ? "" : type);
    for (WebMessage.Header header : request.headers()) {
      CgiNames.addHeader(environment, header.name(), header.value());
    }
    return environment;
  }
}
