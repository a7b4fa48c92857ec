package org.jsaffire.bytecode;

/**
 * The instructions. Each line gives the operand, the second operand, how many values it takes from
 * and leaves on the operand stack, and what it does. The order is part of the file form: new ones
 * go to the end.
 */
public enum Opcode {
  NOP(Operand.NONE, Operand.NONE, 0, 0, "nothing"),
  CONST(Operand.CONSTANT, Operand.NONE, 0, 1, "pushes a literal"),
  INT(Operand.INTEGER, Operand.NONE, 0, 1, "pushes the operand as a numerical"),
  NULL(Operand.NONE, Operand.NONE, 0, 1, "pushes null"),
  TRUE(Operand.NONE, Operand.NONE, 0, 1, "pushes true"),
  FALSE(Operand.NONE, Operand.NONE, 0, 1, "pushes false"),
  POP(Operand.NONE, Operand.NONE, 1, 0, "drops the top"),
  DUP(Operand.NONE, Operand.NONE, 1, 2, "a -> a a"),
  DUP_X1(Operand.NONE, Operand.NONE, 2, 3, "a b -> b a b"),
  DUP_X2(Operand.NONE, Operand.NONE, 3, 4, "a b c -> c a b c"),
  DUP2(Operand.NONE, Operand.NONE, 2, 4, "a b -> a b a b"),
  SWAP(Operand.NONE, Operand.NONE, 2, 2, "a b -> b a"),
  ROLL3(Operand.NONE, Operand.NONE, 3, 3, "a b c -> c a b"),
  LOAD_LOCAL(Operand.SLOT, Operand.NONE, 0, 1, "pushes a slot that is known to be set"),
  LOAD_LOCAL_OR(
      Operand.SLOT,
      Operand.NAME,
      0,
      1,
      "pushes a slot; while it is unset, what the name means outside; attributeException"),
  STORE_LOCAL(Operand.SLOT, Operand.NONE, 1, 0, "v -> ; sets a slot"),
  LOAD_GLOBAL(
      Operand.GLOBAL,
      Operand.NONE,
      0,
      1,
      "pushes a global, resolving an alias, else the built-in of that name; attributeException"),
  STORE_GLOBAL(Operand.GLOBAL, Operand.NONE, 1, 0, "v -> ; sets a global"),
  LOAD_NAME(
      Operand.NAME, Operand.NONE, 0, 1, "pushes the built-in of that name; attributeException"),
  LOAD_QUALIFIED(
      Operand.CONSTANT,
      Operand.NONE,
      0,
      1,
      "pushes the class of a qualified name; importException"),
  SELF(
      Operand.NONE, Operand.NONE, 0, 1, "pushes the receiver; attributeException outside a method"),
  STATIC(Operand.NONE, Operand.NONE, 0, 1, "pushes the class of the receiver"),
  ADD(Operand.NONE, Operand.NONE, 2, 1, "l r -> l + r"),
  SUB(Operand.NONE, Operand.NONE, 2, 1, "l r -> l - r"),
  MUL(Operand.NONE, Operand.NONE, 2, 1, "l r -> l * r"),
  DIV(Operand.NONE, Operand.NONE, 2, 1, "l r -> l / r"),
  MOD(Operand.NONE, Operand.NONE, 2, 1, "l r -> l % r"),
  AND(Operand.NONE, Operand.NONE, 2, 1, "l r -> l & r"),
  OR(Operand.NONE, Operand.NONE, 2, 1, "l r -> l | r"),
  XOR(Operand.NONE, Operand.NONE, 2, 1, "l r -> l ^ r"),
  SHL(Operand.NONE, Operand.NONE, 2, 1, "l r -> l << r"),
  SHR(Operand.NONE, Operand.NONE, 2, 1, "l r -> l >> r"),
  EQ(Operand.NONE, Operand.NONE, 2, 1, "l r -> l == r"),
  NE(Operand.NONE, Operand.NONE, 2, 1, "l r -> l != r"),
  LT(Operand.NONE, Operand.NONE, 2, 1, "l r -> l < r"),
  GT(Operand.NONE, Operand.NONE, 2, 1, "l r -> l > r"),
  LE(Operand.NONE, Operand.NONE, 2, 1, "l r -> l <= r"),
  GE(Operand.NONE, Operand.NONE, 2, 1, "l r -> l >= r"),
  IN(Operand.NONE, Operand.NONE, 2, 1, "l r -> l in r"),
  NOT_IN(Operand.NONE, Operand.NONE, 2, 1, "l r -> l not in r"),
  MATCH(Operand.NONE, Operand.NONE, 2, 1, "l r -> l ~= r"),
  NOT_MATCH(Operand.NONE, Operand.NONE, 2, 1, "l r -> l !~= r"),
  CASE_EQ(
      Operand.NONE,
      Operand.NONE,
      2,
      1,
      "subject value -> whether the case matches, by lenient comparison"),
  INV(Operand.NONE, Operand.NONE, 1, 1, "v -> ~v"),
  NOT(Operand.NONE, Operand.NONE, 1, 1, "v -> !v"),
  POS(Operand.NONE, Operand.NONE, 1, 1, "v -> +v"),
  NEG(Operand.NONE, Operand.NONE, 1, 1, "v -> -v"),
  JUMP(Operand.TARGET, Operand.NONE, 0, 0, "goes to the target"),
  LOOP(Operand.TARGET, Operand.NONE, 0, 0, "goes back to the target; a checkpoint"),
  JUMP_IF_FALSE(Operand.TARGET, Operand.NONE, 1, 0, "v -> ; goes to the target unless v is true"),
  JUMP_IF_TRUE(Operand.TARGET, Operand.NONE, 1, 0, "v -> ; goes to the target if v is true"),
  JUMP_IF_FALSE_KEEP(
      Operand.TARGET, Operand.NONE, 1, 0, "v -> v at the target if v is false, else v -> "),
  JUMP_IF_TRUE_KEEP(
      Operand.TARGET, Operand.NONE, 1, 0, "v -> v at the target if v is true, else v -> "),
  JUMP_UNLESS_EQ(Operand.TARGET, Operand.NONE, 2, 0, "l r -> ; goes to the target unless l == r"),
  JUMP_UNLESS_NE(Operand.TARGET, Operand.NONE, 2, 0, "l r -> ; goes to the target unless l != r"),
  JUMP_UNLESS_LT(Operand.TARGET, Operand.NONE, 2, 0, "l r -> ; goes to the target unless l < r"),
  JUMP_UNLESS_GT(Operand.TARGET, Operand.NONE, 2, 0, "l r -> ; goes to the target unless l > r"),
  JUMP_UNLESS_LE(Operand.TARGET, Operand.NONE, 2, 0, "l r -> ; goes to the target unless l <= r"),
  JUMP_UNLESS_GE(Operand.TARGET, Operand.NONE, 2, 0, "l r -> ; goes to the target unless l >= r"),
  GET_ATTR(
      Operand.NAME,
      Operand.CACHE,
      1,
      1,
      "o -> o.name; attributeException, visibilityException, callableException"),
  SET_ATTR(
      Operand.NAME, Operand.CACHE, 2, 0, "v o -> ; o.name = v; the exceptions of language.md 4.5"),
  GET_PARENT(Operand.NAME, Operand.NONE, 0, 1, "pushes parent.name"),
  LOAD_METHOD(
      Operand.NAME,
      Operand.CACHE,
      1,
      2,
      "o -> callee receiver, for CALL; the receiver is absent unless the callee is a method"),
  LOAD_PARENT_METHOD(Operand.NAME, Operand.NONE, 0, 2, "pushes callee and receiver of parent.name"),
  NO_RECEIVER(Operand.NONE, Operand.NONE, 0, 1, "marks the callee below as a value to be called"),
  CALL(Operand.COUNT, Operand.NONE, -1, 1, "callee receiver a1 ... an -> result"),
  CALL_SPREAD(
      Operand.COUNT,
      Operand.NONE,
      -1,
      1,
      "callee receiver a1 ... an e -> result; the elements of e follow as arguments"),
  FORBID_CALL(
      Operand.NAME,
      Operand.NONE,
      1,
      1,
      "o -> o; callException: constructors are not called directly"),
  GET_INDEX(Operand.NONE, Operand.NONE, 2, 1, "x i -> x[i]"),
  SET_INDEX(Operand.NONE, Operand.NONE, 3, 0, "v x i -> ; x[i] = v"),
  APPEND(Operand.NONE, Operand.NONE, 2, 0, "v x -> ; x[] = v"),
  SLICE(Operand.NONE, Operand.NONE, 3, 1, "x a b -> x[a..b], null for an omitted bound"),
  CHECK_STRUCTURE(
      Operand.NONE,
      Operand.NONE,
      1,
      1,
      "c -> c; callException, interfaceException unless literals can be made of it"),
  BUILD_STRUCTURE(
      Operand.CONSTANT,
      Operand.NONE,
      -1,
      1,
      "c v1 ... vn -> object; the constant gives the number of parts of each element"),
  TUPLE(Operand.COUNT, Operand.NONE, -1, 1, "v1 ... vn -> tuple"),
  UNPACK(
      Operand.COUNT,
      Operand.NONE,
      1,
      2,
      "v -> v e; e is the element with that index of a tuple, else v itself for 0 and null"),
  ITERATE(
      Operand.SLOT,
      Operand.COUNT,
      1,
      0,
      "x -> ; starts an iteration with that many targets, kept in a slot; interfaceException"),
  NEXT(
      Operand.SLOT,
      Operand.TARGET,
      0,
      -1,
      " -> [meta] value [key] by the number of targets, or goes to the target at the end"),
  THROW(
      Operand.NONE, Operand.NONE, 1, 0, "e -> ; raises; extendException unless it is an exception"),
  RETHROW(Operand.NONE, Operand.NONE, 1, 0, "e -> ; raises again what a handler got"),
  MATCH_TYPE(Operand.CONSTANT, Operand.NONE, 1, 1, "e -> whether the exception satisfies the type"),
  END_FINALLY(
      Operand.SLOT,
      Operand.CONSTANT,
      0,
      0,
      "goes on as the reason in the slot says: 0 onward, 1 raises the next slot again, n + 2 entry n of the jump table"),
  RETURN(Operand.NONE, Operand.NONE, 1, 0, "v -> ; leaves the frame with v"),
  RETURN_SELF(Operand.NONE, Operand.NONE, 0, 0, "leaves the frame with the receiver"),
  CHECK_BOOLEAN(
      Operand.NONE,
      Operand.NONE,
      1,
      1,
      "v -> v; typeException unless v is a boolean: the result of a method whose name ends in a question mark"),
  PREPARE_TYPE(
      Operand.CONSTANT,
      Operand.NONE,
      0,
      1,
      "pushes the parent and interfaces of a definition; the exceptions of language.md 4.2, steps 1 and 2"),
  DEFINE_TYPE(
      Operand.CONSTANT,
      Operand.NONE,
      -1,
      1,
      "t v1 ... vn -> class; t comes from PREPARE_TYPE, the values initialise its properties in source order"),
  IMPORT(Operand.CONSTANT, Operand.GLOBAL, 0, 0, "binds a global to an alias");

