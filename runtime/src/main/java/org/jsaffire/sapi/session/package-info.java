/**
 * Where sessions of web clients are kept (modules.md 14). Every store implements {@link
 * org.jsaffire.sapi.session.SessionStore}; {@link org.jsaffire.sapi.session.FileSessionStore} is
 * the one that needs nothing else. Knows the JDK only.
 */
package org.jsaffire.sapi.session;
