package org.jsaffire.fcgi.request;

/**
 * What one request may hold and how long it waits. Immutable.
 *
 * @param inputMemoryBytes of a stream's unread input in memory; the connection is not read while a
 *     lone request has more
 * @param spillBytes of a stream's unread input altogether, the temporary file included, when
 *     several requests share a connection
 * @param maxBodyBytes of STDIN; 0 means unlimited
 * @param bodyReadMillis without a byte of input before a read fails; 0 means unlimited
 * @param replyWriteMillis without progress before a write fails; 0 means unlimited
 * @param alignRecords pads records to multiples of 8 bytes
 */
public record RequestLimits(
    int inputMemoryBytes,
    long spillBytes,
    long maxBodyBytes,
    long bodyReadMillis,
    long replyWriteMillis,
    boolean alignRecords) {
  /** 64 KiB in memory, 64 MiB spilled, 2 GiB of body, 60 s for each wait, aligned. */
  public static final RequestLimits DEFAULTS =
      new RequestLimits(64 << 10, 64L << 20, 2L << 30, 60_000, 60_000, true);
}
