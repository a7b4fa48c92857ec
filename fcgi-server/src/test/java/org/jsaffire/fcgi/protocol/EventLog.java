package org.jsaffire.fcgi.protocol;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Writes down what a parser says, with the slices of one record joined. */
final class EventLog implements RecordParser.Listener {
  final List<String> events = new ArrayList<>();
  final StringBuilder content = new StringBuilder();
  int announced;

  @Override
  public boolean record(int type, int id, int contentLength) {
    announced = contentLength;
    content.setLength(0);
    events.add(RecordType.name(type) + " " + id + " " + contentLength);
    return true;
  }

  @Override
  public void content(ByteBuffer slice) {
    byte[] bytes = new byte[slice.remaining()];
    slice.get(bytes);
    content.append(new String(bytes, StandardCharsets.ISO_8859_1));
  }

  @Override
  public void end() {
    if (content.length() != announced) {
      throw new IllegalStateException(content.length() + " bytes, announced " + announced);
    }
    events.add("end " + content);
  }

  @Override
  public void unsupportedVersion(int version) {
    events.add("version " + version);
  }
}
