package org.jsaffire.bytecode;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.jsaffire.bytecode.CodeBlock.Handler;
import org.jsaffire.bytecode.CodeEncoder.MemberTag;
import org.jsaffire.bytecode.TypeDefinitionCode.ConstantCode;
import org.jsaffire.bytecode.TypeDefinitionCode.MemberCode;
import org.jsaffire.bytecode.TypeDefinitionCode.MethodCode;
import org.jsaffire.bytecode.TypeDefinitionCode.ParameterCode;
import org.jsaffire.bytecode.TypeDefinitionCode.PropertyCode;
import org.jsaffire.bytecode.TypeDefinitionCode.Visibility;

/** Reads what {@link CodeEncoder} wrote, method by method. Trusts nothing that it reads. */
final class CodeDecoder {
  /** Blocks in definitions in blocks; the compiler makes two. */
  private static final int MAX_NESTING = 4;

  private static final int FIRST_CAPACITY = 16;

  private static final int MAX_OPERAND = 0xFFFFFF;

  private final ByteReader in;
  private String[] texts = {};
  private int nesting;

  CodeDecoder(ByteReader in) {
    this.in = in;
  }

  FileCode file() throws BytecodeException {
    texts = new String[in.length()];
    for (int i = 0; i < texts.length; i++) {
      texts[i] = in.text();
    }
    String file = text();
    String namespace = text();
    List<String> globals = texts();
    return new FileCode(file, namespace, block(), globals);
  }

  /** Lists grow with what is really there, whatever number is claimed. */
  private static <T> List<T> list(int count) {
    return new ArrayList<>(Math.min(count, FIRST_CAPACITY));
  }

  private String text() throws BytecodeException {
    return texts[in.below(texts.length, "text")];
  }

  private List<String> texts() throws BytecodeException {
    int count = in.length();
    List<String> list = list(count);
    for (int i = 0; i < count; i++) {
      list.add(text());
    }
    return list;
  }

  private int flags(int count) throws BytecodeException {
    int bits = in.u1();
    if (bits >>> count != 0) {
      throw new BytecodeException(
          "found flags 0x" + Integer.toHexString(bits) + ", wanted " + count + " at most");
    }
    return bits;
  }

  private static boolean isSet(int flags, int index) {
    return (flags & 1 << index) != 0;
  }

  private CodeBlock block() throws BytecodeException {
    if (++nesting > MAX_NESTING) {
      throw new BytecodeException("found code nested deeper than " + MAX_NESTING);
    }
    String name = text();
    String owner = text();
    String file = text();
    int parameterCount = in.count();
    int slotCount = in.count();
    int stackSize = in.count();
    int cacheCount = in.count();
    List<String> slotNames = texts();
    List<Object> constants = constants();
    int[] code = instructions();
    List<Handler> handlers = handlers();
    int[] lines = lines();
    nesting--;
    return new CodeBlock(
        name,
        owner,
        file,
        parameterCount,
        slotCount,
        stackSize,
        cacheCount,
        code,
        constants,
        handlers,
        lines,
        slotNames);
  }

  private List<Object> constants() throws BytecodeException {
    int count = in.length();
    List<Object> constants = list(count);
    for (int i = 0; i < count; i++) {
      Object constant = constant();
      if (constant == null) {
        throw new BytecodeException("found no constant for index " + i);
      }
      constants.add(constant);
    }
    return constants;
  }

  private int[] instructions() throws BytecodeException {
    int[] code = new int[in.length()];
    int pc = 0;
    while (pc < code.length) {
      int number = in.u1();
      Opcode opcode = Opcode.of(number);
      if (opcode == null || pc + opcode.length() > code.length) {
        throw new BytecodeException(
            opcode == null
                ? "found opcode " + number + ", wanted less than " + Opcode.values().length
                : "found " + opcode + " across the end of the code");
      }
      int operand = operand(opcode.operand(), pc);
      boolean fits =
          opcode.operand() == Operand.INTEGER
              ? operand << 8 >> 8 == operand
              : operand >= 0 && operand <= MAX_OPERAND;
      if (!fits) {
        throw new BytecodeException(
            "found operand " + operand + " of " + opcode + ", wanted one of 24 bits");
      }
      code[pc] = number | operand << 8;
      if (opcode.length() > 1) {
        code[pc + 1] = operand(opcode.second(), pc);
      }
      pc += opcode.length();
    }
    return code;
  }

  private int operand(Operand kind, int pc) throws BytecodeException {
    return switch (kind) {
      case NONE -> 0;
      case INTEGER -> number(in.signed());
      case TARGET -> number(pc + in.signed());
      default -> in.count();
    };
  }

  private static int number(long value) throws BytecodeException {
    if (value != (int) value) {
      throw new BytecodeException("found number " + value + ", wanted an int");
    }
    return (int) value;
  }

