package org.jsaffire.stdlib;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.util.Random;
import org.jsaffire.object.JsonWriter;
import org.jsaffire.object.ScriptException;
import org.jsaffire.object.TestInvoker;
import org.jsaffire.object.Value;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonDecoderTest {
  private static final String SAMPLE =
      "{\"a\": [1, -2.5e3, true, false, null], \"\\u00e9\\n\": {\"b\": \"x\\\\y\"}, \"c\": [], \"d\": {}}";

  private static final String SIGNS = "{}[]:,\"\\ \n01.-+eEtrufalsn/'x\u0001\u00e9\ufeff";

  private final TestInvoker in = new TestInvoker();

  private static boolean isWellFormed(String text) {
    try (JsonParser parser = new JsonFactory().createParser(text)) {
      if (parser.nextToken() == null) {
        return false;
      }
      parser.skipChildren();
      parser.getText();
      return parser.nextToken() == null;
    } catch (IOException e) {
      return false;
    }
  }

  /** The JSON text of what a reader makes of a text; null when it refuses it. */
  private String read(String text) {
    try {
      Value value = new JsonReader(in, text, false).read();
      return JsonWriter.text(in, value, 0);
    } catch (ScriptException e) {
      return null;
    }
  }

  private String decoded(String text) {
    try {
      return JsonWriter.text(in, JsonDecoder.decode(in, text, 0), 0);
    } catch (ScriptException e) {
      return null;
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void theReaderOfErrorsAgreesWithTheLibrary(long seed) {
    Random random = new Random(seed);
    for (int round = 0; round < 20_000; round++) {
      StringBuilder text = new StringBuilder(SAMPLE);
      for (int i = random.nextInt(4); i >= 0; i--) {
        int at = random.nextInt(text.length());
        char c = SIGNS.charAt(random.nextInt(SIGNS.length()));
        switch (random.nextInt(3)) {
          case 0 -> text.setCharAt(at, c);
          case 1 -> text.insert(at, c);
          default -> text.delete(at, Math.min(text.length(), at + 1 + random.nextInt(30)));
        }
      }
      String mutant = text.toString();
      String label = "seed " + seed + ": " + mutant;
      assertEquals(isWellFormed(mutant), read(mutant) != null, label);
      assertEquals(read(mutant), decoded(mutant), label);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void whatIsWrittenIsReadAgain(long seed) {
    Random random = new Random(seed);
    for (int round = 0; round < 500; round++) {
      StringBuilder text = new StringBuilder();
      write(random, text, 0);
      for (int options : new int[] {0, JsonWriter.PRETTY, JsonWriter.ASCII | JsonWriter.HTML}) {
        Value value = JsonDecoder.decode(in, text.toString(), 0);
        String again = JsonWriter.text(in, value, options);
        assertEquals(text.toString(), JsonWriter.text(in, JsonDecoder.decode(in, again, 0), 0));
        assertEquals(
            text.toString(),
            JsonWriter.text(in, JsonDecoder.decode(in, again, JsonDecoder.LENIENT), 0));
      }
    }
  }

  private static void write(Random random, StringBuilder out, int depth) {
    switch (random.nextInt(depth > 4 ? 4 : 6)) {
      case 0 -> out.append(random.nextLong());
      case 1 -> out.append(random.nextInt(1000)).append(".5");
      case 2 -> out.append(random.nextBoolean() ? "true" : "null");
      case 3 -> out.append("\"a\\n\\\"\u00e9\ud83d\ude00<").append(random.nextInt(10)).append('"');
      case 4 -> {
        out.append('[');
        for (int i = random.nextInt(4); i > 0; i--) {
          write(random, out, depth + 1);
          out.append(i > 1 ? "," : "");
        }
        out.append(']');
      }
      default -> {
        out.append('{');
        for (int i = random.nextInt(4); i > 0; i--) {
          out.append("\"k").append(i).append("\":");
          write(random, out, depth + 1);
          out.append(i > 1 ? "," : "");
        }
        out.append('}');
      }
    }
  }
}
