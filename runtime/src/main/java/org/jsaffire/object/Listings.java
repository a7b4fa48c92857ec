package org.jsaffire.object;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What {@code __methods()} and its siblings list (language.md 4.3, 4.9, objects.md 1.8, 2): members
 * of script classes in reverse source order and then those added later, members of native classes
 * in the order of their tables. A name appears once.
 */
final class Listings {
  private Listings() {}

  /**
   * The names of members of one kind.
   *
   * @param parents go on with each ancestor in turn
   * @param extensions go on with the members that are hidden otherwise
   */
  static ListObject members(Value self, MemberKind kind, boolean parents, boolean extensions) {
    Set<String> names = new LinkedHashSet<>();
    collect(self, kind, parents, false, names);
    if (extensions) {
      collect(self, kind, parents, true, names);
    }
    return list(names);
  }

  private static void collect(
      Value self, MemberKind kind, boolean parents, boolean hidden, Set<String> names) {
    ClassObject own = self.type();
    collectOwn(own, kind, hidden, names);
    if (kind == MemberKind.PROPERTY && self instanceof Instance instance) {
      Layout layout = instance.layout();
      for (int i = layout.slotCount() - layout.addedCount(); i < layout.slotCount(); i++) {
        names.add(layout.slot(i).name());
      }
      names.addAll(instance.overflow().keySet());
    }
    for (ClassObject type = Kinship.parent(own);
        parents && type != null;
        type = Kinship.parent(type)) {
      collectOwn(type, kind, hidden, names);
    }
  }

  private static void collectOwn(
      ClassObject type, MemberKind kind, boolean hidden, Set<String> names) {
    List<Member> declared = type.instanceLayout().declared();
    for (int i = 0; i < declared.size(); i++) {
      Member member = declared.get(type.isBuiltIn() ? i : declared.size() - 1 - i);
      if (member.kind() == kind && isHidden(member) == hidden) {
        names.add(member.name());
      }
    }
    if (kind == MemberKind.PROPERTY) {
      names.addAll(type.added().keySet());
    }
  }

  /** Every overload is an extension. */
  private static boolean isHidden(Member member) {
    if (!(member instanceof MethodMember method)) {
      return false;
    }
    for (int i = 0; i < method.count(); i++) {
      if (!(method.overload(i) instanceof NativeMethod body) || !body.isHidden()) {
        return false;
      }
    }
    return true;
  }

  static ListObject parents(ClassObject type) {
    ListObject names = new ListObject();
    for (ClassObject parent = Kinship.parent(type);
        parent != null;
        parent = Kinship.parent(parent)) {
      names.add(Str.of(parent.name()));
    }
    return names;
  }

  /**
   * The names of the interfaces that a class names; those that interfaces inherit are left out.
   *
   * @param extensions go on with the interfaces that are hidden otherwise
   */
  static ListObject interfaces(ClassObject type, boolean parents, boolean extensions) {
    Set<String> names = new LinkedHashSet<>();
    collectInterfaces(type, parents, false, names);
    if (extensions) {
      collectInterfaces(type, parents, true, names);
    }
    return list(names);
  }

  private static void collectInterfaces(
      ClassObject type, boolean parents, boolean hidden, Set<String> names) {
    for (ClassObject owner = type;
        owner != null && !owner.isInterface();
        owner = parents ? owner.parent() : null) {
      List<ClassObject> declared = owner.interfaces();
      for (int i = 0; i < declared.size(); i++) {
        ClassObject named = declared.get(owner.isBuiltIn() ? i : declared.size() - 1 - i);
        if (owner.hides(named) == hidden) {
          names.add(named.name());
        }
      }
    }
  }

  private static ListObject list(Set<String> names) {
    List<Str> texts = new ArrayList<>(names.size());
    for (String name : names) {
      texts.add(Str.of(name));
    }
    return ListObject.of(texts);
  }
}
