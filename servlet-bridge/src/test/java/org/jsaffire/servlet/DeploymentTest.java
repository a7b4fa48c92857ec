package org.jsaffire.servlet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.catalina.core.StandardContext;
import org.apache.catalina.startup.Tomcat;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeploymentTest {
  private static final Path SITE = Path.of("src/test/webapp").toAbsolutePath();

  @TempDir Path work;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "mode | fast | configuration key 'mode' has the value 'fast', allowed: production,"
            + " development",
        "web.output_buffer | tiny | configuration key 'web.output_buffer' has the value 'tiny',"
            + " allowed: a size from",
        "security.basedir | /no/such/place | configuration key 'security.basedir' has the value",
        "speed | 1 | unknown configuration key 'speed' with the value '1', known: bytecode.cache"
      })
  void wrongInitParameterStopsTheDeployment(String key, String value, String message) {
    Server server = new Server();
    ServletContextHandler context = new ServletContextHandler("/");
    context.setBaseResourceAsPath(SITE);
    ServletHolder servlet = new ServletHolder("pages", SaffireServlet.class);
    servlet.setInitParameters(Map.of(key, value));
    servlet.setInitOrder(1);
    context.addServlet(servlet, "*.sf");
    server.setHandler(context);
    Exception failure = assertThrows(Exception.class, server::start);
    assertTrue(messages(failure).contains(message), messages(failure));
    assertTrue(messages(failure).contains("servlet 'pages'"), messages(failure));
  }

  private static String messages(Throwable failure) {
    StringBuilder all = new StringBuilder();
    for (Throwable t = failure; t != null; t = t.getCause()) {
      all.append(t.getMessage()).append('\n');
    }
    return all.toString();
  }

  @Test
  void scriptsOfPackedApplicationRun() throws Exception {
    Path war = pack();
    Tomcat tomcat = new Tomcat();
    tomcat.setBaseDir(Files.createDirectories(work.resolve("tomcat")).toString());
    tomcat.setHostname("127.0.0.1");
    tomcat.setPort(0);
    StandardContext context = (StandardContext) tomcat.addContext("/app", war.toString());
    context.setUnpackWAR(false);
    Tomcat.addServlet(context, "default", "org.apache.catalina.servlets.DefaultServlet");
    context.addServletMappingDecoded("/", "default");
    context.addServletContainerInitializer(new SaffireInitializer(), Set.of());
    tomcat.start();
    try {
      URI app = URI.create("http://127.0.0.1:" + tomcat.getConnector().getLocalPort() + "/app/");
      assertEquals("Hello, wörld €", get(app.resolve("hello.sf/info")));
      List<String> environment = get(app.resolve("env.sf")).lines().toList();
      assertTrue(environment.contains("SCRIPT_NAME=/app/env.sf"), environment.toString());
      assertFalse(environment.contains("SCRIPT_FILENAME=" + SITE + "/env.sf"));
    } finally {
      tomcat.stop();
      tomcat.destroy();
    }
  }

  private static String get(URI uri) throws IOException, InterruptedException {
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString())
        .body();
  }

  private Path pack() throws IOException {
    Path war = work.resolve("site.war");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(war));
        Stream<Path> files = Files.walk(SITE)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        zip.putNextEntry(new ZipEntry(SITE.relativize(file).toString()));
        Files.copy(file, zip);
      }
    }
    return war;
  }
}
