/**
 * Module {@code web} (modules.md 14): request, response and session as scripts see them. Start with
 * {@link org.jsaffire.stdlib.web.WebModule}. Knows {@code object}, {@code sapi} and {@code config}.
 */
package org.jsaffire.stdlib.web;
