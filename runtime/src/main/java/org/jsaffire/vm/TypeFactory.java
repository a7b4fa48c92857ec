package org.jsaffire.vm;

import java.util.ArrayList;
import java.util.List;
import org.jsaffire.object.Attributes;
import org.jsaffire.object.Bool;
import org.jsaffire.object.ClassObject;
import org.jsaffire.object.Core;
import org.jsaffire.object.CoreInterfaces;
import org.jsaffire.object.Errors;
import org.jsaffire.object.Layout;
import org.jsaffire.object.Member;
import org.jsaffire.object.MemberKind;
import org.jsaffire.object.Method;
import org.jsaffire.object.MethodMember;
import org.jsaffire.object.NullValue;
import org.jsaffire.object.PropertyMember;
import org.jsaffire.object.ScriptException;
import org.jsaffire.object.Value;
import org.jsaffire.object.Visibility;

/** Creates classes and interfaces when control reaches their definition (language.md 4.2, 4.9). */
final class TypeFactory {
  private final Interpreter interpreter;

  TypeFactory(Interpreter interpreter) {
    this.interpreter = interpreter;
  }

  /** Steps 1 and 2: parent and interfaces. */
  PreparedType prepare(LinkedType type, Module module) {
    boolean isInterface = type.definition.isInterface();
    ClassObject parent = isInterface ? null : parent(type, module);
    List<ClassObject> interfaces = new ArrayList<>();
    for (TypeName name : type.interfaces) {
      interfaces.add(interfaceOf(name, module));
    }
    return new PreparedType(parent, interfaces);
  }

  private ClassObject parent(LinkedType type, Module module) {
    if (type.parent == null) {
      return Core.BASE;
    }
    Value value = type.parent.resolve(module, interpreter);
    if (value == null) {
      throw Errors.attribute("Class '" + type.parent.text + "' not found");
    }
    if (!(value instanceof ClassObject parent) || parent.isInterface()) {
      throw Errors.type("'" + type.parent.text + "' is not a class");
    }
    if (parent.instanceLayout().flags().isFinal()) {
      throw Errors.extend("Cannot extend final class '" + parent.name() + "'");
    }
    return parent;
  }

  private ClassObject interfaceOf(TypeName name, Module module) {
    Value value = name.resolve(module, interpreter);
    if (value == null) {
      throw Errors.type("Interface '" + name.text + "' is not found");
    }
    if (!(value instanceof ClassObject type) || !type.isInterface()) {
      throw Errors.type("'" + name.text + "' is not an interface");
    }
    return type;
  }

  /**
   * Steps 3 to 5.
   *
   * @param values hold the initial values of the properties from {@code from} on
   */
  ClassObject define(
      LinkedType linked, PreparedType prepared, Module module, Value[] values, int from) {
    Layout layout = linked.layout(prepared.parent, prepared.interfaces);
    ClassObject type = new ClassObject(layout, prepared.parent, prepared.interfaces, module);
    initialise(linked, type, values, from);
    if (!linked.definition.isInterface()) {
      checkOverrides(layout);
      if (!layout.flags().isAbstract()) {
        checkInterfaces(type);
        checkAbstractMethods(layout);
      }
    }
    return type;
  }

  private static void initialise(LinkedType linked, ClassObject type, Value[] values, int from) {
    int next = from;
    Layout layout = type.instanceLayout();
    int member = 0;
    for (Member declared : layout.declared()) {
      if (declared instanceof PropertyMember property) {
        boolean given = linked.isInitialised(member++);
        Value value = given ? values[next++] : NullValue.NULL;
        if (given && property.isBoolean() && !(value instanceof Bool)) {
          throw Errors.type("Cannot set non-boolean value to property '" + property.name() + "'");
        }
        Attributes.write(type, property, value);
      }
    }
  }

  private static void checkOverrides(Layout layout) {
    Layout parent = layout.parent();
    for (Member member : layout.declared()) {
      Member old = parent.find(member.name());
      if (old == null
          || old.visibility() == Visibility.PRIVATE
          || member.name().equals("__ctor")
          || member.name().equals("__dtor")) {
        continue;
      }
      if (old instanceof MethodMember method && isFinal(method)) {
        throw Errors.extend(
            "Cannot override final method '"
                + member.name()
                + "' of class '"
                + old.owner().name()
                + "'");
      }
      if (member.visibility().compareTo(old.visibility()) > 0) {
        String kind = member.kind() == MemberKind.METHOD ? "Method" : "Property";
        throw Errors.objectOriented(
            kind
                + " '"
                + member.name()
                + "' cannot be less visible than in class '"
                + old.owner().name()
                + "'");
      }
    }
  }

