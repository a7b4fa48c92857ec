/** Runnable examples of the Java interface, one for each role and for both styles. */
package org.jsaffire.fcgi.examples;
