package org.jsaffire.object;

/** The built-in classes and interfaces other than exceptions (language.md 3.6). */
public final class Core {
  public static final ClassObject BASE = BaseMethods.build();
  public static final ClassObject ITERATOR =
      CoreInterfaces.build(
          "Iterator", "__iterator __key __value __rewind __hasNext __next __length", "__length");
  public static final ClassObject DATASTRUCTURE =
      CoreInterfaces.build("Datastructure", "__populate", "");
  public static final ClassObject SUBSCRIPTION =
      CoreInterfaces.build(
          "Subscription",
          "__length __set __remove __get __has __splice",
          "__length __set __remove __has __splice");
  public static final ClassObject NULL = NullMethods.build();
  public static final ClassObject BOOLEAN = BooleanMethods.build();
  public static final ClassObject NUMERICAL = NumericalMethods.build();
  public static final ClassObject DOUBLE = DoubleMethods.build();
  public static final ClassObject STRING = StringMethods.build();
  public static final ClassObject REGEX = RegexMethods.build();
  public static final ClassObject LIST = ListMethods.build();
  public static final ClassObject HASH = HashMethods.build();
  public static final ClassObject TUPLE = TupleMethods.build();
  public static final ClassObject SET = SetMethods.build();
  public static final ClassObject CALLABLE = CallableMethods.build();

  private Core() {}
}
