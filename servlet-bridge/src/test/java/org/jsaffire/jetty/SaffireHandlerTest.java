package org.jsaffire.jetty;

import java.net.URI;
import java.nio.file.Path;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.ResourceHandler;
import org.eclipse.jetty.util.resource.ResourceFactory;
import org.jsaffire.ServerContract;
import org.jsaffire.engine.Engine;

/** The contract in Jetty's core, with its handler for files behind ours. */
class SaffireHandlerTest extends ServerContract {
  @Override
  protected Running start(Path site) throws Exception {
    Engine engine = SaffireHandler.engine(site);
    Server server = new Server();
    ServerConnector connector = new ServerConnector(server);
    connector.setHost("127.0.0.1");
    server.addConnector(connector);
    ResourceHandler files = new ResourceHandler();
    files.setBaseResource(ResourceFactory.of(files).newResource(site));
    server.setHandler(new Handler.Sequence(new SaffireHandler(engine, site), files));
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
        engine.close();
      }
    };
  }
}
