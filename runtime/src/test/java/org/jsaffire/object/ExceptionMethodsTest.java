package org.jsaffire.object;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class ExceptionMethodsTest {
  private final TestInvoker in = new TestInvoker();

  private Instance make(String message) {
    return (Instance) in.call(Exceptions.FILE_NOT_FOUND, Str.of(message));
  }

  private static String refusal(org.junit.jupiter.api.function.Executable action) {
    return assertThrows(ScriptException.class, action).getMessage();
  }

  @Test
  void messageAndCode() {
    Value e = in.call(Exceptions.EXCEPTION, Str.of("text"), Numerical.of(100), NullValue.NULL);
    assertEquals("text", in.text(e, "getMessage"));
    assertEquals("text", in.text(e, "__string"));
    assertEquals(Numerical.of(100), in.send(e, "getCode"));
    assertEquals(Numerical.of(100), in.send(e, "__numerical"));
    assertSame(Bool.TRUE, in.send(e, "__boolean"));
    assertSame(e, in.send(e, "setMessage", Str.of("other")));
    assertSame(e, in.send(e, "setCode", Numerical.of(-1)));
    assertEquals("other -1", in.text(e, "string") + " " + in.text(e, "numerical"));
    assertEquals(Numerical.of(0), in.send(make("x"), "getCode"));
    assertEquals("fileNotFoundException", in.text(make("x"), "getClass"));
  }

  @Test
  void theConstructorWantsAText() {
    assertEquals(
        "argumentException: Error while parsing argument list: at least 1 arguments are needed."
            + " Only 0 are given",
        refusal(() -> in.call(Exceptions.EXCEPTION)));
    assertEquals(
        "argumentException: Error while parsing argument list: wanted a string, but got a"
            + " numerical",
        refusal(() -> in.call(Exceptions.IO, Numerical.of(1))));
    assertEquals(
        "argumentException: Error while parsing argument list: wanted a numerical, but got a null",
        refusal(() -> in.call(Exceptions.IO, Str.of("x"), NullValue.NULL)));
  }

  @Test
  void equalityIsIdentity() {
    Instance e = make("x");
    assertSame(Bool.TRUE, in.send(e, "__cmp_eq", e));
    assertSame(Bool.TRUE, in.send(e, "__cmp_ne", make("x")));
    assertEquals(true, Operators.isEqual(in, e, e));
    assertEquals(false, Operators.isEqual(in, e, make("x")));
    assertEquals(true, Operators.isUnequal(in, e, make("x")));
    assertNotEquals(in.send(e, "__id"), in.send(make("x"), "__id"));
  }

  @Test
  void nothingIsKnownBeforeItIsThrown() {
    Instance e = make("x");
    assertEquals(0, ((ListObject) in.send(e, "getStackTrace")).size());
    assertEquals("", in.text(e, "getTraceAsString"));
    assertEquals("", in.text(e, "getFile"));
    assertEquals(Numerical.of(0), in.send(e, "getLine"));
    assertSame(NullValue.NULL, in.send(e, "getPrevious"));
  }

  @Test
  void theTraceIsNumberedFromTheInnermostCall() {
    Instance e = make("x");
    ((ExceptionState) e.payload())
        .setTrace(
            List.of(
                new ExceptionState.TraceEntry("/srv/a.sf", 7, "\\T", "run"),
                new ExceptionState.TraceEntry("/srv/b.sf", 4, "\\", "")));
    String first = "#0 /srv/a.sf:7 \\T.run (<args>)";
    String second = "#1 /srv/b.sf:4 \\. (<args>)";
    ListObject lines = (ListObject) in.send(e, "getStackTrace");
    assertEquals(List.of(Str.of(first), Str.of(second)), List.of(lines.get(0), lines.get(1)));
    assertEquals(first + "\n" + second, in.text(e, "getTraceAsString"));
    assertEquals("/srv/a.sf 7", in.text(e, "getFile") + " " + in.text(e, "getLine"));
    lines.clear();
    assertEquals(2, ((ListObject) in.send(e, "getStackTrace")).size());
  }

  @Test
  void causesFormAChainWithoutEnds() {
    Instance a = make("a");
    Instance b = make("b");
    Instance c = make("c");
    assertSame(a, in.send(a, "setPrevious", b));
    in.send(b, "setPrevious", c);
    assertSame(b, in.send(a, "getPrevious"));
    for (Instance looped : new Instance[] {a, b, c}) {
      assertEquals(
          "argumentException: Exception cannot be its own cause",
          refusal(() -> in.send(c, "setPrevious", looped)));
    }
    assertSame(NullValue.NULL, in.send(c, "getPrevious"));
    in.send(a, "setPrevious", NullValue.NULL);
    assertSame(NullValue.NULL, in.send(a, "getPrevious"));
    in.send(c, "setPrevious", a);
    assertEquals(
        "argumentException: Error while parsing argument list: wanted a exception or a null, but"
            + " got a numerical",
        refusal(() -> in.send(a, "setPrevious", Numerical.of(1))));
  }

  @Test
  void immutableExceptionsKeepTheirParts() {
    Instance e = make("x");
    in.send(e, "__immutable");
    assertEquals(
        "immutableException: Trying to modify immutable property on object"
            + " 'fileNotFoundException'",
        refusal(() -> in.send(e, "setMessage", Str.of("y"))));
    assertEquals("x", in.text(e, "getMessage"));
  }

  @Test
  void theTreeIsThatOfTheLanguage() {
    ListObject parents = (ListObject) in.send(make("x"), "__parents");
    assertEquals(
        List.of(
            Str.of("fileException"), Str.of("ioException"), Str.of("exception"), Str.of("base")),
        List.of(parents.toArray()));
    assertEquals("exception", in.text(make("x"), "__type"));
    assertEquals("typeException", in.text(Exceptions.TYPE, "__name"));
  }
}
