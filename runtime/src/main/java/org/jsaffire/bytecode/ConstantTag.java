package org.jsaffire.bytecode;

import java.math.BigDecimal;
import java.math.BigInteger;

/** Kinds of constants, as the file form numbers them. */
enum ConstantTag {
  /** No constant: a parameter without a default. */
  NONE,
  NULL,
  TRUE,
  FALSE,
  LONG,
  BIG_INTEGER,
  DECIMAL,
  TEXT,
  REGEX,
  TYPE_REFERENCE,
  IMPORT,
  NUMBERS,
  TYPE;

  private static final ConstantTag[] ALL = values();

  /** The tag of a number, or null. */
  static ConstantTag of(int number) {
    return number < ALL.length ? ALL[number] : null;
  }

  static ConstantTag of(Object constant) {
    if (constant instanceof String) {
      return TEXT;
    }
    if (constant instanceof Long) {
      return LONG;
    }
    if (constant instanceof Boolean truth) {
      return truth ? TRUE : FALSE;
    }
    if (constant instanceof BigInteger) {
      return BIG_INTEGER;
    }
    if (constant instanceof BigDecimal) {
      return DECIMAL;
    }
    if (constant instanceof Constants.Regex) {
      return REGEX;
    }
    if (constant instanceof Constants.TypeReference) {
      return TYPE_REFERENCE;
    }
    if (constant instanceof Constants.Import) {
      return IMPORT;
    }
    if (constant instanceof Constants.Numbers) {
      return NUMBERS;
    }
    if (constant instanceof TypeDefinitionCode) {
      return TYPE;
    }
    if (constant == Constants.Null.NULL) {
      return NULL;
    }
    if (constant == null) {
      return NONE;
    }
    throw new IllegalStateException("no constant of code: " + constant.getClass());
  }

  /** A constant that a script can have as a value. */
  boolean isLiteral() {
    return ordinal() >= NULL.ordinal() && ordinal() <= REGEX.ordinal();
  }
}
