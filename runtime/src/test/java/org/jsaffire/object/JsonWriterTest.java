package org.jsaffire.object;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonWriterTest {
  private final TestInvoker in = new TestInvoker();

  private String json(Value value) {
    return JsonWriter.text(in, value, 0);
  }

  private HashObject hash(Object... pairs) {
    HashObject hash = new HashObject();
    for (int i = 0; i < pairs.length; i += 2) {
      Value key = pairs[i] instanceof String text ? Str.of(text) : (Value) pairs[i];
      hash.put(in, key, (Value) pairs[i + 1]);
    }
    return hash;
  }

  @Test
  void plainValues() {
    assertEquals("null", json(NullValue.NULL));
    assertEquals("true", json(Bool.TRUE));
    assertEquals("-12", json(Numerical.of(-12)));
    assertEquals("1" + "0".repeat(30), json(Numerical.of(BigInteger.TEN.pow(30))));
    assertEquals("2.0", json(DoubleValue.of(new BigDecimal("2"))));
    assertEquals("100.0", json(DoubleValue.of(new BigDecimal("1e2"))));
    assertEquals("-0.05", json(DoubleValue.of(new BigDecimal("-0.05"))));
  }

  @Test
  void containers() {
    assertEquals(
        "{\"id\":7,\"tags\":[\"a\"]}",
        json(hash("id", Numerical.of(7), "tags", ListObject.of(Str.of("a")))));
    assertEquals("[1,[]]", json(TupleObject.of(Numerical.of(1), TupleObject.of())));
    SetObject set = new SetObject();
    set.add(in, Bool.TRUE);
    assertEquals("[true]", json(set));
    assertEquals(
        "{\"1\":{},\"null\":[],\"1.5\":0}",
        json(
            hash(
                Numerical.of(1),
                new HashObject(),
                NullValue.NULL,
                new ListObject(),
                DoubleValue.of(new BigDecimal("1.5")),
                Numerical.of(0))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0 | \\u0022 | \\\"",
        "0 | \\u005c | \\\\",
        "0 | \\u0001 | \\u0001",
        "0 | \\u001f | \\u001f",
        "0 | \\u000a | \\n",
        "0 | \\u000d | \\r",
        "0 | \\u0009 | \\t",
        "0 | \\u0008 | \\b",
        "0 | \\u000c | \\f",
        "0 | \\u007f | \u007f",
        "0 | \\u2028 | \u2028",
        "0 | / | /",
        "8 | / | \\/",
        "0 | é | é",
        "4 | é | \\u00e9",
        "4 | 😀 | \\ud83d\\ude00",
        "4 | \\u007f | \u007f",
        "0 | 😀 | 😀",
        "64 | <&>' | \\u003c\\u0026\\u003e\\u0027",
        "0 | <&>' | <&>'",
        "0 | \\udcc3x | \uFFFDx",
        "0 | \\ud800 | \uFFFD",
        "4 | \\udcc3 | \\ufffd",
      })
  void strings(int options, String text, String expected) {
    String plain = unescape(text);
    assertEquals('"' + expected + '"', JsonWriter.text(in, Str.of(plain), options));
  }

  private static String unescape(String text) {
    StringBuilder plain = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      if (text.startsWith("\\u", i)) {
        plain.append((char) Integer.parseInt(text.substring(i + 2, i + 6), 16));
        i += 5;
      } else {
        plain.append(text.charAt(i));
      }
    }
    return plain.toString();
  }

  @Test
  void prettyText() {
    HashObject hash =
        hash("b", ListObject.of(Numerical.of(1), new ListObject()), "a", new HashObject());
    assertEquals(
        "{\n    \"b\": [\n        1,\n        []\n    ],\n    \"a\": {}\n}",
        JsonWriter.text(in, hash, JsonWriter.PRETTY));
    assertEquals("{\"a\":{},\"b\":[1,[]]}", JsonWriter.text(in, hash, JsonWriter.SORT));
  }

  private static ListObject nested(int depth) {
    ListObject list = new ListObject();
    for (int i = 1; i < depth; i++) {
      list = ListObject.of(list);
    }
    return list;
  }

  private String refusal(Value value) {
    return assertThrows(ScriptException.class, () -> json(value)).getMessage();
  }

  @Test
  void depthIsBounded() {
    assertEquals("[".repeat(512) + "]".repeat(512), json(nested(512)));
    String message = "argumentException: Cannot encode recursive structure";
    assertEquals(message, refusal(nested(513)));
    ListObject cycle = new ListObject();
    cycle.add(cycle);
    cycle.add(cycle);
    assertEquals(message, refusal(cycle));
  }

  @Test
  void whatHasNoFormIsRefused() {
    assertEquals(
        "argumentException: Cannot encode a callable",
        refusal(TestInvoker.callable("object f()", (run, self, a) -> self)));
    assertEquals("argumentException: Cannot encode a string", refusal(Core.STRING));
    assertEquals(
        "argumentException: Cannot encode a exception", refusal(Errors.index().exception()));
    assertEquals(
        "argumentException: Cannot encode a regex",
        refusal(ListObject.of(RegexCompiler.compile("a", ""))));
  }

  private static ClassObject script(ClassObject parent, Member... members) {
    Layout.Builder layout = new Layout.Builder("T", "\\T", parent.instanceLayout());
    for (Member member : members) {
      layout.declare(member);
    }
    return new ClassObject(layout.build(), parent, List.of(), null);
  }

  private static MethodMember jsonMethod(NativeMethod.Body0 body) {
    return new MethodMember(
        "__json",
        List.of(
            new NativeMethod(
                NativeSignature.parse("object __json()", Map.of()),
                "A test.",
                false,
                true,
                false,
                body)));
  }

  @Test
  void objectsShowTheirPublicProperties() {
    ClassObject parent =
        script(
            Core.BASE,
            new PropertyMember("a", Visibility.PUBLIC, false),
            new PropertyMember("hidden", Visibility.PROTECTED, false),
            new PropertyMember("shared", Visibility.PUBLIC, true));
    Instance object =
        new Instance(script(parent, new PropertyMember("b", Visibility.PUBLIC, false)));
    Attributes.set(object, "c", Str.of("x"), null);
    assertEquals("{\"a\":null,\"b\":null,\"c\":\"x\"}", json(object));
    assertEquals("\"x\"", json(new Instance(script(Core.STRING), Str.of("x"))));
  }

  @Test
  void objectsCanSayWhatTheyAre() {
    ClassObject type = script(Core.BASE, jsonMethod((run, self) -> hash("v", Numerical.of(1))));
    ListObject deep = nested(511);
    assertEquals("[{\"v\":1}]", json(ListObject.of(new Instance(type))));
    ClassObject wrapping = script(Core.BASE, jsonMethod((run, self) -> nested(1)));
    ListObject innermost = deep;
    while (innermost.size() > 0) {
      innermost = (ListObject) innermost.get(0);
    }
    innermost.add(new Instance(wrapping));
    assertEquals("[".repeat(512) + "]".repeat(512), json(deep));
  }

  @Test
  void objectsThatReturnObjectsForEverEnd() {
    ClassObject[] type = new ClassObject[1];
    type[0] = script(Core.BASE, jsonMethod((run, self) -> new Instance(type[0])));
    assertEquals(
        "argumentException: Cannot encode recursive structure", refusal(new Instance(type[0])));
    ClassObject selfish = script(Core.BASE, jsonMethod((run, self) -> self));
    assertEquals(
        "argumentException: Cannot encode recursive structure", refusal(new Instance(selfish)));
  }
}