  private List<Handler> handlers() throws BytecodeException {
    int count = in.length();
    List<Handler> handlers = list(count);
    for (int i = 0; i < count; i++) {
      int from = in.count();
      int to = in.count();
      int target = in.count();
      handlers.add(new Handler(from, to, target, isSet(flags(1), 0)));
    }
    return handlers;
  }

  private int[] lines() throws BytecodeException {
    int count = in.length();
    if (count > in.remaining() / 2) {
      throw new BytecodeException("truncated: found " + count + " lines in too few bytes");
    }
    int[] lines = new int[count * 2];
    long pc = 0;
    long line = 0;
    for (int i = 0; i < lines.length; i += 2) {
      pc += in.count();
      line += number(in.signed());
      lines[i] = number(pc);
      lines[i + 1] = number(line);
    }
    return lines;
  }

  /** A constant, or null for the sign that there is none. */
  private Object constant() throws BytecodeException {
    int number = in.u1();
    ConstantTag tag = ConstantTag.of(number);
    if (tag == null) {
      throw new BytecodeException(
          "found constant of kind " + number + ", wanted less than " + ConstantTag.values().length);
    }
    return switch (tag) {
      case NONE -> null;
      case NULL -> Constants.Null.NULL;
      case TRUE -> true;
      case FALSE -> false;
      case LONG -> in.signed();
      case BIG_INTEGER -> bigInteger();
      case DECIMAL -> {
        int scale = number(in.signed());
        yield new BigDecimal(bigInteger(), scale);
      }
      case TEXT -> text();
      case REGEX -> {
        String pattern = text();
        yield new Constants.Regex(pattern, text());
      }
      case TYPE_REFERENCE -> typeReference();
      case IMPORT -> {
        String name = text();
        yield new Constants.Import(name, text());
      }
      case NUMBERS -> {
        int count = in.length();
        List<Integer> values = list(count);
        for (int i = 0; i < count; i++) {
          values.add(in.count());
        }
        yield new Constants.Numbers(values);
      }
      case TYPE -> type();
    };
  }

  private BigInteger bigInteger() throws BytecodeException {
    byte[] bytes = in.block();
    if (bytes.length == 0) {
      throw new BytecodeException("found a big integer without bytes");
    }
    return new BigInteger(bytes);
  }

  private Constants.TypeReference typeReference() throws BytecodeException {
    String text = text();
    String qualified = isSet(flags(1), 0) ? text() : null;
    return new Constants.TypeReference(text, qualified, in.count() - 1);
  }

  private TypeDefinitionCode type() throws BytecodeException {
    String name = text();
    String qualified = text();
    int flags = flags(4);
    Constants.TypeReference parent = isSet(flags, 3) ? typeReference() : null;
    int interfaceCount = in.length();
    List<Constants.TypeReference> interfaces = list(interfaceCount);
    for (int i = 0; i < interfaceCount; i++) {
      interfaces.add(typeReference());
    }
    int memberCount = in.length();
    List<MemberCode> members = list(memberCount);
    for (int i = 0; i < memberCount; i++) {
      members.add(member());
    }
    return new TypeDefinitionCode(
        name,
        qualified,
        isSet(flags, 0),
        isSet(flags, 1),
        isSet(flags, 2),
        parent,
        interfaces,
        members);
  }

  private MemberCode member() throws BytecodeException {
    String name = text();
    return switch (MemberTag.values()[in.below(MemberTag.values().length, "kind of member")]) {
      case CONSTANT -> {
        Object value = constant();
        if (value == null) {
          throw new BytecodeException("found constant '" + name + "' without a value");
        }
        yield new ConstantCode(name, value);
      }
      case PROPERTY -> {
        Visibility visibility = visibility();
        int flags = flags(2);
        yield new PropertyCode(name, visibility, isSet(flags, 0), isSet(flags, 1));
      }
      case METHOD -> method(name);
    };
  }

  private MethodCode method(String name) throws BytecodeException {
    Visibility visibility = visibility();
    int flags = flags(4);
    int count = in.length();
    List<ParameterCode> parameters = list(count);
    for (int i = 0; i < count; i++) {
      parameters.add(parameter());
    }
    return new MethodCode(
        name,
        visibility,
        isSet(flags, 0),
        isSet(flags, 1),
        isSet(flags, 2),
        parameters,
        isSet(flags, 3) ? block() : null);
  }

  private Visibility visibility() throws BytecodeException {
    return Visibility.values()[in.below(Visibility.values().length, "visibility")];
  }

  private ParameterCode parameter() throws BytecodeException {
    String name = text();
    int flags = flags(2);
    Constants.TypeReference hint = isSet(flags, 0) ? typeReference() : null;
    return new ParameterCode(name, hint, constant(), isSet(flags, 1));
  }
}
