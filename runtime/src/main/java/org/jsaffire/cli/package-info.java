/**
 * The frame of the {@code saffire} program: finds the command, parses its words, prints help and
 * usage errors (tools.md 1). The only package that uses picocli and, with the packages of the
 * commands, the standard streams and {@code System.exit}. Start with {@link
 * org.jsaffire.cli.Program}.
 */
package org.jsaffire.cli;
