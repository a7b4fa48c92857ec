package org.jsaffire.source;

/**
 * A stretch of a source text.
 *
 * @param start offset of the first UTF-16 unit
 * @param end offset behind the last
 */
public record Span(int start, int end) {}
