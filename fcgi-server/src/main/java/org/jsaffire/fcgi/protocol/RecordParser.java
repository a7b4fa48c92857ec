package org.jsaffire.fcgi.protocol;

import java.nio.ByteBuffer;

/**
 * Cuts a stream of bytes into records. The stream may arrive in pieces of any size: the {@link
 * Listener} hears the same whatever the division, except that the content of one record comes in as
 * many slices as it arrived in. Holds no content. One parser per connection; used by one thread at
 * a time.
 */
public final class RecordParser {
  /** Hears of records. Must not throw. */
  public interface Listener {
    /**
     * A header was read.
     *
     * @param type as received, 0 to 255
     * @param id of the request, 0 to 65535
     * @param contentLength 0 to 65535
     * @return false to stop in front of this record; the next {@link RecordParser#parse} offers it
     *     again
     */
    boolean record(int type, int id, int contentLength);

    /**
     * The next bytes of the record's content: from position to limit of the buffer, at least one.
     * The buffer belongs to the caller and is valid during the call.
     */
    void content(ByteBuffer slice);

    /** The content is complete. Called once per record that was taken, empty ones included. */
    void end();

    /** A header with another version than 1: nothing behind it can be understood. */
    void unsupportedVersion(int version);
  }

  /** What is to come next. */
  private enum State {
    HEADER,
    OFFER,
    CONTENT,
    PADDING,
    FAILED
  }

  private final Listener listener;
  private State state = State.HEADER;

  /** The header's bytes so far, the first one highest; complete when {@code headerBytes} is 8. */
  private long header;

  private int headerBytes;
  private int contentLeft;
  private int paddingLeft;

  public RecordParser(Listener listener) {
    this.listener = listener;
  }

  /**
   * Parses what the buffer has.
   *
   * @return true when all bytes were taken; false when the listener stopped in front of a record,
   *     or the version was wrong. Bytes that were not taken stay in the buffer.
   */
  public boolean parse(ByteBuffer in) {
    while (true) {
      switch (state) {
        case HEADER -> {
          if (!readHeader(in)) {
            return state != State.FAILED;
          }
        }
        case OFFER -> {
          if (!offer()) {
            return false;
          }
        }
        case CONTENT -> {
          if (!readContent(in)) {
            return true;
          }
        }
        case PADDING -> {
          if (!skipPadding(in)) {
            return true;
          }
        }
        case FAILED -> {
          return false;
        }
      }
    }
  }

  /** The stream stands between two records: no record would be cut by its end. */
  public boolean isBetweenRecords() {
    return state == State.HEADER && headerBytes == 0;
  }

  private boolean readHeader(ByteBuffer in) {
    while (headerBytes < Records.HEADER_LENGTH) {
      if (!in.hasRemaining()) {
        return false;
      }
      int b = in.get() & 0xff;
      if (headerBytes == 0 && b != Records.VERSION) {
        state = State.FAILED;
        listener.unsupportedVersion(b);
        return false;
      }
      header = header << 8 | b;
      headerBytes++;
    }
    state = State.OFFER;
    return true;
  }

  private boolean offer() {
    int length = (int) (header >> 16) & 0xffff;
    if (!listener.record((int) (header >> 48) & 0xff, (int) (header >> 32) & 0xffff, length)) {
      return false;
    }
    contentLeft = length;
    paddingLeft = (int) (header >> 8) & 0xff;
    headerBytes = 0;
    state = State.CONTENT;
    return true;
  }

  private boolean readContent(ByteBuffer in) {
    int size = Math.min(contentLeft, in.remaining());
    if (size > 0) {
      int limit = in.limit();
      int end = in.position() + size;
      contentLeft -= size;
      listener.content(in.limit(end));
      in.limit(limit).position(end);
    }
    if (contentLeft > 0) {
      return false;
    }
    state = State.PADDING;
    listener.end();
    return true;
  }

  private boolean skipPadding(ByteBuffer in) {
    int size = Math.min(paddingLeft, in.remaining());
    in.position(in.position() + size);
    paddingLeft -= size;
    if (paddingLeft > 0) {
      return false;
    }
    state = State.HEADER;
    return true;
  }
}
