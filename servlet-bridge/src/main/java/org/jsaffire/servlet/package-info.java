/**
 * Saffire scripts in any Servlet 6.0 container: {@link org.jsaffire.servlet.SaffireServlet}, the
 * request and response adapters, and an initializer for applications without a {@code web.xml}.
 * Knows engine, sapi, config and jakarta.servlet.
 */
package org.jsaffire.servlet;
