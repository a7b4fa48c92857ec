package org.jsaffire.example;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import org.eclipse.jetty.ee10.webapp.WebAppContext;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.jsaffire.servlet.SaffireInitializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The example as a web application, started with its {@code web.xml}. */
class ExampleTest {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private static Server server;
  private static URI site;

  @BeforeAll
  static void start() throws Exception {
    server = new Server();
    ServerConnector connector = new ServerConnector(server);
    connector.setHost("127.0.0.1");
    server.addConnector(connector);
    WebAppContext application = new WebAppContext();
    application.setContextPath("/example");
    application.setWar(Path.of("src/main/webapp").toAbsolutePath().toString());
    application.setThrowUnavailableOnStartupException(true);
    application.addServletContainerInitializer(new SaffireInitializer());
    server.setHandler(application);
    server.start();
    site = URI.create("http://127.0.0.1:" + connector.getLocalPort() + "/example/");
  }

  @AfterAll
  static void stop() throws Exception {
    server.stop();
  }

  private static HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return CLIENT.send(
        HttpRequest.newBuilder(site.resolve(path)).header("X-Test", "<b>&\"'").build(),
        BodyHandlers.ofString());
  }

  private static HttpResponse<String> sign(String form) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(site.resolve("guestbook.sf"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form))
            .build();
    return CLIENT.send(request, BodyHandlers.ofString());
  }

  @ParameterizedTest
  @CsvSource({
    "'', Pages that run on the JVM",
    "index.sf, Pages that run on the JVM",
    "guestbook.sf, Guest book",
    "environment.sf, Environment"
  })
  void pagesAreWhole(String path, String title) throws Exception {
    HttpResponse<String> page = get(path);
    assertEquals(200, page.statusCode(), page.body());
    assertTrue(page.body().startsWith("<!doctype html>\n"), page.body());
    assertTrue(page.body().endsWith("</html>\n"), page.body());
    assertTrue(page.body().contains("<h1>" + title + "</h1>"), page.body());
    assertTrue(page.body().contains("href=\"/example/static/site.css\""), page.body());
  }

  @Test
  void styleSheetAndIconAreServed() throws Exception {
    assertEquals(200, get("static/site.css").statusCode());
    assertEquals(
        "image/svg+xml", get("static/gem.svg").headers().firstValue("Content-Type").orElse(""));
  }

  @Test
  void validEntryIsShownEscaped() throws Exception {
    HttpResponse<String> page =
        sign(
            "name=%20Ann%20%26%20Bob&mood=happy&message=%3Cscript%3Ehi%3C%2Fscript%3E%0A%E2%82%AC");
    assertEquals(200, page.statusCode(), page.body());
    assertTrue(page.body().contains("&lt;script&gt;hi&lt;/script&gt;\n€</p>"), page.body());
    assertTrue(page.body().contains("Ann &amp; Bob, <span>happy</span>"), page.body());
    assertFalse(page.body().contains("<form"), page.body());
  }

  @Test
  void wrongEntryKeepsWhatWasTypedAndSaysWhatIsWrong() throws Exception {
    HttpResponse<String> page = sign("name=%22%3E&mood=angry&message=x");
    assertEquals(422, page.statusCode());
    assertTrue(page.body().contains("value=\"&quot;&gt;\""), page.body());
    assertTrue(page.body().contains("Please choose a mood."), page.body());
    assertTrue(page.body().contains("Please write a few words."), page.body());
    assertFalse(page.body().contains("Please tell us your name."), page.body());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "name[]=a&mood[]=happy&message[x]=long", "name=a", "mood=happy&message=long"})
  void incompleteFormsAreRefusedPolitely(String form) throws Exception {
    assertEquals(422, sign(form).statusCode());
  }

  @Test
  void environmentIsEscapedAndSearched() throws Exception {
    String all = get("environment.sf/info?find=").body();
    assertTrue(all.contains("<th scope=\"row\">PATH_INFO</th><td>/info</td>"), all);
    assertTrue(all.contains("&lt;b&gt;&amp;&quot;&#39;"), all);
    assertFalse(all.contains("<b>&"), all);
    String found = get("environment.sf?find=x_test").body();
    assertTrue(found.contains("HTTP_X_TEST") && found.contains("<p>1 variable.</p>"), found);
    assertFalse(found.contains("SERVER_NAME"), found);
  }

  @Test
  void greetingIsJson() throws Exception {
    HttpResponse<String> reply = get("greeting.sf?name=%22x%22%5C%0A%C3%A9");
    assertEquals(
        "application/json", reply.headers().firstValue("Content-Type").orElse("").split(";", 2)[0]);
    assertEquals(
        """
        {
          "name": "\\"x\\"\\\\\\né",
          "length": 6,
          "greetings": {
            "en": "Hello, \\"x\\"\\\\\\né!",
            "nl": "Hallo, \\"x\\"\\\\\\né!",
            "fr": "Bonjour, \\"x\\"\\\\\\né!",
            "es": "¡Hola, \\"x\\"\\\\\\né!"
          }
        }
        """,
        reply.body());
  }

  @Test
  void greetingTakesNoPosts() throws Exception {
    HttpResponse<String> reply =
        CLIENT.send(
            HttpRequest.newBuilder(site.resolve("greeting.sf"))
                .POST(BodyPublishers.noBody())
                .build(),
            BodyHandlers.ofString());
    assertEquals(405, reply.statusCode());
    assertEquals("GET, HEAD", reply.headers().firstValue("Allow").orElse(""));
  }

  @Test
  void errorTellsNothingInProduction() throws Exception {
    HttpResponse<String> page = get("error.sf");
    assertEquals(500, page.statusCode());
    assertFalse(page.body().contains("divide"), page.body());
    assertFalse(page.body().contains("Basket"), page.body());
  }
}
