package org.jsaffire.stdlib;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.jsaffire.object.Bool;
import org.jsaffire.object.HashObject;
import org.jsaffire.object.Invoker;
import org.jsaffire.object.ListObject;
import org.jsaffire.object.NullValue;
import org.jsaffire.object.Numerical;
import org.jsaffire.object.ScriptException;
import org.jsaffire.object.Str;
import org.jsaffire.object.Value;

/**
 * Values of JSON texts (modules.md 11). A library reads what is well-formed; what it refuses is
 * read again by {@link JsonReader}, which knows the exact place and reason.
 */
public final class JsonDecoder {
  /** Option: unquoted keys and bare words, single quotes, comments, trailing commas. */
  public static final int LENIENT = 16;

  /** The names that texts have in common. A service of the run. */
  static final class Names {
    private final JsonFactory factory =
        new JsonFactoryBuilder()
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .recyclerPool(JsonRecyclerPools.nonRecyclingPool())
            .streamReadConstraints(CONSTRAINTS)
            .build();
  }

  private static final StreamReadConstraints CONSTRAINTS =
      StreamReadConstraints.builder()
          .maxNestingDepth(JsonReader.MAX_DEPTH)
          .maxNumberLength(Integer.MAX_VALUE)
          .maxStringLength(Integer.MAX_VALUE)
          .maxNameLength(Integer.MAX_VALUE)
          .build();

  private final Invoker in;
  private final JsonParser parser;

  /** The same keys come again and again. */
  private final Map<String, Str> keys = new HashMap<>();

  private int steps;

  private JsonDecoder(Invoker in, JsonParser parser) {
    this.in = in;
    this.parser = parser;
  }

  /**
   * Decodes a text.
   *
   * @param options {@link #LENIENT} or 0; other bits are ignored
   * @throws ScriptException argumentException that names the place and what is wrong there
   */
  public static Value decode(Invoker in, String text, int options) {
    if ((options & LENIENT) != 0) {
      return new JsonReader(in, text, true).read();
    }
    if (text.length() >= 1024) {
      in.charge(2L * text.length());
    }
    try (JsonParser parser = in.service(Names.class).factory.createParser(text.toCharArray())) {
      return new JsonDecoder(in, parser).document();
    } catch (IOException e) {
      return new JsonReader(in, text, false).read();
    }
  }

  private Value document() throws IOException {
    JsonToken first = parser.nextToken();
    if (first == null) {
      throw new IOException("no value");
    }
    Value value = value(first);
    if (parser.nextToken() != null) {
      throw new IOException("more than a value");
    }
    return value;
  }

  private Value value(JsonToken token) throws IOException {
    return switch (token) {
      case START_OBJECT -> object();
      case START_ARRAY -> array();
      case VALUE_STRING -> JsonReader.string(parser.getText());
      case VALUE_NUMBER_INT -> integer();
      case VALUE_NUMBER_FLOAT -> fraction();
      case VALUE_TRUE -> Bool.TRUE;
      case VALUE_FALSE -> Bool.FALSE;
      case VALUE_NULL -> NullValue.NULL;
      case END_ARRAY, END_OBJECT, FIELD_NAME, NOT_AVAILABLE, VALUE_EMBEDDED_OBJECT ->
          throw new IOException("no value: " + token);
    };
  }

  private Value integer() throws IOException {
    return parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER
        ? JsonReader.integer(parser.getText())
        : Numerical.of(parser.getLongValue());
  }

  private Value fraction() throws IOException {
    String text = parser.getText();
    if (JsonReader.isLargeExponent(text)) {
      throw new IOException("large exponent");
    }
    return JsonReader.fraction(text);
  }

  private ListObject array() throws IOException {
    ListObject list = new ListObject();
    for (JsonToken token = parser.nextToken();
        token != JsonToken.END_ARRAY;
        token = parser.nextToken()) {
      step();
      list.add(value(token));
    }
    return list;
  }

  private HashObject object() throws IOException {
    HashObject hash = new HashObject();
    for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
      step();
      Str key = keys.get(name);
      if (key == null) {
        key = JsonReader.string(name);
        keys.put(name, key);
      }
      hash.put(in, key, value(parser.nextToken()));
    }
    return hash;
  }

  private void step() {
    if ((++steps & 0xfff) == 0) {
      in.checkpoint();
    }
  }
}