  private static boolean isFinal(MethodMember method) {
    for (int i = 0; i < method.count(); i++) {
      if (method.overload(i).isFinal()) {
        return true;
      }
    }
    return false;
  }

  private static void checkAbstractMethods(Layout layout) {
    for (Member member : layout.members()) {
      if (member instanceof MethodMember method
          && method.isAbstract()
          && !method.owner().flags().isInterface()) {
        throw Errors.type(
            "Class '"
                + layout.name()
                + "' does not implement abstract method '"
                + method.name()
                + "' of class '"
                + method.owner().name()
                + "'");
      }
    }
  }

  /** A concrete class provides all members of its interfaces and of its ancestors' (4.9). */
  private void checkInterfaces(ClassObject type) {
    for (ClassObject wanted : type.allInterfaces()) {
      if (isProvided(type, wanted)) {
        continue;
      }
      for (Member member : wanted.instanceLayout().declared()) {
        check(type, wanted, member);
      }
    }
  }

  /** A built-in ancestor has the interface. */
  private static boolean isProvided(ClassObject type, ClassObject wanted) {
    ClassObject ancestor = type;
    while (!ancestor.isBuiltIn()) {
      ancestor = ancestor.parent();
    }
    return ancestor.isA(wanted);
  }

  private void check(ClassObject type, ClassObject wanted, Member member) {
    Member found = type.instanceLayout().find(member.name());
    if (found == null) {
      if (!CoreInterfaces.isOptional(member)) {
        throw incomplete(type, wanted, "missing attribute", member);
      }
      return;
    }
    if (wanted.isBuiltIn()) {
      return;
    }
    if (found.kind() != member.kind() || found.visibility() != member.visibility()) {
      throw incomplete(type, wanted, "mismatching settings for attribute", member);
    }
    if (member instanceof MethodMember methods
        && !isImplemented(type, wanted, methods, (MethodMember) found)) {
      throw incomplete(type, wanted, "mismatching argument list for attribute", member);
    }
  }

  private static ScriptException incomplete(
      ClassObject type, ClassObject wanted, String what, Member member) {
    return Errors.type(
        "Class '"
            + type.name()
            + "' does not fully implement interface '"
            + wanted.name()
            + "', "
            + what
            + " '"
            + member.name()
            + "'");
  }

  /** Each wanted overload has a compatible one among those found. */
  private boolean isImplemented(
      ClassObject type, ClassObject wanted, MethodMember methods, MethodMember found) {
    for (int i = 0; i < methods.count(); i++) {
      boolean matched = false;
      for (int k = 0; k < found.count() && !matched; k++) {
        matched = isCompatible(type, wanted, methods.overload(i), found.overload(k));
      }
      if (!matched) {
        return false;
      }
    }
    return true;
  }

  private boolean isCompatible(
      ClassObject type, ClassObject wanted, Method method, Method candidate) {
    if (!(method instanceof UserFunction declared)
        || !(candidate instanceof UserFunction implemented)) {
      return true;
    }
    Parameter[] want = declared.parameters;
    Parameter[] have = implemented.parameters;
    if (have.length < want.length) {
      return false;
    }
    Module wantedScope = (Module) wanted.scope();
    Module scope = (Module) type.ancestor(implemented.owner()).scope();
    for (int i = 0; i < want.length; i++) {
      if (want[i].isVariadic != have[i].isVariadic
          || !isCompatible(want[i], wantedScope, have[i], scope)) {
        return false;
      }
    }
    for (int i = want.length; i < have.length; i++) {
      if (have[i].initial == null && !have[i].isVariadic) {
        return false;
      }
    }
    return true;
  }

  /** The hint is the same class, an ancestor of it, or absent. */
  private boolean isCompatible(Parameter want, Module wantedScope, Parameter have, Module scope) {
    if (have.hint == null) {
      return true;
    }
    if (want.hint == null) {
      return false;
    }
    ClassObject wanted = want.type(wantedScope, interpreter);
    ClassObject given = have.type(scope, interpreter);
    return wanted != null && given != null && wanted.isA(given);
  }
}
