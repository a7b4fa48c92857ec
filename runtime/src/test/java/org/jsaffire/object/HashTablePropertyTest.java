package org.jsaffire.object;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** Hash and set against the collections of Java, with random operations. */
final class HashTablePropertyTest {
  private static final int OPERATIONS = 20_000;

  private final TestInvoker in = new TestInvoker();

  private static Value key(Random random, int range) {
    int n = random.nextInt(range);
    return switch (random.nextInt(4)) {
      case 0 -> Numerical.of(n);
      case 1 -> Str.of("k" + n);
      case 2 -> TupleObject.of(Numerical.of(n), Str.of("t"));
      default -> Str.of(collidingText(n));
    };
  }

  /** Texts of one hash code: each pair of bits chooses among pairs of letters that collide. */
  static String collidingText(int n) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 20; i++) {
      text.append((n >> i & 1) == 0 ? "Aa" : "BB");
    }
    return text.toString();
  }

  @RepeatedTest(20)
  void hashBehavesLikeLinkedHashMap(RepetitionInfo info) {
    long seed = System.nanoTime() + info.getCurrentRepetition();
    try {
      compareHash(new Random(seed), 1 << info.getCurrentRepetition() % 12);
    } catch (AssertionError e) {
      fail("seed " + seed, e);
    }
  }

  private void compareHash(Random random, int range) {
    HashObject hash = new HashObject();
    Map<String, Value> model = new LinkedHashMap<>();
    for (int i = 0; i < OPERATIONS; i++) {
      Value key = key(random, range);
      switch (random.nextInt(10)) {
        case 0, 1, 2, 3 -> {
          hash.put(in, key, Numerical.of(i));
          model.put(name(key), Numerical.of(i));
        }
        case 4, 5 -> assertEquals(model.remove(name(key)) != null, hash.remove(in, key));
        case 6 -> removeAtAnEnd(random, hash, model);
        case 7 -> assertEquals(model.get(name(key)), hash.get(in, key));
        case 8 -> iterateWhileChanging(random, range, hash, model);
        default -> {
          if (random.nextInt(500) == 0) {
            hash.clear();
            model.clear();
          } else if (random.nextInt(50) == 0) {
            hash = (HashObject) hash.copy();
          }
        }
      }
      assertEquals(model.size(), hash.size());
    }
    assertSame(model, hash);
  }

  private void removeAtAnEnd(Random random, HashObject hash, Map<String, Value> model) {
    Value[] keys = hash.keys();
    if (keys.length > 0) {
      Value key = keys[random.nextBoolean() ? 0 : keys.length - 1];
      assertTrue(hash.remove(in, key));
      model.remove(name(key));
    }
  }

  /** Keys of the start are visited once, in order, unless they are absent when their turn comes. */
  private void iterateWhileChanging(
      Random random, int range, HashObject hash, Map<String, Value> model) {
    if (random.nextInt(20) != 0) {
      return;
    }
    List<String> expected = new ArrayList<>(model.keySet());
    int turn = 0;
    Cursor cursor = Cursor.over(in, hash, 2);
    while (cursor.next(in)) {
      while (!model.containsKey(expected.get(turn))) {
        turn++;
      }
      assertEquals(expected.get(turn), name(cursor.key()));
      assertEquals(model.get(expected.get(turn)), cursor.value());
      turn++;
      Value key = key(random, range);
      if (random.nextBoolean()) {
        hash.put(in, key, Numerical.of(turn));
        model.put(name(key), Numerical.of(turn));
      } else {
        hash.remove(in, key);
        model.remove(name(key));
      }
    }
    while (turn < expected.size()) {
      assertTrue(!model.containsKey(expected.get(turn)), "not visited: " + expected.get(turn));
      turn++;
    }
  }

  private void assertSame(Map<String, Value> model, HashObject hash) {
    List<String> keys = new ArrayList<>();
    for (Value key : hash.keys()) {
      keys.add(name(key));
      assertEquals(model.get(name(key)), hash.get(in, key));
    }
    assertEquals(new ArrayList<>(model.keySet()), keys);
  }

  private static String name(Value key) {
    return key instanceof TupleObject tuple
        ? "(" + name(tuple.get(0)) + ")"
        : key.tag() + ":" + key;
  }

  @RepeatedTest(10)
  void setBehavesLikeLinkedHashSet(RepetitionInfo info) {
    long seed = System.nanoTime() + info.getCurrentRepetition();
    try {
      compareSet(new Random(seed));
    } catch (AssertionError e) {
      fail("seed " + seed, e);
    }
  }

  private void compareSet(Random random) {
    SetObject set = new SetObject();
    LinkedHashSet<String> model = new LinkedHashSet<>();
    for (int i = 0; i < OPERATIONS; i++) {
      Value key = key(random, 200);
      if (random.nextInt(3) > 0) {
        set.add(in, key);
        model.add(name(key));
      } else {
        assertEquals(model.remove(name(key)), set.remove(in, key));
      }
      assertEquals(model.contains(name(key)), set.has(in, key));
    }
    List<String> elements = new ArrayList<>();
    for (Value element : set.elements()) {
      elements.add(name(element));
    }
    assertEquals(new ArrayList<>(model), elements);
  }

  @Test
  void collidingTextsAreNoDanger() {
    HashObject hash = new HashObject();
    int n = 200_000;
    for (int i = 0; i < n; i++) {
      hash.put(in, Str.of(collidingText(i)), Numerical.of(i));
    }
    for (int i = 0; i < n; i += 1000) {
      assertEquals(Numerical.of(i), hash.get(in, Str.of(collidingText(i))));
    }
    hash.put(in, Numerical.of(1), Str.of("one"));
    hash.put(in, NullValue.NULL, Str.of("null"));
    hash.put(in, Bool.TRUE, Str.of("true"));
    DoubleValue one = DoubleValue.of(Numerical.of(1));
    assertEquals(Str.of("one"), hash.get(in, one));
    assertEquals(Str.of("null"), hash.get(in, NullValue.NULL));
    assertEquals(Str.of("true"), hash.get(in, Bool.TRUE));
  }

  @Test
  void collidingNumbersAreNoDanger() {
    HashObject hash = new HashObject();
    for (long i = 0; i < 200_000; i++) {
      hash.put(in, Numerical.of(i << 32 | i), Bool.TRUE);
    }
    assertEquals(200_000, hash.size());
    assertTrue(hash.has(in, Numerical.of(5L << 32 | 5)));
  }

  @Test
  void takingFromEitherEndIsLinearAltogether() {
    HashObject hash = new HashObject();
    int n = 200_000;
    for (int i = 0; i < n; i++) {
      hash.put(in, Numerical.of(i), Bool.TRUE);
    }
    for (int i = 0; i < n / 2; i++) {
      assertEquals(Numerical.of(i), hash.table().keyAt(hash.table().start()));
      hash.remove(in, Numerical.of(i));
      int last = n - 1 - i;
      assertEquals(Numerical.of(last), hash.table().keyAt(hash.table().last()));
      hash.remove(in, Numerical.of(last));
    }
    assertEquals(0, hash.size());
  }

  @Test
  void aKeyMayChangeTheTableWhileItIsCompared() {
    HashObject hash = new HashObject();
    NativeClass type = NativeClass.named("k").tag(TypeTag.USER);
    type.define("string __hash()", "The same for all.", (i, self) -> Str.of("h"));
    type.define(
        "boolean __cmp_eq(object other)",
        "Changes the table the first time.",
        (i, self, other) -> {
          if (hash.size() < 100) {
            for (int k = 0; k < 100; k++) {
              hash.put(i, Numerical.of(k), Bool.TRUE);
            }
          }
          return Bool.of(self == other);
        });
    ClassObject keys = type.build();
    Instance first = new Instance(keys);
    Instance second = new Instance(keys);
    hash.put(in, first, Str.of("first"));
    hash.put(in, second, Str.of("second"));
    assertEquals(102, hash.size());
    assertEquals(Str.of("first"), hash.get(in, first));
    assertEquals(Str.of("second"), hash.get(in, second));
  }
}
