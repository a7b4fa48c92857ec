/**
 * Saffire scripts in a Jetty server without servlets: {@link org.jsaffire.jetty.SaffireHandler}.
 * Knows engine, sapi and Jetty, which is an optional dependency.
 */
package org.jsaffire.jetty;
