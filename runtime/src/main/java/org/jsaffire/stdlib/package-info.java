/**
 * The modules that are written in Java (modules.md), one class each. {@link
 * org.jsaffire.stdlib.Modules} lists them. Knows {@code object}, {@code sapi} and {@code config}.
 * What a module remembers for a run is a service of the {@link org.jsaffire.object.Invoker}.
 */
package org.jsaffire.stdlib;
