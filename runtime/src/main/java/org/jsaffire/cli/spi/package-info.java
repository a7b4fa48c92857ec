/**
 * What a command of the {@code saffire} program is (tools.md 1.2 and 1.3). Other modules add
 * commands by a {@link org.jsaffire.cli.spi.Command} found by {@link java.util.ServiceLoader}; the
 * frame in {@code cli} parses their words. Knows {@code sapi} and {@code config}. Start with {@link
 * org.jsaffire.cli.spi.Command}.
 */
package org.jsaffire.cli.spi;
