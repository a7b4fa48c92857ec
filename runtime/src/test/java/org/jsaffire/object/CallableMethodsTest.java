package org.jsaffire.object;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class CallableMethodsTest {
  private final TestInvoker in = new TestInvoker();

  private static final Numerical TEN = Numerical.of(10);

  private static Value n(long value) {
    return Numerical.of(value);
  }

  private static CallableObject method(Value receiver, String name) {
    return (CallableObject) Attributes.get(receiver, name, null);
  }

  private static String refusal(Executable action) {
    return assertThrows(ScriptException.class, action).getMessage();
  }

  @Test
  void aMethodRemembersItsReceiver() {
    CallableObject mod = method(TEN, "mod");
    assertEquals(n(1), in.call(mod, n(3)));
    assertEquals(n(1), in.send(mod, "call", n(3)));
    assertEquals(n(1), in.send(mod, "apply", ListObject.of(n(3))));
    assertEquals(n(1), in.send(mod, "apply", TupleObject.of(n(3))));
    assertEquals("mod", in.text(mod, "name"));
    assertEquals("Callable", in.text(mod, "__string"));
    assertSame(Bool.TRUE, in.send(mod, "__boolean"));
    assertSame(NullValue.NULL, in.send(mod, "null"));
    assertSame(Bool.TRUE, in.send(mod, "isInternal"));
    assertEquals(
        "argumentException: Error while parsing argument list: wanted a list or a tuple, but got"
            + " a numerical",
        refusal(() -> in.send(mod, "apply", n(3))));
  }

  @Test
  void arityCountsMandatoryParameters() {
    assertEquals(n(1), in.send(method(TEN, "mod"), "arity"));
    assertEquals(n(0), in.send(method(TEN, "format"), "arity"));
    assertEquals(n(2), in.send(method(TEN, "clamp"), "arity"));
    Value partial = in.send(method(TEN, "clamp"), "partial", n(1));
    assertEquals(n(1), in.send(partial, "arity"));
    assertEquals(n(5), in.call(partial, n(5)));
    assertEquals(n(0), in.send(in.send(partial, "partial", n(7)), "arity"));
    assertEquals(n(7), in.call(in.send(partial, "partial", n(7))));
  }

  @Test
  void bindingWantsAnInstanceOfTheDeclaringClass() {
    Value bound = in.send(method(TEN, "mod"), "bind", n(11));
    assertEquals(n(2), in.call(bound, n(3)));
    assertEquals(
        "typeException: Cannot bind method 'mod' of class 'numerical' to 'string'",
        refusal(() -> in.send(method(TEN, "mod"), "bind", Str.of("x"))));
    assertEquals(
        "typeException: Cannot bind method 'mod' of class 'numerical' to 'numerical'",
        refusal(() -> in.send(method(TEN, "mod"), "bind", Core.NUMERICAL)));
    Value name = in.send(method(TEN, "__name"), "bind", NullValue.NULL);
    assertEquals("null", in.call(name).toString());
  }

  @Test
  void withoutReceiverItCannotBeCalled() {
    Value loose = in.send(method(TEN, "mod"), "unbind");
    assertEquals(
        "callableException: Cannot call dynamic method 'mod' from class 'numerical'",
        refusal(() -> in.call(loose, n(3))));
    assertEquals(n(2), in.call(in.send(loose, "bind", n(11)), n(3)));
  }

  @Test
  void staticMethodsStayWithTheirClass() {
    CallableObject f = TestInvoker.callable("object f(object a)", (run, self, a) -> a[0]);
    assertEquals(n(3), in.call(in.send(f, "unbind"), n(3)));
  }

  @Test
  void equalityIsOfMethodAndReceiver() {
    ListObject list = new ListObject();
    assertEquals(true, Operators.isEqual(in, method(list, "add"), method(list, "add")));
    assertEquals(
        false, Operators.isEqual(in, method(list, "add"), method(new ListObject(), "add")));
    assertEquals(false, Operators.isEqual(in, method(list, "add"), method(list, "__name")));
  }

  @Test
  void theClassMakesNoInstances() {
    assertEquals(
        "ooException: Cannot instantiate abstract class 'callable'",
        refusal(() -> in.call(Core.CALLABLE)));
    assertEquals(
        "ooException: Cannot instantiate abstract class 'base'", refusal(() -> in.call(Core.BASE)));
  }
}
