package org.jsaffire.fcgi.server;

import java.nio.ByteBuffer;
import org.jsaffire.fcgi.protocol.PairDecoder;
import org.jsaffire.fcgi.protocol.ParamsLimits;
import org.jsaffire.fcgi.protocol.ProtocolStatus;
import org.jsaffire.fcgi.protocol.RecordParser;
import org.jsaffire.fcgi.protocol.RecordType;
import org.jsaffire.fcgi.protocol.Records;
import org.jsaffire.fcgi.protocol.Role;
import org.jsaffire.fcgi.request.WireExchange;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides what each record of a connection means: management, the begin of a request, or a part of
 * an active one. Used by the thread that reads the connection.
 */
final class RecordHandler implements RecordParser.Listener {
  private static final Logger LOG = LoggerFactory.getLogger(RecordHandler.class);

  private static final int BEGIN_LENGTH = 8;

  /** A query for values asks for three. */
  private static final ParamsLimits VALUES_LIMITS = new ParamsLimits(16 << 10, 64, 1024);

  private final FcgiConnection connection;
  private int type;
  private int id;
  private int length;

  /** The active request that the record belongs to, or null for one to be ignored. */
  private WireExchange exchange;

  private long begin;
  private PairDecoder values;
  private String error;
  private boolean blocked;

  RecordHandler(FcgiConnection connection) {
    this.connection = connection;
  }

  /** What is wrong with the peer's records, or null. */
  String error() {
    return error;
  }

  /** The next record waits for a request of the same id to end. */
  boolean isBlocked() {
    return blocked;
  }

  /** The request has ended that the next record waits for. */
  void unblock() {
    blocked = false;
  }

  @Override
  public boolean record(int newType, int newId, int contentLength) {
    type = newType;
    id = newId;
    length = contentLength;
    exchange = null;
    if (error != null) {
      return false;
    }
    if (newType == RecordType.BEGIN_REQUEST) {
      return acceptsBegin();
    }
    if (newId == 0) {
      values = newType == RecordType.GET_VALUES ? new PairDecoder(VALUES_LIMITS) : null;
    } else {
      exchange = connection.active(newId);
    }
    return true;
  }

  private boolean acceptsBegin() {
    if (id == 0) {
      return fail("BEGIN_REQUEST with id 0");
    }
    if (length != BEGIN_LENGTH) {
      return fail("BEGIN_REQUEST of " + length + " bytes, request " + id);
    }
    WireExchange running = connection.active(id);
    if (running != null && running.mayBeFollowed()) {
      blocked = true;
      return false;
    }
    return running == null || fail("BEGIN_REQUEST for the active request " + id);
  }

  private boolean fail(String reason) {
    error = reason;
    return false;
  }

  @Override
  public void content(ByteBuffer slice) {
    switch (type) {
      case RecordType.BEGIN_REQUEST -> {
        while (slice.hasRemaining()) {
          begin = begin << 8 | (slice.get() & 0xff);
        }
      }
      case RecordType.GET_VALUES -> {
        if (values != null) {
          values.feed(slice);
        }
      }
      case RecordType.PARAMS -> {
        if (exchange != null && !exchange.hasParams()) {
          exchange.offerParams(slice);
        }
      }
      case RecordType.STDIN -> {
        if (exchange != null && exchange.role() != Role.AUTHORIZER) {
          exchange.offerStdin(slice);
        }
      }
      case RecordType.DATA -> {
        if (exchange != null) {
          exchange.offerData(slice);
        }
      }
      default -> {
        // Skipped: ABORT_REQUEST has no content, the others are not for us.
      }
    }
  }

  @Override
  public void end() {
    if (type == RecordType.BEGIN_REQUEST) {
      begin((int) (begin >> 48) & 0xffff, (int) (begin >> 40) & 0xff);
    } else if (id == 0) {
      endManagement();
    } else if (exchange != null) {
      endOfActive();
    }
  }

  @Override
  public void unsupportedVersion(int version) {
    error = "record of version " + version;
  }

  private void begin(int roleCode, int flags) {
    boolean keep = (flags & Records.KEEP_CONN) != 0;
    Role role = Role.of(roleCode);
    if (role == null || !connection.core().offers(role)) {
      LOG.warn("Role {} is not offered, request {} from {}", roleCode, id, connection.peer());
      connection.reject(id, ProtocolStatus.UNKNOWN_ROLE, keep);
    } else {
      connection.begin(id, role, keep);
    }
  }

  private void endManagement() {
    switch (type) {
      case RecordType.GET_VALUES -> {
        values.finish();
        connection.reply(ManagementReply.values(values.params(), connection.core().options()));
        values = null;
      }
      case RecordType.END_REQUEST,
          RecordType.STDOUT,
          RecordType.STDERR,
          RecordType.GET_VALUES_RESULT,
          RecordType.UNKNOWN_TYPE ->
          LOG.debug("Ignored {} from {}", RecordType.name(type), connection.peer());
      default -> {
        LOG.warn("Unknown management {} from {}", RecordType.name(type), connection.peer());
        connection.reply(ManagementReply.unknownType(type));
      }
    }
  }

  private void endOfActive() {
    switch (type) {
      case RecordType.ABORT_REQUEST -> connection.abort(exchange);
      case RecordType.PARAMS -> {
        if (length == 0 && !exchange.hasParams()) {
          connection.start(exchange);
        }
      }
      case RecordType.STDIN -> endOfStdin();
      case RecordType.DATA -> {
        if (length == 0) {
          exchange.endData();
        }
      }
      default ->
          LOG.warn(
              "Ignored {} for request {} from {}", RecordType.name(type), id, connection.peer());
    }
  }

  private void endOfStdin() {
    if (!exchange.hasParams()) {
      error = "STDIN before the end of PARAMS, request " + id;
    } else if (length == 0) {
      exchange.endStdin();
    }
  }
}
