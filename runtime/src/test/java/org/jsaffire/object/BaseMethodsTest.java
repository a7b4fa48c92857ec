package org.jsaffire.object;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BaseMethodsTest {
  private final TestInvoker in = new TestInvoker();

  /** A method as a script class would have it: not native for listings, but with a Java body. */
  private static MethodMember method(String name) {
    return new MethodMember(
        name,
        List.of(
            new NativeMethod(
                NativeSignature.parse("object " + name + "()", java.util.Map.of()),
                "A test.",
                false,
                true,
                false,
                (NativeMethod.Body0) (in, self) -> NullValue.NULL)));
  }

  private static ClassObject script(String name, ClassObject parent, Member... members) {
    return script(name, parent, List.of(), members);
  }

  private static ClassObject script(
      String name, ClassObject parent, List<ClassObject> interfaces, Member... members) {
    Layout.Builder layout =
        new Layout.Builder(name, "\\app\\" + name, parent == null ? null : parent.instanceLayout());
    if (parent == null) {
      layout.flags(new Layout.Flags(true, true, false, false));
    }
    for (Member member : members) {
      layout.declare(member);
    }
    return new ClassObject(layout.build(), parent, interfaces, null);
  }

  private static PropertyMember property(String name) {
    return new PropertyMember(name, Visibility.PUBLIC, false);
  }

  private String list(Value object, String method, Value... arguments) {
    ListObject names = (ListObject) in.send(object, method, arguments);
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      texts.add(names.get(i).toString());
    }
    return String.join(" ", texts);
  }

  private boolean isInstance(Value object, Value other) {
    return in.send(object, "__instanceOf", other) == Bool.TRUE;
  }

  @Test
  void scriptClassesListInReverseSourceOrder() {
    ClassObject animal =
        script(
            "Animal",
            Core.BASE,
            method("foo"),
            new ConstantMember("A", Bool.TRUE),
            property("p"),
            method("bar"),
            property("q"));
    ClassObject dog = script("Dog", animal, property("r"), method("bar"), method("baz"));
    Instance rex = new Instance(dog);
    assertEquals("bar foo", list(animal, "__methods"));
    assertEquals("q p", list(animal, "__properties"));
    assertEquals("A", list(animal, "__constants"));
    assertEquals("baz bar", list(rex, "__methods"));
    assertTrue(list(rex, "__methods", Bool.TRUE).startsWith("baz bar foo __ctor __dtor "));
    assertEquals("r", list(rex, "__properties"));
    assertEquals("r q p", list(rex, "__properties", Bool.TRUE));
    assertEquals("", list(rex, "__constants"));
    assertEquals("A", list(rex, "__constants", Bool.TRUE));
    assertEquals("Animal base", list(rex, "__parents"));
    assertEquals("", list(Core.BASE, "__parents"));
  }

  @Test
  void addedPropertiesFollowInOrderOfAddition() {
    ClassObject type = script("T", Core.BASE, property("a"), property("b"));
    Instance object = new Instance(type);
    Attributes.set(object, "z", Bool.TRUE, null);
    Attributes.set(object, "c", Bool.TRUE, null);
    Attributes.set(type, "k", Bool.TRUE, null);
    assertEquals("b a k z c", list(object, "__properties"));
    assertEquals("b a k", list(type, "__properties"));
    for (int i = 0; i < 100; i++) {
      Attributes.set(object, "n" + i, Bool.TRUE, null);
    }
    assertTrue(list(object, "__properties").endsWith("n97 n98 n99"));
  }

  @Test
  void interfacesAreListedInReverseSourceOrderThenThoseOfParents() {
    ClassObject foo = script("foo", null);
    ClassObject bar = script("bar", null, List.of(foo));
    ClassObject name = script("Name", Core.STRING, List.of(foo, bar));
    Instance object = new Instance(name, Str.of("x"));
    assertEquals("bar foo Iterator Subscription", list(object, "__implements"));
    assertEquals("bar foo", list(object, "__implements", Bool.FALSE));
    assertEquals("", list(bar, "__implements"));
    assertEquals("", list(Numerical.of(1), "__implements"));
  }

  @Test
  void hiddenInterfacesAreListedOnRequestOnly() {
    ClassObject type =
        NativeClass.named("rows")
            .implement(Core.ITERATOR)
            .extensions()
            .implement(Core.SUBSCRIPTION)
            .build();
    assertEquals("Iterator", list(type, "__implements"));
    assertEquals("Iterator Subscription", list(type, "__implements", Bool.TRUE, Bool.TRUE));
    assertTrue(isInstance(type, Core.SUBSCRIPTION));
  }

  @Test
  void classesAndInterfacesAnswerForThemselves() {
    assertEquals("Iterator", in.text(Core.ITERATOR, "__name"));
    assertEquals("base", in.text(Core.ITERATOR, "__type"));
    assertEquals("base", list(Core.ITERATOR, "__parents"));
    assertEquals(
        "__iterator __key __value __rewind __hasNext __next __length",
        list(Core.ITERATOR, "__methods"));
    assertTrue(isInstance(Core.ITERATOR, Core.BASE));
    assertTrue(isInstance(Core.STRING, Core.STRING));
    assertEquals(
        "callableException: Cannot call dynamic method '__key' from class 'Iterator'",
        assertThrows(ScriptException.class, () -> in.send(Core.ITERATOR, "__key")).getMessage());
  }

  @Test
  void theTypeIsTheBuiltInKind() {
    ClassObject name = script("Name", Core.STRING);
    assertEquals("string", in.text(Str.of("x"), "__type"));
    assertEquals("string", in.text(Core.STRING, "__type"));
    assertEquals("string", in.text(new Instance(name, Str.EMPTY), "__type"));
    assertEquals("user", in.text(script("T", Core.BASE), "__type"));
    assertEquals("exception", in.text(Exceptions.IO, "__type"));
    assertEquals("base", in.text(Core.BASE, "__type"));
    assertEquals("user", in.text(script("I", null), "__type"));
    assertEquals("null", in.text(NullValue.NULL, "__name"));
    assertEquals("null", in.text(NullValue.NULL, "__type"));
  }

  @Test
  void kinshipIsByIdentityOfClasses() {
    ClassObject walks = script("Walks", null);
    ClassObject runs = script("Runs", null, List.of(walks));
    ClassObject animal = script("Animal", Core.BASE, List.of(runs));
    ClassObject dog = script("Dog", animal);
    Instance rex = new Instance(dog);
    assertTrue(isInstance(rex, dog) && isInstance(rex, animal) && isInstance(rex, Core.BASE));
    assertTrue(isInstance(rex, runs) && isInstance(rex, walks));
    assertTrue(isInstance(rex, new Instance(animal)));
    assertTrue(isInstance(dog, animal));
    assertEquals(false, isInstance(new Instance(animal), dog));
    assertEquals(false, isInstance(rex, script("Dog", animal)));
    assertEquals(false, isInstance(rex, Core.ITERATOR));
    assertTrue(isInstance(Numerical.of(5), Numerical.of(6)));
    assertTrue(isInstance(NullValue.NULL, NullValue.NULL));
  }

  @Test
  void aStringIsTakenAsAName() {
    ClassObject walks = script("Walks", null);
    ClassObject animal = script("Animal", Core.BASE, List.of(walks));
    ClassObject other = script("Animal", Core.BASE);
    Instance cat = new Instance(script("Cat", animal));
    assertTrue(isInstance(cat, Str.of("Animal")) && isInstance(cat, Str.of("\\app\\Animal")));
    assertTrue(isInstance(cat, Str.of("Walks")) && isInstance(cat, Str.of("base")));
    assertEquals(false, isInstance(cat, Str.of("animal")));
    in.define("Animal", other);
    assertEquals(false, isInstance(cat, Str.of("Animal")));
    in.define("Beast", animal);
    assertTrue(isInstance(cat, Str.of("Beast")));
    assertTrue(isInstance(Str.of("y"), Str.of("string")));
    assertTrue(isInstance(Str.of("y"), Str.of("String")));
    assertEquals(false, isInstance(Str.of("y"), Str.of("y")));
    assertTrue(isInstance(NullValue.NULL, Str.of("null")));
    assertEquals(false, isInstance(Numerical.of(1), Str.of("true")));
  }

  @Test
  void containersAreClonedWithStorageOfTheirOwn() {
    ListObject inner = ListObject.of(Numerical.of(1));
    ListObject list = ListObject.of(inner);
    ListObject copy = (ListObject) in.send(list, "__clone");
    copy.add(Bool.TRUE);
    assertEquals(1, list.size());
    assertSame(inner, copy.get(0));
    in.send(list, "__immutable");
    ListObject frozen = (ListObject) in.send(list, "__clone");
    assertEquals(
        "immutableException: Trying to modify immutable object 'list'",
        assertThrows(ScriptException.class, () -> frozen.add(Bool.TRUE)).getMessage());
    assertEquals("true", in.text(frozen, "__immutable?"));
    assertEquals("false", in.text(copy, "__immutable?"));
  }

  @Test
  void instancesAreClonedWithTheirPayload() {
    ClassObject stack = script("Stack", Core.LIST, property("p"));
    Instance original = new Instance(stack, ListObject.of(Numerical.of(1)));
    Attributes.set(original, "q", Numerical.of(5), null);
    Instance copy = (Instance) in.send(original, "__clone");
    ((ListObject) copy.unwrap()).add(Numerical.of(2));
    Attributes.set(copy, "p", Numerical.of(7), null);
    assertEquals(1, ((ListObject) original.unwrap()).size());
    assertSame(NullValue.NULL, Attributes.get(original, "p", null));
    assertEquals(Numerical.of(5), Attributes.get(copy, "q", null));
    assertSame(stack, copy.type());
    Instance error = Errors.index().exception();
    Instance second = (Instance) in.send(error, "__clone");
    in.send(second, "setMessage", Str.of("other"));
    assertEquals("Index out of range", in.text(error, "getMessage"));
    assertEquals("other", in.text(second, "getMessage"));
  }

  @Test
  void valuesWithoutIdentityAndClassesAreTheirOwnClones() {
    for (Value value :
        new Value[] {
          NullValue.NULL,
          Bool.TRUE,
          Numerical.of(99999),
          Str.of("abc", "nl_NL"),
          DoubleValue.of(BigDecimal.ONE),
          Core.LIST
        }) {
      assertSame(value, in.send(value, "__clone"));
    }
  }

  @Test
  void tuplesRegexesAndCallablesGetAnotherIdentity() {
    Value[] originals = {
      TupleObject.of(Numerical.of(1)),
      RegexCompiler.compile("a", "i"),
      TestInvoker.callable("object f()", (in, self, a) -> Numerical.of(42))
    };
    for (Value original : originals) {
      Value copy = in.send(original, "__clone");
      assertNotSame(original, copy);
      assertTrue(Operators.isEqual(in, original, copy));
      assertNotEquals(in.send(original, "__id"), in.send(copy, "__id"));
      assertEquals("false", in.text(copy, "__immutable?"));
      assertSame(original, in.send(original, "__immutable"));
      assertEquals("true", in.text(original, "__immutable?"));
      assertEquals("false", in.text(copy, "__immutable?"));
      assertEquals("true", in.text(in.send(original, "__clone"), "__immutable?"));
    }
    assertEquals(Numerical.of(42), in.call(in.send(originals[2], "__clone")));
  }

  @Test
  void immutabilityOfObjectsCannotBeUndone() {
    ClassObject type = script("T", Core.BASE, property("a"));
    Instance object = new Instance(type);
    assertEquals("false", in.text(object, "__immutable?"));
    assertSame(object, in.send(object, "__immutable"));
    assertEquals("true", in.text(object, "__immutable?"));
    for (String name : new String[] {"a", "added"}) {
      assertEquals(
          "immutableException: Trying to modify immutable property on object 'T'",
          assertThrows(ScriptException.class, () -> Attributes.set(object, name, Bool.TRUE, null))
              .getMessage());
    }
    in.send(type, "__immutable");
    assertEquals("true", in.text(type, "__immutable?"));
    assertEquals("false", in.text(new Instance(type), "__immutable?"));
  }

  @Test
  void plainValuesStoreNothing() {
    assertEquals("true", in.text(NullValue.NULL, "__immutable?"));
    assertEquals("true", in.text(Bool.FALSE, "__immutable?"));
    for (Value value :
        new Value[] {Numerical.of(5), Str.of("x"), DoubleValue.of(BigDecimal.ONE), Core.STRING}) {
      assertSame(value, in.send(value, "__immutable"));
      assertEquals("false", in.text(value, "__immutable?"));
    }
  }

  @Test
  void idsOfValuesComeFromTheValue() {
    Value big = Numerical.of(java.math.BigInteger.TEN.pow(40));
    Value same = Numerical.of(java.math.BigInteger.TEN.pow(40));
    assertEquals(in.send(big, "__id"), in.send(same, "__id"));
    assertEquals(in.send(Str.of("a\u0000b"), "__id"), in.send(Str.of("a\u0000b", "nl_NL"), "__id"));
    Value[] distinct = {
      Numerical.of(1),
      Str.of("1"),
      DoubleValue.of(BigDecimal.ONE),
      Str.of("true"),
      Bool.TRUE,
      Bool.FALSE,
      NullValue.NULL,
      Str.of("null"),
      Str.EMPTY,
      new ListObject(),
      new ListObject(),
      Core.LIST
    };
    List<Value> ids = new ArrayList<>();
    for (Value value : distinct) {
      ids.add(in.send(value, "__id"));
      assertEquals(ids.get(ids.size() - 1), in.send(value, "__id"));
    }
    assertEquals(distinct.length, ids.stream().distinct().count());
  }

  @Test
  void theDestructorRunsOnceAndEndsTheObject() {
    List<String> calls = new ArrayList<>();
    Method[] body = new Method[1];
    body[0] =
        new NativeMethod(
            NativeSignature.parse("object __dtor()", java.util.Map.of()),
            "A test.",
            false,
            true,
            false,
            (NativeMethod.Body0)
                (run, self) -> {
                  calls.add(Attributes.get(self, "p", null).toString());
                  assertSame(NullValue.NULL, in.send(self, "__destroy"));
                  return NullValue.NULL;
                });
    ClassObject type =
        script("T", Core.BASE, property("p"), new MethodMember("__dtor", List.of(body)));
    Instance object = new Instance(type);
    Attributes.set(object, "p", Str.of("last"), null);
    assertSame(NullValue.NULL, in.send(object, "__destroy"));
    assertEquals(List.of("last"), calls);
    for (String name : new String[] {"p", "__name", "__destroy", "other"}) {
      assertEquals(
          "attributeException: Object has been destroyed",
          assertThrows(ScriptException.class, () -> Attributes.get(object, name, null))
              .getMessage());
    }
    assertEquals(List.of("last"), calls);
    assertSame(Bool.FALSE, Operators.not(in, object));
  }

  @Test
  void builtInObjectsAndClassesAreNotDestroyed() {
    Value[] survivors = {
      Numerical.of(1), Core.STRING, script("T", Core.BASE), Errors.index().exception()
    };
    for (Value value : survivors) {
      assertSame(NullValue.NULL, in.send(value, "__destroy"));
      assertEquals(value.type().name(), in.text(value, "__name"));
    }
  }

  @Test
  void orElseReplacesNullOnly() {
    assertEquals(Numerical.of(2), in.send(NullValue.NULL, "orElse", Numerical.of(2)));
    assertEquals(Bool.FALSE, in.send(Bool.FALSE, "orElse", Numerical.of(2)));
    Instance object = new Instance(script("Name", Core.STRING), Str.EMPTY);
    assertSame(object, in.send(object, "orElse", Numerical.of(2)));
  }

  @ParameterizedTest
  @CsvSource({"numerical, 1", "string, true", "boolean, true", "null, null"})
  void castingShorthandsAreTheConversions(String name, String expected) {
    assertEquals(expected, in.text(Bool.TRUE, name));
  }

  @Test
  void shorthandsCallWhatASubclassDefines() {
    MethodMember shout =
        new MethodMember(
            "__string",
            List.of(
                new NativeMethod(
                    NativeSignature.parse("string __string()", java.util.Map.of()),
                    "A test.",
                    false,
                    true,
                    false,
                    (NativeMethod.Body0) (run, self) -> Str.of("LOUD"))));
    Instance object = new Instance(script("Loud", Core.NUMERICAL, shout), Numerical.of(3));
    assertEquals("LOUD", in.text(object, "string"));
    assertEquals(Numerical.of(3), in.send(object, "numerical"));
  }

  @Test
  void scriptObjectsHaveNoShorthands() {
    Instance object = new Instance(script("T", Core.BASE));
    assertEquals(
        "attributeException: Attribute 'string' in class 'T' not found",
        assertThrows(ScriptException.class, () -> in.send(object, "string")).getMessage());
    Attributes.set(object, "string", Bool.TRUE, null);
    assertSame(Bool.TRUE, Attributes.get(object, "string", null));
  }

  @Test
  void theRestOfBase() {
    Instance object = new Instance(script("T", Core.BASE));
    assertEquals("false", in.text(object, "__opr_not"));
    assertEquals(0, ((ListObject) in.send(object, "__annotations")).size());
    assertEquals(Numerical.of(2 + in.references(object)), in.send(object, "__refcount"));
    for (Value value :
        new Value[] {object, Str.EMPTY, NullValue.NULL, new ListObject(), TupleObject.of()}) {
      assertEquals(1, ((Numerical) in.send(value, "__memory")).signum());
    }
  }
}
