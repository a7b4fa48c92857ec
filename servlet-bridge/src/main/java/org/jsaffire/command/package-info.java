/**
 * The command {@code serve}: a development server on Jetty. Knows engine, cli.spi, {@code jetty},
 * and Jetty. Start with {@link org.jsaffire.command.ServeCommand}.
 */
package org.jsaffire.command;
