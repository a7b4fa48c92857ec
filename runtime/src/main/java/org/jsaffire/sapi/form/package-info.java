/**
 * What clients send in query strings, forms and cookies, taken apart and held to limits before a
 * script runs (modules.md 14). Start with {@link org.jsaffire.sapi.form.RequestBody}. Knows the JDK
 * and {@code sapi} only.
 */
package org.jsaffire.sapi.form;
