/**
 * The request adapter: all that one execution sees of the outside (DESIGN.md 6). Every way of
 * running implements {@link org.jsaffire.sapi.RequestContext}, and a {@link
 * org.jsaffire.sapi.ReplySink} behind its output. Knows the JDK only.
 */
package org.jsaffire.sapi;
