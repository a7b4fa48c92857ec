package org.jsaffire.sapi;

import java.io.IOException;

/**
 * Where the bytes of a {@link ScriptOutput} go. Buffers belong to the caller and may be reused as
 * soon as a call has returned.
 */
public interface ReplySink {
  /** Sends bytes; the head goes out in front of the first. {@code length} is above 0. */
  void write(byte[] bytes, int offset, int length) throws IOException;

  /** Makes everything written so far leave, the head included. */
  void flush() throws IOException;

  /**
   * Sends the last bytes, possibly none, and ends the reply. If nothing was written before, the
   * length of the whole body is known here.
   */
  void finish(byte[] bytes, int offset, int length) throws IOException;
}
