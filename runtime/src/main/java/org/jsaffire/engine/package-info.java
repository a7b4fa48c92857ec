/**
 * The front door: {@link org.jsaffire.engine.Engine} compiles, caches and runs scripts. The only
 * place that wires the other packages together.
 */
package org.jsaffire.engine;