  /** What an operand means. */
  public enum Operand {
    NONE,
    /** Index of a constant. */
    CONSTANT,
    /** Index of a string constant. */
    NAME,
    /** A signed number of 24 bits. */
    INTEGER,
    /** A slot of the frame. */
    SLOT,
    /** A global of the file. */
    GLOBAL,
    /** A count or index. */
    COUNT,
    /** Index of an instruction. */
    TARGET,
    /** Index of an inline cache. */
    CACHE
  }

  /** Stack effects that depend on the operand. */
  public static final int VARIES = -1;

  private static final Opcode[] ALL = values();

  private final Operand operand;
  private final Operand second;
  private final int pops;
  private final int pushes;
  private final String description;

  Opcode(Operand operand, Operand second, int pops, int pushes, String description) {
    this.operand = operand;
    this.second = second;
    this.pops = pops;
    this.pushes = pushes;
    this.description = description;
  }

  /** The opcode of an instruction, or null when there is none of that number. */
  public static Opcode of(int instruction) {
    int code = instruction & 0xff;
    return code < ALL.length ? ALL[code] : null;
  }

  /** The number in the low 8 bits of an instruction. */
  public int code() {
    return ordinal();
  }

  public Operand operand() {
    return operand;
  }

  /** The meaning of a second int behind the instruction, or NONE. */
  public Operand second() {
    return second;
  }

  /** Ints that an instruction takes. */
  public int length() {
    return second == Operand.NONE ? 1 : 2;
  }

  /** Values taken from the stack, or {@link #VARIES}. */
  public int pops() {
    return pops;
  }

  /** Values left on the stack, or {@link #VARIES}. */
  public int pushes() {
    return pushes;
  }

  public String description() {
    return description;
  }
}
