package org.jsaffire.servlet;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.apache.catalina.Context;
import org.apache.catalina.Wrapper;
import org.apache.catalina.startup.Tomcat;
import org.jsaffire.ServerContract;
import org.junit.jupiter.api.io.TempDir;

/** The contract in Tomcat, without a {@code web.xml}. */
class TomcatServletTest extends ServerContract {
  @TempDir static Path work;

  @Override
  protected Running start(Path site) throws Exception {
    Tomcat tomcat = new Tomcat();
    tomcat.setBaseDir(Files.createTempDirectory(work, "tomcat").toString());
    tomcat.setHostname("127.0.0.1");
    tomcat.setPort(0);
    tomcat.getConnector().setProperty("address", "127.0.0.1");
    Context context = tomcat.addContext("", site.toString());
    Wrapper files =
        Tomcat.addServlet(context, "default", "org.apache.catalina.servlets.DefaultServlet");
    files.setLoadOnStartup(1);
    context.addServletMappingDecoded("/", "default");
    context.addMimeMapping("txt", "text/plain");
    context.addServletContainerInitializer(new SaffireInitializer(), Set.of());
    tomcat.start();
    URI uri = URI.create("http://127.0.0.1:" + tomcat.getConnector().getLocalPort());
    return new Running() {
      @Override
      public URI uri() {
        return uri;
      }

      @Override
      public void stop() throws Exception {
        tomcat.stop();
        tomcat.destroy();
      }
    };
  }
}
