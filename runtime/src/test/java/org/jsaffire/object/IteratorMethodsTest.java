package org.jsaffire.object;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Iterator objects and own cursors of core collections (objects.md 13). */
final class IteratorMethodsTest {
  private final TestInvoker in = new TestInvoker();

  private String rest(Value cursor) {
    StringBuilder text = new StringBuilder();
    while (in.send(cursor, "__hasNext") == Bool.TRUE) {
      text.append(in.text(cursor, "__key")).append('=').append(in.text(cursor, "__value"));
      text.append(' ');
      in.send(cursor, "__next");
    }
    return text.toString().trim();
  }

  private ListObject abc() {
    return ListObject.of(Str.of("a"), Str.of("b"), Str.of("c"));
  }

  @Test
  void iteratorsAreIndependent() {
    ListObject list = abc();
    Value first = in.send(list, "__iterator");
    in.send(first, "__next");
    Value second = in.send(list, "__iterator");
    assertEquals("0=a 1=b 2=c", rest(second));
    assertEquals("1=b 2=c", rest(first));
    assertEquals("0=a 1=b 2=c", rest(list));
  }

  @Test
  void anIteratorIsItsOwnIterator() {
    Value cursor = in.send(abc(), "__iterator");
    assertSame(cursor, in.send(cursor, "__iterator"));
    assertTrue(cursor.type().isA(Core.ITERATOR));
    assertEquals("3", in.text(cursor, "__length"));
    assertSame(cursor, in.send(cursor, "__rewind"));
    assertSame(cursor, in.send(cursor, "__next"));
  }

  @Test
  void behindTheEndThereIsNull() {
    Value cursor = in.send(ListObject.of(Str.of("a")), "__iterator");
    in.send(cursor, "__next");
    in.send(cursor, "__next");
    assertSame(NullValue.NULL, in.send(cursor, "__key"));
    assertSame(NullValue.NULL, in.send(cursor, "__value"));
    assertSame(Bool.FALSE, in.send(cursor, "__hasNext"));
    in.send(cursor, "__rewind");
    assertEquals("0=a", rest(cursor));
  }

  @Test
  void listCursorsFollowTheLiveList() {
    ListObject list = abc();
    Value cursor = in.send(list, "__iterator");
    in.send(cursor, "__next");
    list.add(Str.of("d"));
    list.remove(1);
    assertEquals("1=c 2=d", rest(cursor));
    list.add(Str.of("e"));
    assertEquals("3=e", rest(cursor));
    list.clear();
    assertSame(Bool.FALSE, in.send(cursor, "__hasNext"));
  }

  @Test
  void hashCursorsKeepTheKeysOfTheStart() {
    HashObject hash = new HashObject();
    hash.put(in, "a", Numerical.of(1));
    hash.put(in, "b", Numerical.of(2));
    hash.put(in, "c", Numerical.of(3));
    Value cursor = in.send(hash, "__iterator");
    hash.put(in, "d", Numerical.of(4));
    hash.remove(in, Str.of("b"));
    hash.put(in, "c", Numerical.of(33));
    assertEquals("a=1 c=33", rest(cursor));
    in.send(cursor, "__rewind");
    assertEquals("a=1 c=33 d=4", rest(cursor));
  }

  @Test
  void setsCountTheirElements() {
    SetObject set = new SetObject();
    set.add(in, Str.of("x"));
    set.add(in, Str.of("y"));
    set.add(in, Str.of("z"));
    Value cursor = in.send(set, "__iterator");
    set.remove(in, Str.of("y"));
    assertEquals("0=x 1=z", rest(cursor));
  }

  @Test
  void tuplesHaveAnOwnCursorToo() {
    TupleObject tuple = TupleObject.of(Str.of("a"), Str.of("b"));
    TupleObject other = TupleObject.of(Str.of("a"), Str.of("b"));
    in.send(tuple, "__next");
    assertEquals("1=b", rest(tuple));
    assertEquals("0=a 1=b", rest(other));
    in.send(tuple, "__rewind");
    assertEquals("0=a 1=b", rest(tuple));
    assertEquals("", rest(TupleObject.of()));
  }

  @Test
  void foreachTakesAnIterator() {
    Cursor cursor = Cursor.over(in, in.send(abc(), "__iterator"), 3);
    assertEquals(Numerical.of(3), cursor.count());
    assertTrue(cursor.next(in));
    assertEquals("a", cursor.value().toString());
    assertTrue(cursor.next(in));
    assertEquals(Numerical.of(1), cursor.key());
  }

  @Test
  void scriptsCannotMakeOne() {
    Value cursor = in.send(abc(), "__iterator");
    assertThrows(ScriptException.class, () -> in.call(cursor.type()));
  }
}
