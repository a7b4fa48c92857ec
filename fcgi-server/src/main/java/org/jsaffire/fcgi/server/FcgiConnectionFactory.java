package org.jsaffire.fcgi.server;

import org.eclipse.jetty.fcgi.server.ServerFCGIConnectionFactory;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;

/**
 * Makes our connections in place of Jetty's (fastcgi.md 2.4): Jetty's own server side hangs behind
 * most web servers.
 */
final class FcgiConnectionFactory extends ServerFCGIConnectionFactory {
  private final HttpConfiguration configuration;
  private final ServerCore core;

  FcgiConnectionFactory(HttpConfiguration configuration, ServerCore core) {
    super(configuration);
    this.configuration = configuration;
    this.core = core;
    setInputBufferSize(core.options().inputBufferBytes());
  }

  @Override
  public Connection newConnection(Connector connector, EndPoint endPoint) {
    FcgiConnection connection = new FcgiConnection(core, connector, configuration, endPoint);
    return configure(connection, connector, endPoint);
  }
}
