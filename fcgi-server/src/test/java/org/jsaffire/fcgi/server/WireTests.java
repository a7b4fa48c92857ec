package org.jsaffire.fcgi.server;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Runs the {@link Row} methods of a class over every transport and division of the bytes. */
abstract class WireTests {
  /** Positions beyond are tried in steps, so that long inputs do not take minutes. */
  private static final int EVERY_POSITION_UP_TO = 400;

  @TestFactory
  List<DynamicNode> rows() {
    List<DynamicNode> tests = new ArrayList<>();
    Method[] methods = getClass().getDeclaredMethods();
    Arrays.sort(methods, Comparator.comparing(Method::getName));
    for (Method method : methods) {
      Row row = method.getAnnotation(Row.class);
      if (row != null) {
        method.setAccessible(true);
        add(tests, method, row);
      }
    }
    return tests;
  }

  private void add(List<DynamicNode> tests, Method method, Row row) {
    for (boolean unix : new boolean[] {false, true}) {
      String name = method.getName() + (unix ? " UNIX" : " TCP");
      tests.add(DynamicTest.dynamicTest(name, () -> run(method, unix, Wire.Division.WHOLE, 0)));
      if (row.singleBytes()) {
        tests.add(
            DynamicTest.dynamicTest(
                name + " single bytes", () -> run(method, unix, Wire.Division.SINGLE, 0)));
      }
      if (row.everySplit()) {
        tests.add(DynamicTest.dynamicTest(name + " every split", () -> runSplits(method, unix)));
      }
    }
  }

  private void runSplits(Method method, boolean unix) throws Exception {
    int size = run(method, unix, Wire.Division.WHOLE, 0);
    int position = 1;
    while (position < size) {
      run(method, unix, Wire.Division.AT, position);
      position += position < EVERY_POSITION_UP_TO ? 1 : Math.max(1, size / 50);
    }
  }

  private int run(Method method, boolean unix, Wire.Division division, int at) throws Exception {
    try (Wire wire = new Wire(unix, division, at)) {
      method.invoke(this, wire);
      return wire.longestFirst();
    } catch (InvocationTargetException e) {
      throw new AssertionError(
          method.getName() + " over " + (unix ? "UNIX" : "TCP") + " " + division + " " + at,
          e.getCause());
    }
  }
}
