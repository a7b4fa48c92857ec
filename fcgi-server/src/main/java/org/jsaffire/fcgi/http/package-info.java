/**
 * The HTTP view of a request, for Jetty handlers and servlets: from parameters to method, URI and
 * fields; from a response to a CGI header block. Knows protocol, request, sapi and Jetty's server.
 * Start reading at {@link org.jsaffire.fcgi.http.HandlerApplication}.
 */
package org.jsaffire.fcgi.http;
