/**
 * Golden scripts: programs with the output that they must print, one behaviour each, below {@code
 * src/test/scripts}. The same scripts run on every engine ({@link
 * org.jsaffire.golden.ScriptEngineKind}).
 *
 * <p>Scripts below {@code src/test/scripts/web} answer requests. Beside {@code name.sf} stand
 * {@code name.request} and {@code name.reply}, in the format of {@link
 * org.jsaffire.golden.WebMessage}. A module that answers HTTP in a way of its own runs the same
 * corpus from the test-jar: it starts its server on the directory of {@link
 * org.jsaffire.golden.WebCorpus#directory()}, implements {@link org.jsaffire.golden.WebServer}, and
 * returns {@link org.jsaffire.golden.WebCorpus#tests} from a {@code @TestFactory}.
 */
package org.jsaffire.golden;
