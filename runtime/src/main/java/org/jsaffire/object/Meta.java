package org.jsaffire.object;

/** The third variable of a foreach (language.md 4.20): one object for each round. */
public final class Meta {
  private static final String[] NAMES = {"index", "count", "first", "last", "key", "value", "val"};

  static final ClassObject TYPE = type();

  private Meta() {}

  private static ClassObject type() {
    Layout.Builder layout =
        new Layout.Builder("meta", "\\meta", Core.BASE.instanceLayout())
            .tag(TypeTag.USER)
            .flags(new Layout.Flags(false, true, true, true));
    for (String name : NAMES) {
      layout.declare(PropertyMember.readOnly(name));
    }
    return new ClassObject(layout.build(), Core.BASE, java.util.List.of(), null);
  }

  /**
   * The meta object of a round.
   *
   * @param index from 0
   */
  public static Instance of(int index, Value count, Value key, Value value) {
    Instance meta = new Instance(TYPE);
    boolean isLast = count instanceof Numerical n && n.isLong() && n.longValue() - 1 == index;
    meta.setSlot(0, Numerical.of(index));
    meta.setSlot(1, count);
    meta.setSlot(2, Bool.of(index == 0));
    meta.setSlot(3, Bool.of(isLast));
    meta.setSlot(4, key);
    meta.setSlot(5, value);
    meta.setSlot(6, value);
    return meta;
  }
}
