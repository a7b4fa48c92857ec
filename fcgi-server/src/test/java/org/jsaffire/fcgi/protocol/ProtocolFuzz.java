package org.jsaffire.fcgi.protocol;

import java.nio.ByteBuffer;
import java.util.Random;

/**
 * Random and mutated records through the parser and the pair decoder: no exception escapes, all
 * bytes are taken, nothing is held past the limits. {@link #main} runs as many records as asked
 * for, 10 million by default.
 */
public final class ProtocolFuzz {
  private static final ParamsLimits LIMITS = new ParamsLimits(4096, 50, 64);

  private final Random random;
  private long records;
  private PairDecoder decoder = new PairDecoder(LIMITS);

  private ProtocolFuzz(long seed) {
    random = new Random(seed);
  }

  /** Arguments: number of records, seed. */
  public static void main(String[] args) {
    long count = args.length > 0 ? Long.parseLong(args[0]) : 10_000_000;
    long seed = args.length > 1 ? Long.parseLong(args[1]) : System.nanoTime();
    System.out.println("seed " + seed);
    System.out.println(run(seed, count) + " records");
  }

  /** Feeds streams until that many records were seen; returns their number. */
  static long run(long seed, long count) {
    ProtocolFuzz fuzz = new ProtocolFuzz(seed);
    try {
      while (fuzz.records < count) {
        fuzz.stream();
      }
    } catch (RuntimeException | AssertionError e) {
      throw new AssertionError("seed " + seed + " after " + fuzz.records + " records", e);
    }
    return fuzz.records;
  }

  private void stream() {
    ByteBuffer bytes = ByteBuffer.allocate(1 << 16);
    int count = 1 + random.nextInt(60);
    for (int i = 0; i < count && bytes.remaining() > 1200; i++) {
      record(bytes);
    }
    mutate(bytes);
    bytes.flip();
    RecordParser parser = new RecordParser(new Feeder());
    while (bytes.hasRemaining()) {
      int size = 1 + random.nextInt(Math.min(bytes.remaining(), 1 + random.nextInt(3000)));
      ByteBuffer slice = bytes.slice(bytes.position(), size);
      if (!parser.parse(slice)) {
        records++;
        return;
      }
      if (slice.hasRemaining()) {
        throw new AssertionError("left " + slice.remaining());
      }
      bytes.position(bytes.position() + size);
    }
  }

  private void record(ByteBuffer out) {
    int length = random.nextInt(4) == 0 ? 0 : random.nextInt(700);
    int padding = random.nextInt(3) == 0 ? random.nextInt(256) : Records.padding(length);
    Records.header(out, random.nextInt(13), random.nextInt(3), length, padding);
    int end = out.position() + length;
    while (random.nextBoolean() && end - out.position() > 200) {
      byte[] name = new byte[random.nextInt(70)];
      byte[] value = new byte[random.nextInt(100)];
      Pairs.put(out, name, value);
    }
    byte[] rest = new byte[end - out.position()];
    random.nextBytes(rest);
    out.put(rest);
    Records.pad(out, padding);
  }

  private void mutate(ByteBuffer bytes) {
    int size = bytes.position();
    for (int i = random.nextInt(4); i > 0 && random.nextInt(3) > 0; i--) {
      bytes.put(random.nextInt(size), (byte) random.nextInt(256));
    }
  }

  private final class Feeder implements RecordParser.Listener {
    private int left;

    @Override
    public boolean record(int type, int id, int contentLength) {
      records++;
      left = contentLength;
      return true;
    }

    @Override
    public void content(ByteBuffer slice) {
      left -= slice.remaining();
      decoder.feed(slice);
      if (slice.hasRemaining()) {
        throw new AssertionError("decoder left bytes");
      }
    }

    @Override
    public void end() {
      if (left != 0) {
        throw new AssertionError("record ended with " + left + " bytes to come");
      }
      if (random.nextInt(5) == 0) {
        check();
        decoder = new PairDecoder(LIMITS);
      }
    }

    private void check() {
      decoder.finish();
      Params params = decoder.params();
      if (params.bytes().length > LIMITS.maxBytes() || params.count() > LIMITS.maxCount()) {
        throw new AssertionError("limits passed");
      }
      for (int i = 0; i < params.count(); i++) {
        if (params.nameLength(i) < 0 || params.value(i).length != params.valueLength(i)) {
          throw new AssertionError("pair " + i);
        }
      }
    }

    @Override
    public void unsupportedVersion(int version) {
      if (version == Records.VERSION) {
        throw new AssertionError();
      }
    }
  }
}
