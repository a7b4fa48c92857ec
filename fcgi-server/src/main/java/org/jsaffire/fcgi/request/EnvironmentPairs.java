package org.jsaffire.fcgi.request;

import java.nio.ByteBuffer;
import java.util.Map;
import org.jsaffire.fcgi.protocol.PairDecoder;
import org.jsaffire.fcgi.protocol.Pairs;
import org.jsaffire.fcgi.protocol.Params;
import org.jsaffire.fcgi.protocol.ParamsLimits;
import org.jsaffire.sapi.RawText;

/** A process environment as the parameters of a request. */
final class EnvironmentPairs {
  private EnvironmentPairs() {}

  /** The variables as bytes; those beyond the limits are left out. */
  static Params encode(Map<String, String> variables, ParamsLimits limits) {
    PairDecoder decoder = new PairDecoder(limits);
    variables.forEach((name, value) -> add(decoder, RawText.encode(name), RawText.encode(value)));
    return decoder.params();
  }

  private static void add(PairDecoder decoder, byte[] name, byte[] value) {
    ByteBuffer pair = ByteBuffer.allocate(Pairs.encodedLength(name.length, value.length));
    Pairs.put(pair, name, value);
    decoder.feed(pair.flip());
  }
}
