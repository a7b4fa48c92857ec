/**
 * From text to syntax tree: {@link org.jsaffire.syntax.Lexer}, {@link org.jsaffire.syntax.Parser}
 * and the tree, whose nodes are immutable records. Knows {@code source}. Start with {@link
 * org.jsaffire.syntax.Node}. Source: language.md 1 and 2.
 */
package org.jsaffire.syntax;
