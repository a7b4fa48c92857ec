package org.jsaffire.fcgi.protocol;

/**
 * What one PARAMS stream may hold. Immutable.
 *
 * @param maxBytes of all names and values together
 * @param maxCount of pairs
 * @param maxNameBytes of one name
 */
public record ParamsLimits(int maxBytes, int maxCount, int maxNameBytes) {
  /** 2 MiB, 1000 pairs, 1 KiB. */
  public static final ParamsLimits DEFAULTS = new ParamsLimits(2 << 20, 1000, 1024);

  public ParamsLimits {
    if (maxBytes < 1 || maxCount < 1 || maxNameBytes < 1) {
      throw new IllegalArgumentException("limits must be positive");
    }
  }
}
