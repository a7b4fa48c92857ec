/**
 * From resolved tree to code: {@link org.jsaffire.compile.Compiler}. Knows {@code syntax}, {@code
 * resolve} and {@code bytecode}. Everything is decided here that can be: slots, jumps, where {@code
 * finally} parts are left; nothing is optimised that would need types.
 */
package org.jsaffire.compile;
