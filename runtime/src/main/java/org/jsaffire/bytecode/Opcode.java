package org.jsaffire.bytecode;

/**
 * The instructions. Each line gives the operands, the operand stack before and after, what the
 * instruction does, and what it raises. The order is part of the file form: new ones go to the end.
 *
 * <p>The picture of the stack names what is taken, then what is left, the top on the right. Behind
 * a semicolon stands what is left at the target of a jump where that differs. {@code v*} stands for
 * as many values as the operand COUNT, PARTS, TYPE or CURSOR says. A name that occurs on both sides
 * is the same value. The names of {@link StackPicture} stand for what is no plain value of a
 * script.
 */
public enum Opcode {
  NOP("->", "does nothing", ""),
  CONST(Operand.LITERAL, "-> v", "pushes a literal", ""),
  INT(Operand.INTEGER, "-> int", "pushes the operand as a numerical", ""),
  NULL("-> v", "pushes null", ""),
  TRUE("-> v", "pushes true", ""),
  FALSE("-> v", "pushes false", ""),
  POP("a ->", "drops the top", ""),
  DUP("a -> a a", "doubles the top", ""),
  DUP_X1("a b -> b a b", "puts a copy of the top below the next value", ""),
  DUP_X2("a b c -> c a b c", "puts a copy of the top below the next two values", ""),
  DUP2("a b -> a b a b", "doubles the upper two values", ""),
  SWAP("a b -> b a", "exchanges the upper two values", ""),
  ROLL3("a b c -> c a b", "puts the top below the next two values", ""),
  LOAD_LOCAL(Operand.SLOT, "-> local", "pushes a slot that is known to be set", ""),
  LOAD_LOCAL_OR(
      Operand.MAYBE_SLOT,
      Operand.NAME,
      "-> v",
      "pushes a slot; while it is unset, what the name means outside of the method",
      "attributeException for a name that means nothing; " + Raises.LOADING),
  STORE_LOCAL(Operand.SET_SLOT, "local ->", "sets a slot", ""),
  LOAD_GLOBAL(
      Operand.GLOBAL,
      "-> v",
      "pushes a global, resolving an alias, else the built-in of that name",
      "attributeException for a name that means nothing; " + Raises.LOADING),
  STORE_GLOBAL(Operand.GLOBAL, "v ->", "sets a global", ""),
  LOAD_NAME(
      Operand.NAME,
      "-> v",
      "pushes the built-in of that name",
      "attributeException for a name that means nothing"),
  LOAD_QUALIFIED(Operand.IMPORT, "-> v", "pushes the class of a qualified name", Raises.LOADING),
  SELF("-> v", "pushes the receiver", "attributeException outside of a method"),
  STATIC("-> v", "pushes the class of the receiver", "", Trait.METHOD),
  ADD("l r -> v", "l + r", Raises.OPERATION),
  SUB("l r -> v", "l - r", Raises.OPERATION),
  MUL("l r -> v", "l * r", Raises.OPERATION),
  DIV("l r -> v", "l / r", "divideByZeroException; " + Raises.OPERATION),
  MOD("l r -> v", "l % r", "divideByZeroException; " + Raises.OPERATION),
  AND("l r -> v", "l & r", Raises.OPERATION),
  OR("l r -> v", "l | r", Raises.OPERATION),
  XOR("l r -> v", "l ^ r", Raises.OPERATION),
  SHL("l r -> v", "l << r", "argumentException for a negative count; " + Raises.OPERATION),
  SHR("l r -> v", "l >> r", "argumentException for a negative count; " + Raises.OPERATION),
  EQ("l r -> v", "l == r", Raises.COMPARISON),
  NE("l r -> v", "l != r", Raises.COMPARISON),
  LT("l r -> v", "l < r", Raises.COMPARISON),
  GT("l r -> v", "l > r", Raises.COMPARISON),
  LE("l r -> v", "l <= r", Raises.COMPARISON),
  GE("l r -> v", "l >= r", Raises.COMPARISON),
  IN(
      "l r -> v",
      "l in r",
      "typeException for a right operand that has no elements; " + Raises.COMPARISON),
  NOT_IN(
      "l r -> v",
      "l not in r",
      "typeException for a right operand that has no elements; " + Raises.COMPARISON),
  MATCH("l r -> v", "l ~= r", "typeException unless a string meets a regex"),
  NOT_MATCH("l r -> v", "l !~= r", "typeException unless a string meets a regex"),
  CASE_EQ("subject v -> v", "whether the case matches, by lenient comparison", Raises.COMPARISON),
  INV("a -> v", "~a", Raises.OPERATION),
  NOT("a -> v", "!a", Raises.CONVERSION),
  POS("a -> v", "+a", Raises.OPERATION),
  NEG("a -> v", "-a", Raises.OPERATION),
  JUMP(Operand.TARGET, "->", "goes to the target", "", Trait.ENDS),
  LOOP(
      Operand.TARGET,
      "->",
      "goes to the target, also backwards",
      "what ends a run: a limit, an abort",
      Trait.ENDS,
      Trait.CHECKPOINT),
  JUMP_IF_FALSE(Operand.TARGET, "v ->", "goes to the target unless v is true", Raises.CONVERSION),
  JUMP_IF_TRUE(Operand.TARGET, "v ->", "goes to the target if v is true", Raises.CONVERSION),
  JUMP_IF_FALSE_KEEP(
      Operand.TARGET,
      "v -> ; v",
      "goes to the target unless v is true, and keeps it then",
      Raises.CONVERSION),
  JUMP_IF_TRUE_KEEP(
      Operand.TARGET,
      "v -> ; v",
      "goes to the target if v is true, and keeps it then",
      Raises.CONVERSION),
  JUMP_UNLESS_EQ(Operand.TARGET, "l r ->", "goes to the target unless l == r", Raises.COMPARISON),
  JUMP_UNLESS_NE(Operand.TARGET, "l r ->", "goes to the target unless l != r", Raises.COMPARISON),
  JUMP_UNLESS_LT(Operand.TARGET, "l r ->", "goes to the target unless l < r", Raises.COMPARISON),
  JUMP_UNLESS_GT(Operand.TARGET, "l r ->", "goes to the target unless l > r", Raises.COMPARISON),
  JUMP_UNLESS_LE(Operand.TARGET, "l r ->", "goes to the target unless l <= r", Raises.COMPARISON),
  JUMP_UNLESS_GE(Operand.TARGET, "l r ->", "goes to the target unless l >= r", Raises.COMPARISON),
  GET_ATTR(Operand.NAME, Operand.CACHE, "o -> v", "o.name", Raises.ATTRIBUTE),
  SET_ATTR(
      Operand.NAME,
      Operand.CACHE,
      "v o ->",
      "o.name = v",
      Raises.ATTRIBUTE
          + "; visibilityException for a read-only one; immutableException; typeException for a boolean property"),
  GET_PARENT(Operand.NAME, "-> v", "parent.name", Raises.ATTRIBUTE, Trait.METHOD),
  LOAD_METHOD(
      Operand.NAME,
      Operand.CACHE,
      "o -> callee receiver",
      "pushes what o.name calls",
      Raises.ATTRIBUTE),
  LOAD_PARENT_METHOD(
      Operand.NAME,
      "-> callee receiver",
      "pushes what parent.name calls",
      Raises.ATTRIBUTE,
      Trait.METHOD),
  NO_RECEIVER("-> absent", "marks the value below as one to be called", ""),
  CALL(
      Operand.COUNT,
      "callee receiver v* -> v",
      "calls with as many arguments as the operand says",
      Raises.CALLS),
  CALL_SPREAD(
      Operand.COUNT,
      "callee receiver v* e -> v",
      "calls with as many arguments as the operand says, and the elements of e behind them",
      "typeException unless e is iterable; " + Raises.CALLS),
  FORBID_CALL(
      Operand.NAME,
      "o -> o",
      "stands for the attribute of a constructor, which is not called directly",
      "callException",
      Trait.ENDS),
  GET_INDEX(
      "x i -> v",
      "x[i]",
      "indexException; interfaceException for other objects; what __get raises"),
  SET_INDEX(
      "v x i ->",
      "x[i] = v",
      "indexException; immutableException; attributeException, interfaceException for other objects; what __set raises"),
  APPEND(
      "v x ->",
      "x[] = v",
      "argumentException for a hash; immutableException; attributeException, interfaceException for other objects; what __set raises"),
  SLICE(
      "x a b -> v",
      "x[a..b], null for an omitted bound",
      "systemException for bounds in the wrong order; attributeException, interfaceException for other objects; what __splice raises"),
  CHECK_STRUCTURE(
      "c -> structure",
      "looks whether literals can be made of a class",
      "callException, interfaceException"),
  BUILD_STRUCTURE(
      Operand.PARTS,
      "structure v* -> v",
      "makes an object of elements, each of as many values as the constant says",
      "argumentException for an element of the wrong length; what the constructor and __populate raise"),
  TUPLE(Operand.COUNT, "v* -> v", "makes a tuple", ""),
  UNPACK(
      Operand.COUNT,
      "a -> a v",
      "the element of a tuple with the index that the operand says, null beyond its end; any other value counts as its own element 0",
      ""),
  ITERATE(
      Operand.NEW_CURSOR,
      Operand.COUNT,
      "x ->",
      "starts an iteration with that many targets, kept in a slot",
      "interfaceException; what the methods of an iterator raise"),
  NEXT(
      Operand.CURSOR,
      Operand.TARGET,
      "-> v* ;",
      "pushes [meta] value [key] by the number of targets; goes to the target at the end",
      "what the methods of an iterator raise"),
  THROW("e ->", "raises e", "e; extendException unless it is an exception", Trait.ENDS),
  RETHROW(
      "caught ->",
      "raises again what a handler got",
      "the exception, or what ends the run",
      Trait.ENDS),
  MATCH_TYPE(
      Operand.TYPE_NAME,
      "exception -> v",
      "whether the exception is of the type",
      "attributeException for an unknown type, typeException for no type"),
  END_FINALLY(
      Operand.REASON,
      Operand.JUMPS,
      "->",
      "goes on as the reason in the slot says: 0 onward, 1 raises again what the next slot holds, n + 2 to entry n of the constant",
      "the exception of reason 1, or what ends the run"),
  RETURN("v ->", "leaves the frame with v", "", Trait.ENDS),
  RETURN_SELF("->", "leaves the frame with the receiver", "", Trait.ENDS, Trait.METHOD),
  CHECK_BOOLEAN(
      "v -> v",
      "looks at the result of a method whose name ends in a question mark",
      "typeException unless it is a boolean",
      Trait.METHOD),
  PREPARE_TYPE(
      Operand.TYPE,
      "-> prepared",
      "finds the parent and the interfaces of a definition",
      "attributeException, typeException, extendException by language.md 4.2; " + Raises.LOADING),
  DEFINE_TYPE(
      Operand.TYPE,
      "prepared v* -> v",
      "makes the class; the values initialise its properties in source order",
      "typeException, extendException, ooException by language.md 4.2"),
  IMPORT(Operand.IMPORT, Operand.GLOBAL, "->", "binds a global to an alias", "");

