/**
 * One request: its role, parameters, streams, exit status and abort, from BEGIN_REQUEST to
 * END_REQUEST; the names of CGI; and the view of it that scripts get. Knows the protocol and {@code
 * sapi}, no transport: a connection is a {@link org.jsaffire.fcgi.request.Link}. Start reading at
 * {@link org.jsaffire.fcgi.request.Exchange}.
 */
package org.jsaffire.fcgi.request;
