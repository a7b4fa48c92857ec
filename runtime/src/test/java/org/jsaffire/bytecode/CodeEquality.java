package org.jsaffire.bytecode;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;

/** Compares code part by part; says where it differs. */
final class CodeEquality {
  private CodeEquality() {}

  /** The path to the first difference, or null. */
  static String difference(Object left, Object right) throws ReflectiveOperationException {
    return difference("code", left, right);
  }

  private static String difference(String path, Object left, Object right)
      throws ReflectiveOperationException {
    if (left == null || right == null) {
      return left == right ? null : path + ": " + left + " and " + right;
    }
    if (left.getClass() != right.getClass() && !(left instanceof List)) {
      return path + ": " + left.getClass() + " and " + right.getClass();
    }
    if (left instanceof CodeBlock a && right instanceof CodeBlock b) {
      return difference(path, parts(a), parts(b));
    }
    if (left instanceof List<?> a && right instanceof List<?> b) {
      if (a.size() != b.size()) {
        return path + ": " + a.size() + " and " + b.size() + " elements";
      }
      String found = null;
      for (int i = 0; i < a.size() && found == null; i++) {
        found = difference(path + "[" + i + "]", a.get(i), b.get(i));
      }
      return found;
    }
    if (left instanceof Record) {
      String found = null;
      for (RecordComponent part : left.getClass().getRecordComponents()) {
        part.getAccessor().setAccessible(true);
        Object a = part.getAccessor().invoke(left);
        Object b = part.getAccessor().invoke(right);
        found = found == null ? difference(path + "." + part.getName(), a, b) : found;
      }
      return found;
    }
    return left.equals(right) ? null : path + ": " + left + " and " + right;
  }

  private static List<Object> parts(CodeBlock block) {
    return Arrays.asList(
        block.name(),
        block.owner(),
        block.file(),
        block.parameterCount(),
        block.slotCount(),
        block.stackSize(),
        block.cacheCount(),
        Arrays.stream(block.code()).boxed().toList(),
        block.constants(),
        block.handlers(),
        Arrays.stream(block.lines()).boxed().toList(),
        block.slotNames());
  }
}
