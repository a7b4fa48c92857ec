package org.jsaffire.object;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Builds a built-in class. Members are listed in the order of definition; those that follow {@link
 * #extensions()} are found but not listed (objects.md 1.8).
 *
 * <pre>{@code
 * ClassObject type =
 *     NativeClass.named("math")
 *         .constant("ANSWER", Numerical.of(42))
 *         .define("static numerical twice(numerical n)", "Two times n.", (in, self, n) -> ...)
 *         .build();
 * }</pre>
 */
public final class NativeClass {
  private final String name;
  private String qualifiedName;
  private ClassObject parent = Core.BASE;
  private TypeTag tag = TypeTag.BASE;
  private boolean isInterface;
  private boolean isAbstract;
  private boolean isFinal;
  private boolean isRaw;
  private boolean isMixed;
  private boolean isHidden;
  private Supplier<Object> emptyPayload;
  private final List<ClassObject> interfaces = new ArrayList<>();
  private final Set<ClassObject> hiddenInterfaces = new LinkedHashSet<>();
  private final Map<String, Value> constants = new LinkedHashMap<>();
  private final Map<String, List<NativeMethod>> methods = new LinkedHashMap<>();

  private NativeClass(String name) {
    this.name = name;
    this.qualifiedName = "\\" + name;
  }

  public static NativeClass named(String name) {
    return new NativeClass(name);
  }

  /** The full name, such as {@code \saffire\io}. */
  public NativeClass qualifiedName(String newName) {
    this.qualifiedName = newName;
    return this;
  }

  /** Null for base itself and for interfaces. */
  public NativeClass parent(ClassObject newParent) {
    this.parent = newParent;
    return this;
  }

  public NativeClass tag(TypeTag newTag) {
    this.tag = newTag;
    return this;
  }

  public NativeClass asInterface() {
    this.isInterface = true;
    this.parent = null;
    return this;
  }

  /** Calling the class does not make an instance. */
  public NativeClass asAbstract() {
    this.isAbstract = true;
    return this;
  }

  /** Scripts cannot extend the class. */
  public NativeClass asFinal() {
    this.isFinal = true;
    return this;
  }

  /** Bodies get receivers as scripts see them, not the core value inside. */
  public NativeClass rawReceivers() {
    this.isRaw = true;
    return this;
  }

  /** The methods that follow work on classes and instances alike (language.md 4.7). */
  public NativeClass mixed(boolean newMixed) {
    this.isMixed = newMixed;
    return this;
  }

  /** What a new instance holds before its constructor runs. */
  public NativeClass emptyPayload(Supplier<Object> supplier) {
    this.emptyPayload = supplier;
    return this;
  }

  /** A built-in interface; not listed when it follows {@link #extensions()}. */
  public NativeClass implement(ClassObject type) {
    interfaces.add(type);
    if (isHidden) {
      hiddenInterfaces.add(type);
    }
    return this;
  }

  /** What follows is found by lookup but not listed. */
  public NativeClass extensions() {
    this.isHidden = true;
    return this;
  }

  public NativeClass constant(String constant, Value value) {
    constants.put(constant, value);
    return this;
  }

  public NativeClass define(String signature, String description, NativeMethod.Body0 body) {
    return add(signature, description, body, 0);
  }

  public NativeClass define(String signature, String description, NativeMethod.Body1 body) {
    return add(signature, description, body, 1);
  }

  public NativeClass define(String signature, String description, NativeMethod.Body2 body) {
    return add(signature, description, body, 2);
  }

  public NativeClass define(String signature, String description, NativeMethod.Body3 body) {
    return add(signature, description, body, 3);
  }

  /** For any number of parameters, variadic ones included. */
  public NativeClass defineN(String signature, String description, NativeMethod.BodyN body) {
    return add(signature, description, body, -1);
  }

  /** Makes further names for a method that is defined already. */
  public NativeClass alias(String existing, String... names) {
    for (NativeMethod method : methods.get(existing)) {
      for (String alias : names) {
        add(
            method.signature().toString().replaceFirst("\\b" + existing + "\\(", alias + "("),
            method.description(),
            method.body(),
            -1);
      }
    }
    return this;
  }

  private NativeClass add(String text, String description, Object body, int count) {
    NativeSignature signature = NativeSignature.parse(text, constants);
    if (count >= 0 && (signature.parameters().length != count || signature.isVariadic())) {
      throw new IllegalArgumentException("body does not fit " + text);
    }
    methods
        .computeIfAbsent(signature.name(), key -> new ArrayList<>(1))
        .add(new NativeMethod(signature, description, isMixed, isRaw, isHidden, body));
    return this;
  }

  /** The casting shorthands of core objects: {@code numerical()} for {@code __numerical()}. */
  private void addShorthands() {
    if (!tag.isValueType() && tag != TypeTag.EXCEPTION) {
      return;
    }
    for (String conversion : new String[] {"numerical", "string", "boolean", "null"}) {
      String full = "__" + conversion;
      if (methods.containsKey(full) && !methods.containsKey(conversion)) {
        NativeSignature signature =
            NativeSignature.parse(conversion + " " + conversion + "()", constants);
        NativeMethod.Body0 body = (in, self) -> in.call(self.layout().findMethod(full), self);
        methods.put(
            conversion,
            List.of(
                new NativeMethod(signature, "Short for " + full + ".", false, true, true, body)));
      }
    }
  }

  public ClassObject build() {
    addShorthands();
    Layout.Builder builder =
        new Layout.Builder(name, qualifiedName, parent == null ? null : parent.instanceLayout())
            .tag(tag)
            .flags(new Layout.Flags(isInterface, isAbstract, isFinal, true));
    constants.forEach((key, value) -> builder.declare(new ConstantMember(key, value)));
    methods.forEach((key, overloads) -> builder.declare(new MethodMember(key, overloads)));
    return new ClassObject(
        builder.build(),
        parent,
        interfaces,
        hiddenInterfaces,
        emptyPayload != null || parent == null ? emptyPayload : parent.emptyPayload());
  }
}
