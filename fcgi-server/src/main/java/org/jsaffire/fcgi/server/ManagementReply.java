package org.jsaffire.fcgi.server;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jsaffire.fcgi.protocol.Pairs;
import org.jsaffire.fcgi.protocol.Params;
import org.jsaffire.fcgi.protocol.RecordType;
import org.jsaffire.fcgi.protocol.Records;

/** Answers to management records (FastCGI 1.0, 4) and refusals of requests (5.5). */
final class ManagementReply {
  private static final String MAX_CONNS = "FCGI_MAX_CONNS";
  private static final String MAX_REQS = "FCGI_MAX_REQS";
  private static final String MPXS_CONNS = "FCGI_MPXS_CONNS";

  private ManagementReply() {}

  /** GET_VALUES_RESULT: the known ones of the names asked for, each once. */
  static ByteBuffer values(Params asked, ServerOptions options) {
    Map<String, String> answers = new LinkedHashMap<>();
    for (int i = 0; i < asked.count(); i++) {
      String name = asked.nameLatin1(i);
      String value = value(name, options);
      if (value != null) {
        answers.put(name, value);
      }
    }
    ByteBuffer content = ByteBuffer.allocate(128);
    answers.forEach((name, value) -> Pairs.put(content, bytes(name), bytes(value)));
    content.flip();
    int length = content.remaining();
    int padding = Records.padding(length);
    ByteBuffer out = ByteBuffer.allocate(Records.HEADER_LENGTH + length + padding);
    Records.header(out, RecordType.GET_VALUES_RESULT, 0, length, padding);
    out.put(content);
    Records.pad(out, padding);
    return out.flip();
  }

  private static String value(String name, ServerOptions options) {
    return switch (name) {
      case MAX_CONNS -> Integer.toString(options.maxConnections());
      case MAX_REQS -> Integer.toString(options.maxRequests());
      case MPXS_CONNS -> options.multiplex() ? "1" : "0";
      default -> null;
    };
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  static ByteBuffer unknownType(int type) {
    ByteBuffer out = ByteBuffer.allocate(Records.SHORT_RECORD_LENGTH);
    Records.unknownType(out, type);
    return out.flip();
  }

  /** END_REQUEST for a request that was not accepted. */
  static ByteBuffer rejected(int id, int protocolStatus) {
    ByteBuffer out = ByteBuffer.allocate(Records.SHORT_RECORD_LENGTH);
    Records.endRequest(out, id, 0, protocolStatus);
    return out.flip();
  }
}
