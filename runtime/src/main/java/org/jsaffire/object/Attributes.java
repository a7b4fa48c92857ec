package org.jsaffire.object;

import java.util.ArrayList;
import java.util.List;

/** Attribute lookup with visibility (language.md 4.5 to 4.8, 4.10). */
public final class Attributes {
  private Attributes() {}

  /**
   * The member that code of a class finds on a receiver, or null. Visibility is not checked.
   *
   * @param executing layout of the class whose method is running, or null
   */
  public static Member find(Layout receiver, String name, Layout executing) {
    if (executing != null) {
      Member own = executing.findPrivate(name);
      if (own != null && receiver.descendsFrom(executing)) {
        return own;
      }
    }
    return receiver.find(name);
  }

  /** Code of that class may use the member of that receiver. */
  public static boolean isVisible(Member member, Layout receiver, Layout executing) {
    return isVisible(member.visibility(), member, receiver, executing);
  }

  private static boolean isVisible(
      Visibility visibility, Member member, Layout receiver, Layout executing) {
    if (visibility == Visibility.PUBLIC) {
      return true;
    }
    if (executing == null) {
      return false;
    }
    if (executing == member.owner()) {
      return true;
    }
    if (visibility == Visibility.PRIVATE) {
      return false;
    }
    return executing.descendsFrom(member.owner())
        || (receiver.descendsFrom(executing) && executing.find(member.name()) != null);
  }

  /**
   * The member for reading or calling, with visibility checked.
   *
   * @return null when no class declares it
   * @throws ScriptException visibilityException
   */
  public static Member findVisible(Value object, String name, Layout executing) {
    Layout layout = object.layout();
    Member member = find(layout, name, executing);
    if (member != null && !isVisible(member, layout, executing)) {
      throw notFetchable(name);
    }
    return member;
  }

  static ScriptException notFetchable(String name) {
    return Errors.visibility("Visibility does not allow to fetch attribute '" + name + "'");
  }

  /** {@code object.name}. */
  public static Value get(Value object, String name, Layout executing) {
    Member member = findVisible(object, name, executing);
    return member == null ? getUndeclared(object, name) : read(object, member, executing);
  }

  /**
   * An attribute that no class declares.
   *
   * @throws ScriptException attributeException
   */
  public static Value getUndeclared(Value object, String name) {
    if (object instanceof Instance instance) {
      if (instance.isDestroyed()) {
        throw destroyed();
      }
      Value value = instance.overflow(name);
      if (value != null) {
        return value;
      }
    }
    Value added = object.type().findAdded(name);
    if (added == null) {
      throw Errors.attributeNotFound(name, object.type().name());
    }
    return added;
  }

  private static ScriptException destroyed() {
    return Errors.attribute("Object has been destroyed");
  }

  /** The value of a member that was found on the object; a method becomes a callable. */
  public static Value read(Value object, Member member, Layout executing) {
    if (member instanceof PropertyMember property) {
      return readProperty(object, property);
    }
    if (member instanceof ConstantMember constant) {
      return constant.value();
    }
    MethodMember method = (MethodMember) member;
    checkContext(object, method);
    return new CallableObject(method, object, visibleOverloads(object, method, executing));
  }

  private static Value readProperty(Value object, PropertyMember property) {
    if (property.isStatic()) {
      return object.type().getStatic(property);
    }
    if (object instanceof Instance instance) {
      return instance.slot(property.slot());
    }
    return ((ClassObject) object).defaultOf(property.slot());
  }

  /** A class can call only static and mixed methods (language.md 4.7). */
  public static void checkContext(Value object, MethodMember method) {
    if (object instanceof ClassObject type && !method.overload(0).worksOnClass()) {
      for (int i = 1; i < method.count(); i++) {
        if (method.overload(i).worksOnClass()) {
          return;
        }
      }
      throw notStatic(method.name(), type);
    }
  }

  static ScriptException notStatic(String method, ClassObject type) {
    return Errors.callable(
        "Cannot call dynamic method '" + method + "' from class '" + type.name() + "'");
  }

  /** The overloads that code of that class may call, or null for all of them. */
  public static Method[] visibleOverloads(Value object, MethodMember method, Layout executing) {
    int count = method.count();
    List<Method> visible = null;
    for (int i = 0; i < count; i++) {
      Method overload = method.overload(i);
      if (isVisible(overload.visibility(), method, object.layout(), executing)) {
        if (visible != null) {
          visible.add(overload);
        }
      } else if (visible == null) {
        visible = new ArrayList<>();
        for (int k = 0; k < i; k++) {
          visible.add(method.overload(k));
        }
      }
    }
    return visible == null ? null : visible.toArray(Method[]::new);
  }

  /** {@code object.name = value}. */
  public static void set(Value object, String name, Value value, Layout executing) {
    if (object instanceof Instance instance && instance.isDestroyed()) {
      throw destroyed();
    }
    Layout layout = object.layout();
    Member member = find(layout, name, executing);
    boolean builtIn = object.type().isBuiltIn();
    boolean isBuiltInClass = object instanceof ClassObject && builtIn;
    if (object.isImmutable() && !(isBuiltInClass && member != null)) {
      throw immutable(object);
    }
    if (name.endsWith("?") && !(value.unwrap() instanceof Bool)) {
      throw notBoolean(name);
    }
    if (member == null) {
      add(object, name, value, builtIn);
      return;
    }
    if (!(member instanceof PropertyMember property) || property.isReadOnly()) {
      throw Errors.visibility("Cannot write to readonly attribute '" + name + "'");
    }
    if (!isVisible(member, layout, executing)) {
      throw Errors.visibility("Visibility does not allow to access attribute '" + name + "'");
    }
    write(object, property, value);
  }

  static ScriptException notBoolean(String name) {
    return Errors.type("Cannot set non-boolean value to property '" + name + "'");
  }

  static ScriptException immutable(Value object) {
    return Errors.immutable(
        "Trying to modify immutable property on object '" + object.type().name() + "'");
  }

  /** Stores into a property that was found on the object; all checks have been made. */
  public static void write(Value object, PropertyMember property, Value value) {
    if (property.isStatic()) {
      object.type().setStatic(property, value);
    } else if (object instanceof Instance instance) {
      instance.setSlot(property.slot(), value);
    } else {
      ((ClassObject) object).setDefault(property.slot(), value);
    }
  }

  private static void add(Value object, String name, Value value, boolean builtIn) {
    if (builtIn || !(object instanceof Instance || object instanceof ClassObject)) {
      throw immutable(object);
    }
    if (object instanceof ClassObject type) {
      type.add(name, value);
    } else {
      Instance instance = (Instance) object;
      if (!instance.setOverflow(name, value)) {
        instance.addProperty(name, value);
      }
    }
  }
}
