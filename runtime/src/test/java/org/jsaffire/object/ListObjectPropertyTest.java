package org.jsaffire.object;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** Lists against ArrayList, with random operations. */
final class ListObjectPropertyTest {
  private static final int OPERATIONS = 20_000;

  private final TestInvoker in = new TestInvoker();

  @RepeatedTest(20)
  void listBehavesLikeArrayList(RepetitionInfo info) {
    long seed = System.nanoTime() + info.getCurrentRepetition();
    try {
      compare(new Random(seed), info.getCurrentRepetition() % 4);
    } catch (AssertionError | IndexOutOfBoundsException e) {
      fail("seed " + seed, e);
    }
  }

  /**
   * @param texts how many of a thousand elements are no numbers
   */
  private void compare(Random random, int texts) {
    ListObject list = new ListObject();
    List<Value> model = new ArrayList<>();
    for (int i = 0; i < OPERATIONS; i++) {
      Value value =
          random.nextInt(1000) < texts ? Str.of("t" + i) : Numerical.of(random.nextLong());
      int at = random.nextInt(model.size() + 1);
      switch (random.nextInt(12)) {
        case 0, 1 -> {
          list.add(in, value);
          model.add(value);
        }
        case 2 -> {
          list.insert(in, at, value);
          model.add(at, value);
        }
        case 3 -> {
          list.insert(in, 0, value);
          model.add(0, value);
        }
        case 4, 5, 6 -> remove(random, list, model);
        case 7 -> {
          if (at < model.size()) {
            list.set(in, at, value);
            model.set(at, value);
            assertEquals(value, list.get(at));
          }
        }
        case 8 -> {
          if (model.size() < 3000) {
            list.addAll(in, list);
            model.addAll(new ArrayList<>(model));
          }
        }
        case 9 -> {
          int other = random.nextInt(model.size() + 1);
          ListObject part = list.slice(Math.min(at, other), Math.max(at, other));
          assertEquals(model.subList(Math.min(at, other), Math.max(at, other)), elements(part));
        }
        case 10 -> {
          list.reverse();
          java.util.Collections.reverse(model);
        }
        default -> {
          if (random.nextInt(200) == 0) {
            list.clear();
            model.clear();
          } else {
            list = (ListObject) list.copy();
          }
        }
      }
      assertEquals(model.size(), list.size());
    }
    assertEquals(model, elements(list));
  }

  private static void remove(Random random, ListObject list, List<Value> model) {
    if (model.isEmpty()) {
      return;
    }
    int at =
        switch (random.nextInt(3)) {
          case 0 -> 0;
          case 1 -> model.size() - 1;
          default -> random.nextInt(model.size());
        };
    assertEquals(model.remove(at), list.remove(at));
  }

  private static List<Value> elements(ListObject list) {
    List<Value> elements = new ArrayList<>();
    for (int i = 0; i < list.size(); i++) {
      elements.add(list.get(i));
    }
    assertEquals(elements, Arrays.asList(list.toArray()));
    return elements;
  }

  @Test
  void aQueueIsLinearAltogether() {
    ListObject queue = new ListObject();
    for (int i = 0; i < 1_000; i++) {
      queue.add(Numerical.of(i));
    }
    for (int i = 0; i < 2_000_000; i++) {
      assertEquals(i, ((Numerical) queue.remove(0)).longValue());
      queue.add(Numerical.of(i + 1_000));
    }
    for (int i = 0; i < 300_000; i++) {
      queue.insert(in, 0, Numerical.of(-i));
    }
    assertEquals(301_000, queue.size());
    assertEquals(Numerical.of(-299_999), queue.get(0));
    assertTrue(queue.isLongs());
  }

  @Test
  void aMillionSmallNumbersTakeAtMostTwelveMegabytes() {
    ListObject list = new ListObject();
    for (int i = 0; i < 1_000_000; i++) {
      list.add(in, Numerical.of(i));
    }
    assertTrue(list.isLongs());
    assertTrue(list.storageBytes() <= 12_000_000, "bytes: " + list.storageBytes());
    assertTrue(in.charged() >= 8_000_000);
  }
}
