package org.jsaffire.sapi;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScriptOutputTest {
  private static final class Sink implements ReplySink {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private int writes;
    private boolean isBroken;

    @Override
    public void write(byte[] from, int offset, int length) throws IOException {
      if (isBroken) {
        throw new IOException("gone");
      }
      writes++;
      bytes.write(from, offset, length);
    }

    @Override
    public void flush() {}

    @Override
    public void finish(byte[] from, int offset, int length) {
      bytes.write(from, offset, length);
    }

    String text() {
      return bytes.toString(UTF_8);
    }
  }

  private final Sink sink = new Sink();
  private final ScriptOutput out = new ScriptOutput(sink, 16 * 1024);

  @ParameterizedTest
  @ValueSource(
      longs = {
        0,
        1,
        -1,
        9,
        10,
        99,
        100,
        -100,
        12345,
        999_999_999_999_999_999L,
        1_000_000_000_000_000_000L,
        Long.MAX_VALUE,
        Long.MIN_VALUE,
        Long.MIN_VALUE + 1
      })
  void numbersAreTheirDigits(long number) {
    out.print(number);
    out.finish();
    assertEquals(Long.toString(number), sink.text());
    assertEquals(sink.text().length(), out.count());
  }

  @Test
  void textBeyondTheBufferArrivesWhole() {
    String text = "0123456789é€😀".repeat(5000);
    out.print(text);
    out.finish();
    assertEquals(text, sink.text());
    assertEquals(text.getBytes(UTF_8).length, out.count());
  }

  @Test
  void bytesThatAreNotUtf8ComeBack() {
    byte[] bytes = {(byte) 0xff, 'a', (byte) 0xc3, (byte) 0xa9, (byte) 0x80};
    out.print(RawText.decode(bytes));
    out.finish();
    assertArrayEquals(bytes, sink.bytes.toByteArray());
  }

  @Test
  void smallOutputWaitsForTheEnd() {
    out.print("a");
    out.write('b');
    out.write(new byte[] {'c'});
    assertEquals(0, sink.writes);
    out.finish();
    assertEquals("abc", sink.text());
  }

  @Test
  void nothingFollowsTheEnd() {
    out.finish();
    out.print("late");
    out.flush();
    out.finish();
    assertEquals("", sink.text());
  }

  @Test
  void discardedOutputNeverLeaves() {
    out.print("half a page");
    out.discard();
    out.print("error");
    out.finish();
    assertEquals("error", sink.text());
    assertEquals(5, out.count());
  }

  @Test
  void brokenPeerDropsOutput() {
    sink.isBroken = true;
    out.write(new byte[100_000]);
    out.print("more");
    out.flush();
    assertNotNull(out.failure());
    assertEquals(100_004, out.count());
  }
}
