package org.jsaffire.object;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallbacksTest {
  private final TestInvoker in = new TestInvoker();

  private static CallableObject counting(String signature) {
    return TestInvoker.callable(
        signature,
        (in, self, arguments) -> {
          int given = 0;
          for (Value argument : arguments) {
            given += argument == null ? 0 : 1;
          }
          return Numerical.of(given);
        });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "object f(); 0",
        "object f(object a); 1",
        "object f(object a, object b); 2",
        "object f(object a, object b, object c = none); 3",
        "object f(object a, object b, object c, object d = none); 3",
        "object f(object ... a); 3",
        "object f(numerical a, string b = none); 1",
        "object f(numerical a, numerical b = none, string c = none); 2",
      })
  void surplusArgumentsAreDropped(String signature, int passed) {
    Value result =
        Callbacks.call(in, counting(signature), Numerical.of(1), Numerical.of(2), Numerical.of(3));
    assertEquals(Numerical.of(passed), result);
  }

  @Test
  void boundArgumentsCountAsGiven() {
    CallableObject two = counting("object f(object a, object b)");
    CallableObject one = two.withPartial(new Value[] {Numerical.of(9)});
    assertEquals(Numerical.of(2), Callbacks.call(in, one, Numerical.of(1), Numerical.of(2)));
    assertEquals(2, Callbacks.required(two));
    assertEquals(1, Callbacks.required(one));
    assertEquals(0, Callbacks.required(two.withPartial(new Value[3])));
  }

  @Test
  void aClassIsCalledAsItsConstructor() {
    assertEquals(
        "12", Callbacks.call(in, Core.STRING, Numerical.of(12), Numerical.of(0)).toString());
  }

  @Test
  void tooFewArgumentsAreTheErrorOfTheCall() {
    assertEquals(
        "argumentException: Error while parsing argument list: at least 2 arguments are needed."
            + " Only 1 are given",
        assertThrows(
                ScriptException.class,
                () -> Callbacks.call(in, counting("object f(object a, object b)"), Numerical.of(1)))
            .getMessage());
  }

  @Test
  void whatCannotBeCalledIsReported() {
    assertEquals(
        "callableException: Object is not callable",
        assertThrows(ScriptException.class, () -> Callbacks.call(in, Numerical.of(5)))
            .getMessage());
  }

  @Test
  void classesAndObjectsWithCallCountAsCallable() {
    ClassObject type =
        NativeClass.named("adder")
            .tag(TypeTag.USER)
            .define(
                "numerical __call(numerical a)",
                "Plus one.",
                (in, self, a) -> ((Numerical) a).add(Numerical.of(1)))
            .build();
    Instance adder = new Instance(type);
    assertTrue(Callbacks.isCallable(adder));
    assertTrue(Callbacks.isCallable(Core.LIST));
    assertFalse(Callbacks.isCallable(Numerical.of(1)));
    assertEquals(Numerical.of(6), Callbacks.call(in, adder, Numerical.of(5), Numerical.of(0)));
    CallableObject wantsCallable = counting("object f(callable g)");
    assertEquals(Numerical.of(1), in.call(wantsCallable, adder));
    assertEquals(Numerical.of(1), in.call(wantsCallable, Core.LIST));
    assertEquals(
        "argumentException: Error while parsing argument list: wanted a callable, but got a"
            + " numerical",
        assertThrows(ScriptException.class, () -> in.call(wantsCallable, Numerical.of(1)))
            .getMessage());
  }
}
