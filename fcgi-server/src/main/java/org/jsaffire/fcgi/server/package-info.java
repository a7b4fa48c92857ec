/**
 * The FastCGI endpoint on Jetty: listening sockets of every kind, connections, admission, and the
 * three front doors for applications: raw exchanges, a loop that accepts them, and Jetty handlers.
 * Start reading at {@link org.jsaffire.fcgi.server.FastCgiServer}, then {@code FcgiConnection}.
 *
 * <p>A connection costs a selector key while it is idle. The selector's thread reads and parses;
 * requests run on threads of the server's pool, as many at a time as {@link
 * org.jsaffire.fcgi.server.ServerOptions#threads} says.
 */
package org.jsaffire.fcgi.server;
