package org.jsaffire.sapi.form;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Finds the parts of a multipart body (RFC 2046, 5.1) in bytes that arrive in pieces of any size.
 * Keeps nothing but the headers of the current part: data is reported by position.
 */
final class MultipartScanner {
  /** What the scanner finds. */
  interface Events {
    /**
     * A part begins.
     *
     * @param headers its header lines, without the empty one
     * @param position of its first byte of data
     */
    void partStarts(byte[] headers, long position) throws RefusedRequestException;

    /** The current part ends in front of {@code position}. */
    void partEnds(long position) throws RefusedRequestException;
  }

  private enum State {
    DATA,
    AFTER_DELIMITER,
    AFTER_DASH,
    AFTER_CR,
    HEADERS,
    EPILOGUE
  }

  private static final int MAX_HEADERS = 16 * 1024;

  private final Events events;

  /** CR LF, two dashes, the boundary. */
  private final byte[] delimiter;

  /** How much of the delimiter still matches when the byte behind a match of i bytes does not. */
  private final int[] fallback;

  private final ByteArrayOutputStream headers = new ByteArrayOutputStream(256);
  private State state = State.DATA;
  private boolean inPart;
  private long partStart;
  private long position;

  /** Bytes of the delimiter that match; the first one needs no line end in front of it. */
  private int matched = 2;

  MultipartScanner(String boundary, Events events) {
    this.events = events;
    this.delimiter = ("\r\n--" + boundary).getBytes(StandardCharsets.ISO_8859_1);
    this.fallback = new int[delimiter.length];
    for (int i = 1, k = 0; i < delimiter.length; i++) {
      while (k > 0 && delimiter[i] != delimiter[k]) {
        k = fallback[k - 1];
      }
      if (delimiter[i] == delimiter[k]) {
        k++;
      }
      fallback[i] = k;
    }
  }

  /** Bytes of data of the current part so far, at least; 0 outside a part. */
  long partSize() {
    return inPart ? Math.max(0, position - partStart - matched) : 0;
  }

  /** The next bytes of the body. */
  void take(byte[] bytes, int offset, int length) throws RefusedRequestException {
    int i = offset;
    int end = offset + length;
    while (i < end) {
      if (state == State.EPILOGUE) {
        position += end - i;
        return;
      }
      if (state == State.DATA && matched == 0) {
        int from = i;
        while (i < end && bytes[i] != '\r') {
          i++;
        }
        position += i - from;
        if (i == end) {
          return;
        }
      }
      position++;
      step(bytes[i++]);
    }
  }

  /** The end of the body. */
  void end() throws RefusedRequestException {
    if (state != State.EPILOGUE) {
      throw malformed();
    }
  }

  /** Takes a byte; {@link #position} stands behind it. */
  private void step(byte b) throws RefusedRequestException {
    switch (state) {
      case DATA -> match(b);
      case AFTER_DELIMITER -> afterDelimiter(b);
      case AFTER_DASH -> {
        require(b == '-');
        state = State.EPILOGUE;
      }
      case AFTER_CR -> {
        require(b == '\n');
        headers.reset();
        state = State.HEADERS;
      }
      case HEADERS -> header(b);
      case EPILOGUE -> {}
    }
  }

  private void match(byte b) throws RefusedRequestException {
    while (matched > 0 && delimiter[matched] != b) {
      matched = fallback[matched - 1];
    }
    if (delimiter[matched] == b) {
      matched++;
    }
    if (matched == delimiter.length) {
      if (inPart) {
        events.partEnds(Math.max(partStart, position - delimiter.length));
      }
      inPart = false;
      matched = 0;
      state = State.AFTER_DELIMITER;
    }
  }

  private void afterDelimiter(byte b) throws RefusedRequestException {
    if (b == '-') {
      state = State.AFTER_DASH;
    } else if (b == '\r') {
      state = State.AFTER_CR;
    } else {
      require(b == ' ' || b == '\t');
    }
  }

  private void header(byte b) throws RefusedRequestException {
    headers.write(b);
    int size = headers.size();
    if (size > MAX_HEADERS) {
      throw RefusedRequestException.malformed("multipart headers are too long");
    }
    if (b != '\n') {
      return;
    }
    byte[] all = headers.toByteArray();
    boolean isFirst = size == 2 && all[0] == '\r';
    boolean isLast =
        size >= 4 && all[size - 2] == '\r' && all[size - 3] == '\n' && all[size - 4] == '\r';
    if (isFirst || isLast) {
      state = State.DATA;
      inPart = true;
      partStart = position;
      // An empty part may end right here: the empty line serves its delimiter too.
      matched = 2;
      events.partStarts(all, position);
    }
  }

  private static void require(boolean fits) throws RefusedRequestException {
    if (!fits) {
      throw malformed();
    }
  }

  private static RefusedRequestException malformed() {
    return RefusedRequestException.malformed("malformed multipart body");
  }
}
