package org.jsaffire.fcgi.server;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A test of one row of the conformance table: a method that takes a {@link Wire}. It runs over TCP
 * and UNIX sockets, with the bytes as they are, one at a time, and split at every position.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@interface Row {
  /** The test is also run with its first write split at every position. */
  boolean everySplit() default true;

  /** The test is also run with every byte sent alone. */
  boolean singleBytes() default true;
}
