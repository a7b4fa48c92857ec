package org.jsaffire.vm;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jsaffire.bytecode.Constants;
import org.jsaffire.bytecode.TypeDefinitionCode;
import org.jsaffire.bytecode.TypeDefinitionCode.ConstantCode;
import org.jsaffire.bytecode.TypeDefinitionCode.MemberCode;
import org.jsaffire.bytecode.TypeDefinitionCode.MethodCode;
import org.jsaffire.bytecode.TypeDefinitionCode.PropertyCode;
import org.jsaffire.object.ClassObject;
import org.jsaffire.object.ConstantMember;
import org.jsaffire.object.Layout;
import org.jsaffire.object.Member;
import org.jsaffire.object.Method;
import org.jsaffire.object.MethodMember;
import org.jsaffire.object.PropertyMember;
import org.jsaffire.object.Visibility;

/** A class or interface definition with the layouts made of it so far. Shared by all runs. */
final class LinkedType {
  /** More parents than this at a time mean that files are being replaced. */
  private static final int MAX_LAYOUTS = 8;

  /** What a layout depends on besides the definition. */
  private record Key(Layout parent, List<Layout> interfaces) {}

  final TypeDefinitionCode definition;
  final TypeName parent;
  final List<TypeName> interfaces;
  private final BitSet initialised = new BitSet();
  private final Map<String, Code> bodies = new LinkedHashMap<>();
  private final Map<Key, Layout> layouts = new LinkedHashMap<>();

  LinkedType(TypeDefinitionCode definition) {
    this.definition = definition;
    this.parent = definition.parent() == null ? null : new TypeName(definition.parent());
    List<TypeName> names = new ArrayList<>();
    for (Constants.TypeReference reference : definition.interfaces()) {
      names.add(new TypeName(reference));
    }
    this.interfaces = names;
    int count = 0;
    for (MemberCode member : definition.members()) {
      if (member instanceof PropertyCode property) {
        initialised.set(count++, property.isInitialised());
      }
    }
  }

  /** The property, counted in source order, has an initialiser. */
  boolean isInitialised(int property) {
    return initialised.get(property);
  }

  /** The layout of the class under a parent, with constants of its interfaces. */
  synchronized Layout layout(ClassObject parentClass, List<ClassObject> implemented) {
    Layout parentLayout = parentClass == null ? null : parentClass.instanceLayout();
    Key key = new Key(parentLayout, implemented.stream().map(ClassObject::instanceLayout).toList());
    Layout known = layouts.get(key);
    if (known != null) {
      return known;
    }
    if (layouts.size() >= MAX_LAYOUTS) {
      layouts.clear();
    }
    Layout made = build(parentLayout, implemented);
    layouts.put(key, made);
    return made;
  }

  private Layout build(Layout parentLayout, List<ClassObject> implemented) {
    Layout.Builder builder =
        new Layout.Builder(definition.name(), definition.qualified(), parentLayout)
            .flags(
                new Layout.Flags(
                    definition.isInterface(),
                    definition.isAbstract() || definition.isInterface(),
                    definition.isFinal(),
                    false));
    for (ClassObject type : implemented) {
      for (Member member : type.instanceLayout().members()) {
        inherit(member, builder);
      }
    }
    Map<String, List<Method>> overloads = new LinkedHashMap<>();
    for (int i = 0; i < definition.members().size(); i++) {
      if (definition.members().get(i) instanceof MethodCode method) {
        overloads
            .computeIfAbsent(method.name(), name -> new ArrayList<>(1))
            .add(new UserFunction(method, body(i, method)));
      }
    }
    for (MemberCode member : definition.members()) {
      declare(member, overloads, builder);
    }
    return builder.build();
  }

  /** A class has the constants of its interfaces, an interface every member of its parents. */
  private void inherit(Member member, Layout.Builder builder) {
    if (member instanceof ConstantMember || definition.isInterface()) {
      builder.inherit(member);
    }
  }

  /** Methods of all layouts of this definition share their code. */
  private Code body(int index, MethodCode method) {
    return method.body() == null
        ? null
        : bodies.computeIfAbsent(index + method.name(), key -> new Code(method.body()));
  }

  private static void declare(
      MemberCode member, Map<String, List<Method>> overloads, Layout.Builder builder) {
    if (member instanceof ConstantCode constant) {
      builder.declare(new ConstantMember(constant.name(), Code.literal(constant.value())));
    } else if (member instanceof PropertyCode property) {
      builder.declare(
          new PropertyMember(
              property.name(), visibility(property.visibility()), property.isStatic()));
    } else {
      List<Method> methods = overloads.remove(member.name());
      if (methods != null) {
        builder.declare(new MethodMember(member.name(), methods));
      }
    }
  }

  private static Visibility visibility(TypeDefinitionCode.Visibility visibility) {
    return switch (visibility) {
      case PUBLIC -> Visibility.PUBLIC;
      case PROTECTED -> Visibility.PROTECTED;
      case PRIVATE -> Visibility.PRIVATE;
    };
  }
}
