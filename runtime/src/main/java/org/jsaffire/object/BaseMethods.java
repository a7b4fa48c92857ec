package org.jsaffire.object;

/** The methods of base, which every object has (language.md 4.17, objects.md 2). */
final class BaseMethods {
  private BaseMethods() {}

  static ClassObject build() {
    NativeClass type =
        NativeClass.named("base")
            .parent(null)
            .asAbstract()
            .rawReceivers()
            .defineN(
                "object __ctor(object ... ignored)", "Accepts anything.", (in, self, a) -> null)
            .define("self __dtor()", "Does nothing.", (in, self) -> self);
    listings(type.mixed(true));
    identity(type);
    type.mixed(false)
        .define(
            "boolean __opr_not()",
            "Negation of truthiness.",
            (in, self) -> Bool.of(!Conversions.isTrue(in, self)));
    return type.extensions()
        .mixed(true)
        .define(
            "null __destroy()",
            "Runs the destructor, once, and ends the life of the object.",
            BaseMethods::destroy)
        .define("object orElse(object v)", "Itself, as it is not null.", (in, self, v) -> self)
        .build();
  }

  private static void listings(NativeClass type) {
    type.define(
            "list __constants(boolean parents = false)",
            "The names of constants.",
            (in, self, parents) ->
                Listings.members(self, MemberKind.CONSTANT, isTrue(parents), false))
        .define(
            "list __properties(boolean parents = false)",
            "The names of properties.",
            (in, self, parents) ->
                Listings.members(self, MemberKind.PROPERTY, isTrue(parents), false))
        .define(
            "list __methods(boolean parents = false, boolean extensions = false)",
            "The names of methods.",
            (in, self, parents, extensions) ->
                Listings.members(self, MemberKind.METHOD, isTrue(parents), isTrue(extensions)))
        .define(
            "list __parents()",
            "The names of all ancestors, nearest first.",
            (in, self) -> Listings.parents(self.type()))
        .define("string __name()", "The class name.", (in, self) -> Str.of(self.type().name()))
        .define("string __type()", "The built-in kind.", (in, self) -> Str.of(kind(self)))
        .define(
            "list __implements(boolean parents = true, boolean extensions = false)",
            "The names of interfaces.",
            (in, self, parents, extensions) ->
                Listings.interfaces(self.type(), isTrue(parents), isTrue(extensions)))
        .define(
            "boolean __instanceOf(object other)",
            "Is it of that class, a descendant of it, or does it have that interface?",
            (in, self, other) -> Bool.of(Kinship.isInstance(in, self.type(), other)));
  }

  private static void identity(NativeClass type) {
    type.define(
            "numerical __memory()",
            "An estimate in bytes.",
            (in, self) -> Numerical.of(Footprint.of(self)))
        .define(
            "list __annotations()",
            "An empty list: the language has no annotations.",
            (in, self) -> new ListObject())
        .define("object __clone()", "A copy one level deep.", Copies::of)
        .define(
            "boolean __immutable?()",
            "Is it immutable?",
            (in, self) -> Bool.of(Immutability.isMarked(in, self)))
        .define(
            "self __immutable()",
            "Makes it immutable for ever.",
            (in, self) -> {
              Immutability.mark(in, self);
              return self;
            })
        .define(
            "numerical __refcount()",
            "An estimate of how many places hold it, plus 2.",
            (in, self) -> Numerical.of(2L + in.references(self)))
        .define("numerical __id()", "A number of its own.", Identities::of);
  }

  private static boolean isTrue(Value flag) {
    return flag == Bool.TRUE;
  }

  private static String kind(Value self) {
    TypeTag tag = self instanceof ClassObject type ? type.instanceLayout().tag() : self.tag();
    return tag.text();
  }

  private static Value destroy(Invoker in, Value self) {
    if (self instanceof Instance instance
        && !instance.type().isBuiltIn()
        && instance.beginDestruction()) {
      try {
        in.call(instance.layout().findMethod("__dtor"), instance);
      } finally {
        instance.destroy();
      }
    }
    return NullValue.NULL;
  }
}
