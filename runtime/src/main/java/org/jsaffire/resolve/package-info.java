/**
 * What the names of a program mean, and the checks that need more than the grammar: {@link
 * org.jsaffire.resolve.Resolver} turns a tree into a {@link org.jsaffire.resolve.Resolution}, in
 * which each name has a slot. Knows {@code syntax}. Source: language.md 2.6, 2.7, 3.3, 3.5.
 */
package org.jsaffire.resolve;