  /** What is special about the way of control. */
  public enum Trait {
    /** The next instruction does not follow. */
    ENDS,
    /** Stops when the run is to end; other instructions jump forwards only. */
    CHECKPOINT,
    /** Occurs in methods only. */
    METHOD
  }

  /** Errors that several instructions share; docs/bytecode.md lists what they are. */
  private static final class Raises {
    static final String OPERATION = "errors of operations";
    static final String COMPARISON = "errors of comparisons";
    static final String CONVERSION = "errors of conversions";
    static final String ATTRIBUTE = "errors of attributes";
    static final String CALLS = "errors of calls";
    static final String LOADING = "errors of loading";
  }

  /** Stack effects that depend on the operand. */
  public static final int VARIES = -1;

  private static final Opcode[] ALL = values();

  private final Operand operand;
  private final Operand second;
  private final String stack;
  private final String meaning;
  private final String errors;
  private final int traits;
  private final int pops;
  private final int pushes;

  Opcode(String stack, String meaning, String errors, Trait... traits) {
    this(Operand.NONE, Operand.NONE, stack, meaning, errors, traits);
  }

  Opcode(Operand operand, String stack, String meaning, String errors, Trait... traits) {
    this(operand, Operand.NONE, stack, meaning, errors, traits);
  }

  Opcode(
      Operand operand,
      Operand second,
      String stack,
      String meaning,
      String errors,
      Trait... traits) {
    this.operand = operand;
    this.second = second;
    this.stack = stack;
    this.meaning = meaning;
    this.errors = errors;
    this.traits = bits(traits);
    this.pops = StackEffect.count(stack, 0, VARIES);
    this.pushes = StackEffect.count(stack, stack.indexOf("->") + 2, VARIES);
  }

  /** Tells tables of instructions apart: code of one does not fit another. */
  public static int fingerprint() {
    int hash = 0;
    for (Opcode opcode : ALL) {
      String line = opcode.name() + opcode.operand + opcode.second + opcode.stack + opcode.meaning;
      hash = hash * 31 + line.hashCode();
    }
    return hash;
  }

  private static int bits(Trait[] traits) {
    int bits = 0;
    for (Trait trait : traits) {
      bits |= 1 << trait.ordinal();
    }
    return bits;
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

  /** Values left on the stack behind the instruction, or {@link #VARIES}. */
  public int pushes() {
    return pushes;
  }

  public boolean has(Trait trait) {
    return (traits & 1 << trait.ordinal()) != 0;
  }

  /** The operand stack before and after, such as {@code l r -> v}. */
  public String stack() {
    return stack;
  }

  /** What the instruction does, in a few words. */
  public String meaning() {
    return meaning;
  }

  /** What it raises; empty for nothing. */
  public String errors() {
    return errors;
  }
}
