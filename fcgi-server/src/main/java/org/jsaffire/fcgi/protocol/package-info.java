/**
 * The FastCGI 1.0 wire format: record headers and types, a push parser that cuts a byte stream into
 * records, the codec of name-value pairs with its limits, and the writer's side. No sockets, no
 * threads. Knows the JDK only. Start reading at {@link org.jsaffire.fcgi.protocol.RecordParser}.
 */
package org.jsaffire.fcgi.protocol;
