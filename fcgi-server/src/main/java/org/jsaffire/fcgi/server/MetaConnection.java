package org.jsaffire.fcgi.server;

import java.util.Set;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.AbstractMetaDataConnection;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.util.Attributes;

/** What Jetty wants to know of every connection. */
abstract class MetaConnection extends AbstractMetaDataConnection {
  private final Attributes attributes = new Attributes.Lazy();

  MetaConnection(Connector connector, HttpConfiguration configuration, EndPoint endPoint) {
    super(connector, configuration, endPoint);
  }

  @Override
  public HttpVersion getHttpVersion() {
    return HttpVersion.HTTP_1_1;
  }

  @Override
  public String getProtocol() {
    return "fcgi/1.0";
  }

  @Override
  public String getId() {
    return Integer.toHexString(System.identityHashCode(this));
  }

  @Override
  public boolean isPersistent() {
    return true;
  }

  @Override
  public Object getAttribute(String name) {
    return attributes.getAttribute(name);
  }

  @Override
  public Object setAttribute(String name, Object value) {
    return attributes.setAttribute(name, value);
  }

  @Override
  public Object removeAttribute(String name) {
    return attributes.removeAttribute(name);
  }

  @Override
  public Set<String> getAttributeNameSet() {
    return attributes.getAttributeNameSet();
  }

  @Override
  public void clearAttributes() {
    attributes.clearAttributes();
  }
}
