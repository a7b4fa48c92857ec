package org.jsaffire.servlet;

import java.net.URI;
import java.nio.file.Path;
import org.eclipse.jetty.ee10.servlet.DefaultServlet;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.resource.ResourceFactory;
import org.jsaffire.ServerContract;

/** The contract with the servlet mapped to all paths, and no filter in front of it. */
class JettyPrefixServletTest extends ServerContract {
  @Override
  protected Running start(Path site) throws Exception {
    Server server = new Server();
    ServerConnector connector = new ServerConnector(server);
    connector.setHost("127.0.0.1");
    server.addConnector(connector);
    ServletContextHandler context = new ServletContextHandler("/");
    context.setBaseResource(ResourceFactory.of(context).newResource(site));
    context.addServlet(new ServletHolder("default", DefaultServlet.class), "/");
    context.addServlet(new ServletHolder("pages", SaffireServlet.class), "/*");
    server.setHandler(context);
    server.start();
    URI uri = URI.create("http://127.0.0.1:" + connector.getLocalPort());
    return new Running() {
      @Override
      public URI uri() {
        return uri;
      }

      @Override
      public void stop() throws Exception {
        server.stop();
      }
    };
  }
}
