/**
 * Source texts, places in them, and what is wrong there. Knows the JDK only and is open to every
 * other package. Start with {@link org.jsaffire.source.SourceFile}.
 */
package org.jsaffire.source;
