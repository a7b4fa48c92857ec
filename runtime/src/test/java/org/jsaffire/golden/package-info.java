/**
 * Golden scripts: programs with the output that they must print, one behaviour each, below {@code
 * src/test/scripts}. The same scripts run on every engine ({@link
 * org.jsaffire.golden.ScriptEngineKind}).
 */
package org.jsaffire.golden;
