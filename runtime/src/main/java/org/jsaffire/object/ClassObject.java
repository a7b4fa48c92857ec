package org.jsaffire.object;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * A class or interface as a value. For classes of scripts: one object for each run and definition,
 * holding static slots, property defaults and the scope of the defining file. Built-in classes have
 * neither and are shared by all runs.
 */
public final class ClassObject extends Value {
  private final Layout layout;
  private final ClassObject parent;
  private final List<ClassObject> interfaces;

  /** Ancestors by depth, base first and this last: {@code line[layout.depth()] == this}. */
  private final ClassObject[] line;

  private final Object scope;
  private final Value[] statics;

  /** Defaults by slot, null where the parent's holds; null as a whole for built-in classes. */
  private final Value[] defaults;

  /** Interfaces that listings leave out (objects.md 1.8). */
  private final Set<ClassObject> hiddenInterfaces;

  private final Supplier<Object> emptyPayload;
  private Map<String, Value> added;
  private boolean immutable;

  /**
   * Makes a class object.
   *
   * @param parent null for base and for interfaces
   * @param interfaces as declared, in source order
   * @param scope what the machine needs to run methods of this class: the globals of its file
   */
  public ClassObject(
      Layout layout, ClassObject parent, List<ClassObject> interfaces, Object scope) {
    this(layout, parent, interfaces, scope, Set.of(), parent == null ? null : parent.emptyPayload);
  }

  /** Makes a built-in class. */
  ClassObject(
      Layout layout,
      ClassObject parent,
      List<ClassObject> interfaces,
      Set<ClassObject> hiddenInterfaces,
      Supplier<Object> emptyPayload) {
    this(layout, parent, interfaces, null, hiddenInterfaces, emptyPayload);
  }

  private ClassObject(
      Layout layout,
      ClassObject parent,
      List<ClassObject> interfaces,
      Object scope,
      Set<ClassObject> hiddenInterfaces,
      Supplier<Object> emptyPayload) {
    this.layout = layout;
    this.parent = parent;
    this.interfaces = List.copyOf(interfaces);
    this.scope = scope;
    this.hiddenInterfaces = hiddenInterfaces;
    this.emptyPayload = emptyPayload;
    this.line = new ClassObject[layout.depth() + 1];
    if (parent != null) {
      System.arraycopy(parent.line, 0, line, 0, parent.line.length);
    }
    line[layout.depth()] = this;
    boolean builtIn = layout.flags().isBuiltIn();
    this.statics = builtIn ? null : new Value[layout.staticCount()];
    this.defaults = builtIn ? null : new Value[layout.slotCount()];
  }

  @Override
  public Layout layout() {
    return layout.classSide();
  }

  @Override
  public ClassObject type() {
    return this;
  }

  @Override
  public TypeTag tag() {
    return TypeTag.USER;
  }

  /** The layout of new instances. */
  public Layout instanceLayout() {
    return layout;
  }

  public String name() {
    return layout.name();
  }

  public ClassObject parent() {
    return parent;
  }

  /** The interfaces that the definition names, in source order; for interfaces those inherited. */
  public List<ClassObject> interfaces() {
    return interfaces;
  }

  /** The interface counts, but listings leave it out. */
  boolean hides(ClassObject type) {
    return hiddenInterfaces.contains(type);
  }

  /** Makes what a new instance holds before its constructor runs; null for nothing. */
  public Supplier<Object> emptyPayload() {
    return emptyPayload;
  }

  public boolean isInterface() {
    return layout.flags().isInterface();
  }

  public boolean isBuiltIn() {
    return layout.flags().isBuiltIn();
  }

  /** What the machine needs to run methods of this class. */
  public Object scope() {
    return scope;
  }

  /** The class object in this one's line that has the given layout, this included; else null. */
  public ClassObject ancestor(Layout wanted) {
    Layout root = wanted.root();
    int depth = root.depth();
    return depth < line.length && line[depth].layout == root ? line[depth] : null;
  }

  /** This is {@code other}, descends from it, or has it as an interface. */
  public boolean isA(ClassObject other) {
    if (other.isInterface()) {
      return hasInterface(other);
    }
    int depth = other.layout.depth();
    return depth < line.length && line[depth] == other;
  }

  private boolean hasInterface(ClassObject wanted) {
    if (this == wanted) {
      return true;
    }
    for (ClassObject type = this; type != null; type = type.parent) {
      for (ClassObject direct : type.interfaces) {
        if (direct.hasInterface(wanted)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Every interface of this class: its own, those they inherit, then the parents'. */
  public Set<ClassObject> allInterfaces() {
    Set<ClassObject> all = new LinkedHashSet<>();
    for (ClassObject type = this; type != null; type = type.parent) {
      for (ClassObject direct : type.interfaces) {
        collect(direct, all);
      }
    }
    return all;
  }

  private static void collect(ClassObject type, Set<ClassObject> all) {
    if (all.add(type)) {
      for (ClassObject inherited : type.interfaces) {
        collect(inherited, all);
      }
    }
  }

  /** Reads a static property of this class or an ancestor. */
  public Value getStatic(PropertyMember property) {
    return line[property.owner().depth()].statics[property.slot()];
  }

  /** Writes a static property of this class or an ancestor. */
  public void setStatic(PropertyMember property, Value value) {
    line[property.owner().depth()].statics[property.slot()] = value;
  }

  /** The default that new instances of this class get in a slot. */
  public Value defaultOf(int slot) {
    for (ClassObject type = this; type != null && type.defaults != null; type = type.parent) {
      if (slot >= type.defaults.length) {
        break;
      }
      Value value = type.defaults[slot];
      if (value != null) {
        return value;
      }
    }
    return NullValue.NULL;
  }

  /** Sets the default of this class and of descendants without one of their own. */
  public void setDefault(int slot, Value value) {
    defaults[slot] = value;
  }

  /** A property that was added to this class or an ancestor by assignment, or null. */
  public Value findAdded(String name) {
    for (ClassObject type = this; type != null; type = type.parent) {
      if (type.added != null) {
        Value value = type.added.get(name);
        if (value != null) {
          return value;
        }
      }
    }
    return null;
  }

  /** Properties that were added to this very class, in order. */
  public Map<String, Value> added() {
    return added == null ? Map.of() : added;
  }

  void add(String name, Value value) {
    if (added == null) {
      added = new LinkedHashMap<>();
    }
    added.put(name, value);
  }

  @Override
  public boolean isImmutable() {
    return immutable || isBuiltIn();
  }

  void makeImmutable() {
    if (!isBuiltIn()) {
      immutable = true;
    }
  }

  /** The immutable flag as {@code __immutable?()} reports it. */
  boolean isMarkedImmutable() {
    return immutable;
  }

  @Override
  public String toString() {
    return "class " + layout.qualifiedName();
  }
}
