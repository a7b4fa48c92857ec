package org.jsaffire.fcgi.protocol;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Decodes name-value pairs (FastCGI 1.0, 3.4) that arrive in slices of any size: the stream may be
 * cut within a name, a value or a length. Never holds more bytes than arrived or than its limits
 * allow, whatever lengths a peer announces. Used by one thread at a time.
 */
public final class PairDecoder {
  /** Why a stream is refused. */
  public enum Problem {
    NONE,
    /** The stream ended within a pair. */
    TRUNCATED,
    TOO_MANY_BYTES,
    TOO_MANY_PAIRS,
    NAME_TOO_LONG
  }

  private static final int FIRST_BYTES = 1024;
  private static final int FIRST_PAIRS = 32;

  /** What the next byte belongs to. */
  private enum State {
    NAME_LENGTH,
    VALUE_LENGTH,
    BYTES
  }

  private final ParamsLimits limits;
  private Problem problem = Problem.NONE;
  private State state = State.NAME_LENGTH;
  private byte[] bytes = {};
  private int size;
  private int[] starts = new int[2 * FIRST_PAIRS + 1];
  private int count;

  /** A length of four bytes so far, and how many of them are still to come. */
  private int length;

  private int lengthBytesLeft;
  private int nameLength;

  /** Bytes of name and value together that are still to come. */
  private int bytesLeft;

  public PairDecoder(ParamsLimits limits) {
    this.limits = limits;
  }

  /** Takes all bytes of the slice. Once there is a problem, further bytes are dropped. */
  public void feed(ByteBuffer in) {
    while (in.hasRemaining() && problem == Problem.NONE) {
      switch (state) {
        case NAME_LENGTH -> {
          if (readLength(in)) {
            nameLength = length;
            state = State.VALUE_LENGTH;
          }
        }
        case VALUE_LENGTH -> {
          if (readLength(in)) {
            startPair();
          }
        }
        case BYTES -> readBytes(in);
      }
    }
    in.position(in.limit());
  }

  /** Ends the stream. Without a problem {@link #params()} is complete afterwards. */
  public Problem finish() {
    if (problem == Problem.NONE && (state != State.NAME_LENGTH || lengthBytesLeft > 0)) {
      problem = Problem.TRUNCATED;
    }
    return problem;
  }

  public Problem problem() {
    return problem;
  }

  /** The pairs that are complete. Shares its arrays with the decoder, which is done by then. */
  public Params params() {
    return count == 0 ? Params.EMPTY : new Params(bytes, starts, count);
  }

  /** Reads a length of one byte, or of four whose first has the high bit set. */
  private boolean readLength(ByteBuffer in) {
    if (lengthBytesLeft == 0) {
      length = in.get();
      if (length >= 0) {
        return true;
      }
      length &= 0x7f;
      lengthBytesLeft = 3;
    }
    while (lengthBytesLeft > 0 && in.hasRemaining()) {
      length = length << 8 | (in.get() & 0xff);
      lengthBytesLeft--;
    }
    return lengthBytesLeft == 0;
  }

  private void startPair() {
    if (nameLength > limits.maxNameBytes()) {
      problem = Problem.NAME_TOO_LONG;
    } else if (count == limits.maxCount()) {
      problem = Problem.TOO_MANY_PAIRS;
    } else if ((long) size + nameLength + length > limits.maxBytes()) {
      problem = Problem.TOO_MANY_BYTES;
    } else {
      addStarts(size, size + nameLength);
      bytesLeft = nameLength + length;
      state = State.BYTES;
      endPairIfComplete();
    }
  }

  private void addStarts(int name, int value) {
    if (2 * count + 2 >= starts.length) {
      starts = Arrays.copyOf(starts, 2 * starts.length - 1);
    }
    starts[2 * count] = name;
    starts[2 * count + 1] = value;
  }

  private void readBytes(ByteBuffer in) {
    int n = Math.min(bytesLeft, in.remaining());
    reserve(n);
    in.get(bytes, size, n);
    size += n;
    bytesLeft -= n;
    endPairIfComplete();
  }

  private void endPairIfComplete() {
    if (bytesLeft == 0) {
      count++;
      starts[2 * count] = size;
      state = State.NAME_LENGTH;
    }
  }

  private void reserve(int extra) {
    int needed = size + extra;
    if (needed > bytes.length) {
      int doubled = Math.max(FIRST_BYTES, 2 * bytes.length);
      bytes = Arrays.copyOf(bytes, Math.max(needed, Math.min(doubled, limits.maxBytes())));
    }
  }
}
