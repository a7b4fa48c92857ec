/**
 * The object model (language.md 4): values, classes and their layouts, attribute lookup, operators,
 * conversions, and the core types with their methods. Knows {@code source} only; what it needs of a
 * running program it asks of an {@link org.jsaffire.object.Invoker}.
 *
 * <p>Start with {@link org.jsaffire.object.Value}, {@link org.jsaffire.object.Layout} and {@link
 * org.jsaffire.object.ClassObject}. A core type consists of its value class ({@code Str}), which
 * knows nothing of scripts, and a class of native methods ({@code StringMethods}), written with
 * {@link org.jsaffire.object.NativeClass}.
 */
package org.jsaffire.object;
