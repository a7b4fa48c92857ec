package org.jsaffire.sapi.form;

/**
 * What a request may carry (tools.md 3.4).
 *
 * @param maxBody bytes of the body
 * @param maxUpload bytes of one uploaded file
 * @param maxFields fields of the query string, and again of the form, files included
 */
public record RequestLimits(long maxBody, long maxUpload, int maxFields) {
  /** The defaults of {@code web.max_body}, {@code web.max_upload} and {@code web.max_fields}. */
  public static final RequestLimits DEFAULT = new RequestLimits(16 << 20, 8 << 20, 1000);
}
