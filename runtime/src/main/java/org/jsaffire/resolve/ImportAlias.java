package org.jsaffire.resolve;

/**
 * A name that denotes something to be loaded when it is first read (language.md 3.3, 3.4).
 *
 * @param slot of the global variable {@code alias}
 * @param target the fully qualified name, such as {@code \a\b}
 * @param written the name in the import statement, such as {@code a\b}
 */
public record ImportAlias(String alias, int slot, String target, String written) {}
