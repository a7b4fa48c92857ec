package org.jsaffire.object;

/** The built-in kinds (language.md 4.15, objects.md 1.2). */
public enum TypeTag {
  BASE("base"),
  BOOLEAN("boolean"),
  NULL("null"),
  NUMERICAL("numerical"),
  DOUBLE("double"),
  REGEX("regex"),
  STRING("string"),
  HASH("hash"),
  TUPLE("tuple"),
  LIST("list"),
  SET("set"),
  CALLABLE("callable"),
  EXCEPTION("exception"),
  USER("user");

  private final String text;

  TypeTag(String text) {
    this.text = text;
  }

  /** What {@code __type()} returns. */
  public String text() {
    return text;
  }

  /** Instances of script subclasses hold a core value of this type. */
  public boolean isValueType() {
    return this != BASE && this != USER && this != EXCEPTION;
  }
}
