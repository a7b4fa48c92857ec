package org.jsaffire.fcgi.request;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.jsaffire.fcgi.protocol.ProtocolStatus;
import org.jsaffire.fcgi.protocol.RecordType;
import org.jsaffire.fcgi.protocol.Records;

/**
 * Puts the records of one write together: STDOUT, STDERR, their ends, END_REQUEST. A small body is
 * copied, so that the write has one buffer; a large one is referred to.
 */
final class ReplyRecords {
  /** Largest body that is copied, in bytes. */
  static final int COPY_LIMIT = 16 << 10;

  private final int id;
  private final boolean align;
  private final List<ByteBuffer> buffers = new ArrayList<>(1);
  private final ByteBuffer scratch;
  private int cut;

  /**
   * @param contentBytes of everything that will be copied
   * @param recordCount an upper bound of the records
   */
  private ReplyRecords(int id, boolean align, int contentBytes, int recordCount) {
    this.id = id;
    this.align = align;
    this.scratch =
        ByteBuffer.allocate(contentBytes + recordCount * 15 + Records.SHORT_RECORD_LENGTH);
  }

  /** What is to be sent. Buffers are read from position to limit. */
  record Parts(ByteBuffer head, ByteBuffer body, ByteBuffer error) {
    boolean isEmpty() {
      return !head.hasRemaining() && !body.hasRemaining() && !error.hasRemaining();
    }
  }

  /** The records of a write that is not the last. */
  static ByteBuffer[] compose(int id, boolean align, Parts parts) {
    return start(id, align, parts).done();
  }

  /**
   * The records of the last write.
   *
   * @param endError STDERR was used and has to be ended
   */
  static ByteBuffer[] composeLast(
      int id, boolean align, Parts parts, boolean endError, int exitStatus) {
    ReplyRecords records = start(id, align, parts);
    if (endError) {
      Records.endOfStream(records.scratch, RecordType.STDERR, id);
    }
    Records.endOfStream(records.scratch, RecordType.STDOUT, id);
    Records.endRequest(records.scratch, id, exitStatus, ProtocolStatus.REQUEST_COMPLETE);
    return records.done();
  }

  private static ReplyRecords start(int id, boolean align, Parts parts) {
    int head = parts.head.remaining();
    int body = parts.body.remaining();
    int error = parts.error.remaining();
    boolean copies = body <= COPY_LIMIT;
    int count = (head + body) / Records.MAX_ALIGNED_CONTENT + error / Records.MAX_CONTENT + 6;
    ReplyRecords records = new ReplyRecords(id, align, head + error + (copies ? body : 0), count);
    records.output(parts.head, parts.body, copies);
    records.error(parts.error);
    return records;
  }

  private void output(ByteBuffer head, ByteBuffer body, boolean copies) {
    while (head.hasRemaining() || body.hasRemaining()) {
      int ofHead = Math.min(head.remaining(), Records.MAX_ALIGNED_CONTENT);
      int ofBody = Math.min(body.remaining(), Records.MAX_ALIGNED_CONTENT - ofHead);
      int padding = align ? Records.padding(ofHead + ofBody) : 0;
      Records.header(scratch, RecordType.STDOUT, id, ofHead + ofBody, padding);
      copy(head, ofHead);
      if (copies) {
        copy(body, ofBody);
      } else {
        refer(body, ofBody);
      }
      Records.pad(scratch, padding);
    }
  }

  private void error(ByteBuffer error) {
    while (error.hasRemaining()) {
      int size = Math.min(error.remaining(), Records.MAX_ALIGNED_CONTENT);
      int padding = align ? Records.padding(size) : 0;
      Records.header(scratch, RecordType.STDERR, id, size, padding);
      copy(error, size);
      Records.pad(scratch, padding);
    }
  }

  private void copy(ByteBuffer from, int size) {
    scratch.put(scratch.position(), from, from.position(), size);
    scratch.position(scratch.position() + size);
    from.position(from.position() + size);
  }

  private void refer(ByteBuffer from, int size) {
    cutScratch();
    buffers.add(from.slice(from.position(), size));
    from.position(from.position() + size);
  }

  private void cutScratch() {
    if (scratch.position() > cut) {
      buffers.add(scratch.slice(cut, scratch.position() - cut));
      cut = scratch.position();
    }
  }

  private ByteBuffer[] done() {
    cutScratch();
    return buffers.toArray(ByteBuffer[]::new);
  }
}
