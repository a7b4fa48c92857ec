/**
 * The commands of the {@code saffire} program that belong to the runtime, one class each, named in
 * {@code META-INF/services}. Know {@code cli.spi}, the frame's tables, and what they run.
 */
package org.jsaffire.cli.command;
