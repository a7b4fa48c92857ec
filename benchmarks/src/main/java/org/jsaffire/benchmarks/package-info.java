/** What the scripts in {@code benchmarks} run on the JVM. Not published. */
package org.jsaffire.benchmarks;
