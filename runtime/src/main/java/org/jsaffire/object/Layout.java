package org.jsaffire.object;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What a class definition means: its members, slots and parents. Made once for each definition and
 * parent layout and shared by all runs; a {@link ClassObject} adds what differs between runs.
 *
 * <p>Two more kinds hang off the layout of a class: its {@linkplain #classSide() class side}, which
 * attribute lookup on the class object itself starts from, and extended layouts of instances that
 * got properties by assignment. All three answer the same questions. Immutable but for the lazily
 * made extensions; safe for use by several threads.
 */
public final class Layout {
  /** How many properties assignment can add to an instance before they go to a map. */
  private static final int MAX_ADDED = 64;

  /** How many extended layouts one class can have altogether. */
  private static final int MAX_EXTENSIONS = 1000;

  /** What kind of class a layout describes. */
  public record Flags(boolean isInterface, boolean isAbstract, boolean isFinal, boolean isBuiltIn) {
    public static final Flags CLASS = new Flags(false, false, false, false);
  }

  private final String name;
  private final String qualifiedName;
  private final Layout parent;
  private final int depth;
  private final TypeTag tag;
  private final Flags flags;
  private final Layout root;
  private final Layout classSide;
  private final boolean isClassSide;

  /** Nearest member of each name, inherited ones included. */
  private final Map<String, Member> members;

  /** Members that this class declares, in listing order. */
  private final List<Member> declared;

  /** Names of {@link #declared} that are private; null when there are none. */
  private final Map<String, Member> privates;

  /** Instance properties by slot. */
  private final PropertyMember[] slots;

  private final int staticCount;
  private final int added;
  private final Map<String, Layout> extensions;
  private final int[] extensionCount;

  private Layout(Builder builder) {
    this.name = builder.name;
    this.qualifiedName = builder.qualifiedName;
    this.parent = builder.parent;
    this.depth = parent == null ? 0 : parent.depth + 1;
    this.tag = builder.tag;
    this.flags = builder.flags;
    this.root = this;
    this.isClassSide = false;
    this.declared = List.copyOf(builder.declared);
    this.members = new HashMap<>();
    if (parent != null) {
      members.putAll(parent.members);
    }
    for (Member member : builder.inherited) {
      members.putIfAbsent(member.name(), member);
    }
    List<PropertyMember> instanceSlots =
        parent == null ? new ArrayList<>() : new ArrayList<>(List.of(parent.slots));
    Map<String, Member> hidden = new HashMap<>();
    int statics = 0;
    for (Member member : declared) {
      member.declareIn(this);
      if (member instanceof PropertyMember property) {
        if (property.isStatic()) {
          property.assignSlot(statics++);
        } else {
          assignInstanceSlot(property, instanceSlots);
        }
      }
      members.put(member.name(), member);
      if (member.visibility() == Visibility.PRIVATE) {
        hidden.put(member.name(), member);
      }
    }
    this.privates = hidden.isEmpty() ? null : hidden;
    this.slots = instanceSlots.toArray(PropertyMember[]::new);
    this.staticCount = statics;
    this.added = 0;
    this.extensions = new ConcurrentHashMap<>(0);
    this.extensionCount = new int[1];
    this.classSide = new Layout(this);
  }

  /** A redeclared visible property keeps the slot that it has in the parent. */
  private void assignInstanceSlot(PropertyMember property, List<PropertyMember> instanceSlots) {
    Member inherited = parent == null ? null : parent.members.get(property.name());
    if (inherited instanceof PropertyMember old
        && !old.isStatic()
        && old.visibility() != Visibility.PRIVATE) {
      property.assignSlot(old.slot());
      instanceSlots.set(old.slot(), property);
    } else {
      property.assignSlot(instanceSlots.size());
      instanceSlots.add(property);
    }
  }

  /** The class side of a class. */
  private Layout(Layout instanceSide) {
    this.name = instanceSide.name;
    this.qualifiedName = instanceSide.qualifiedName;
    this.parent = instanceSide.parent;
    this.depth = instanceSide.depth;
    this.tag = TypeTag.BASE;
    this.flags = instanceSide.flags;
    this.root = instanceSide;
    this.classSide = this;
    this.isClassSide = true;
    this.members = flags.isInterface() ? withBase(instanceSide.members) : instanceSide.members;
    this.declared = instanceSide.declared;
    this.privates = instanceSide.privates;
    this.slots = instanceSide.slots;
    this.staticCount = instanceSide.staticCount;
    this.added = 0;
    this.extensions = Map.of();
    this.extensionCount = null;
  }

  /** Interfaces have no parent, but as objects the methods of base. */
  private static Map<String, Member> withBase(Map<String, Member> own) {
    Map<String, Member> all = new HashMap<>(Core.BASE.instanceLayout().members);
    all.putAll(own);
    return all;
  }

  /** An instance layout with one more property. */
  private Layout(Layout base, String property) {
    this.name = base.name;
    this.qualifiedName = base.qualifiedName;
    this.parent = base.parent;
    this.depth = base.depth;
    this.tag = base.tag;
    this.flags = base.flags;
    this.root = base.root;
    this.classSide = base.classSide;
    this.isClassSide = false;
    this.declared = base.declared;
    this.privates = base.privates;
    this.staticCount = base.staticCount;
    int slot = base.slots.length;
    PropertyMember member = PropertyMember.dynamic(property, slot);
    member.declareIn(root);
    this.slots = java.util.Arrays.copyOf(base.slots, slot + 1);
    this.slots[slot] = member;
    this.members = new HashMap<>(base.members);
    this.members.put(property, member);
    this.added = base.added + 1;
    this.extensions = new ConcurrentHashMap<>(0);
    this.extensionCount = base.extensionCount;
  }

  /** The declared name. */
  public String name() {
    return name;
  }

  /** With namespace, as stack traces show it: {@code \a\b}. */
  public String qualifiedName() {
    return qualifiedName;
  }

  /** The layout of the parent class; null for base and for interfaces. */
  public Layout parent() {
    return parent;
  }

  /** Distance from base. */
  public int depth() {
    return depth;
  }

  public TypeTag tag() {
    return tag;
  }

  public Flags flags() {
    return flags;
  }

  /** The layout of the class itself, for layouts that derive from it. */
  public Layout root() {
    return root;
  }

  /** The layout of the class object. */
  public Layout classSide() {
    return classSide;
  }

  public boolean isClassSide() {
    return isClassSide;
  }

  /** The nearest member of that name, or null. Private members of ancestors are found too. */
  public Member find(String member) {
    return members.get(member);
  }

  /** The private member of that name that this very class declares, or null. */
  public Member findPrivate(String member) {
    return privates == null ? null : privates.get(member);
  }

  /** The nearest method of that name, or null. */
  public MethodMember findMethod(String method) {
    return members.get(method) instanceof MethodMember found ? found : null;
  }

  /** All nearest members, in no particular order. */
  public Collection<Member> members() {
    return members.values();
  }

  /** What this class itself declares, in the order of its listings' source. */
  public List<Member> declared() {
    return declared;
  }

  /** This class itself declares a member of that name that is not private. */
  public boolean declares(String member) {
    Member found = members.get(member);
    return found != null && found.owner() == root;
  }

  public int slotCount() {
    return slots.length;
  }

  /** The instance property in a slot. */
  public PropertyMember slot(int i) {
    return slots[i];
  }

  /** How many of the slots were added by assignment; they are the last ones. */
  public int addedCount() {
    return added;
  }

  /** Static slots that class objects of this layout hold. */
  public int staticCount() {
    return staticCount;
  }

  /** This is the layout of {@code ancestor} or of a descendant. */
  public boolean descendsFrom(Layout ancestor) {
    Layout layout = root;
    Layout wanted = ancestor.root;
    while (layout != null && layout.depth > wanted.depth) {
      layout = layout.parent;
    }
    return layout == wanted;
  }

  /**
   * The layout with one more public property in the next slot, or null when this class has too many
   * such layouts and the property must go to a map.
   */
  Layout extend(String property) {
    Layout extended = extensions.get(property);
    if (extended != null) {
      return extended;
    }
    if (added >= MAX_ADDED) {
      return null;
    }
    synchronized (extensionCount) {
      if (extensionCount[0] >= MAX_EXTENSIONS) {
        return extensions.get(property);
      }
      extensionCount[0]++;
    }
    return extensions.computeIfAbsent(property, key -> new Layout(this, key));
  }

  @Override
  public String toString() {
    return (isClassSide ? "class " : "") + qualifiedName;
  }

  /** Collects the parts of a layout. */
  public static final class Builder {
    private final String name;
    private final String qualifiedName;
    private final Layout parent;
    private TypeTag tag;
    private Flags flags = Flags.CLASS;
    private final List<Member> declared = new ArrayList<>();
    private final List<Member> inherited = new ArrayList<>();

    /**
     * @param parent null for base and for interfaces
     */
    public Builder(String name, String qualifiedName, Layout parent) {
      this.name = name;
      this.qualifiedName = qualifiedName;
      this.parent = parent;
      this.tag = parent == null || parent.tag == TypeTag.BASE ? TypeTag.USER : parent.tag;
    }

    public Builder tag(TypeTag newTag) {
      this.tag = newTag;
      return this;
    }

    public Builder flags(Flags newFlags) {
      this.flags = newFlags;
      return this;
    }

    public Builder declare(Member member) {
      declared.add(member);
      return this;
    }

    /** A member of an interface that holds unless it is declared or comes from the parent. */
    public Builder inherit(Member member) {
      inherited.add(member);
      return this;
    }

    public Layout build() {
      return new Layout(this);
    }
  }
}
