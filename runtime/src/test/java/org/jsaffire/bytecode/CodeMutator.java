package org.jsaffire.bytecode;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.jsaffire.bytecode.CodeBlock.Handler;
import org.jsaffire.bytecode.TypeDefinitionCode.ConstantCode;
import org.jsaffire.bytecode.TypeDefinitionCode.MemberCode;
import org.jsaffire.bytecode.TypeDefinitionCode.MethodCode;
import org.jsaffire.bytecode.TypeDefinitionCode.ParameterCode;
import org.jsaffire.bytecode.TypeDefinitionCode.PropertyCode;

/** Changes code at random places, most of the time into something that looks like code still. */
public final class CodeMutator {
  private final Random random;

  public CodeMutator(Random random) {
    this.random = random;
  }

  /** The file with one to three changes in its blocks. */
  public FileCode mutate(FileCode file) {
    CodeBlock main = file.main();
    for (int i = random.nextInt(3); i >= 0; i--) {
      main = somewhere(main);
    }
    return new FileCode(file.file(), file.namespace(), main, file.globals());
  }

  /** Changes the block or one that is defined in it. */
  private CodeBlock somewhere(CodeBlock block) {
    List<Object> constants = new ArrayList<>(block.constants());
    List<Integer> types = new ArrayList<>();
    for (int i = 0; i < constants.size(); i++) {
      if (constants.get(i) instanceof TypeDefinitionCode) {
        types.add(i);
      }
    }
    if (types.isEmpty() || random.nextInt(3) == 0) {
      return mutate(block);
    }
    int index = types.get(random.nextInt(types.size()));
    constants.set(index, mutate((TypeDefinitionCode) constants.get(index)));
    return with(block, block.code(), constants, block.handlers(), block.lines());
  }

  private static CodeBlock with(
      CodeBlock block, int[] code, List<Object> constants, List<Handler> handlers, int[] lines) {
    return new CodeBlock(
        block.name(),
        block.owner(),
        block.file(),
        block.parameterCount(),
        block.slotCount(),
        block.stackSize(),
        block.cacheCount(),
        code,
        constants,
        handlers,
        lines,
        block.slotNames());
  }

  private CodeBlock mutate(CodeBlock block) {
    int[] code = block.code().clone();
    List<Object> constants = new ArrayList<>(block.constants());
    List<Handler> handlers = new ArrayList<>(block.handlers());
    int[] lines = block.lines().clone();
    switch (random.nextInt(20)) {
      case 0 -> code = Arrays.copyOf(code, random.nextInt(code.length + 1));
      case 1 -> mutateConstant(constants);
      case 2 -> mutateHandler(handlers, code.length);
      case 3 -> lines[random.nextInt(lines.length)] += random.nextInt(7) - 3;
      case 4 -> {
        return resized(block);
      }
      default -> mutateInstruction(block, code);
    }
    return with(block, code, constants, handlers, lines);
  }

  private CodeBlock resized(CodeBlock block) {
    int[] sizes = {
      block.parameterCount(), block.slotCount(), block.stackSize(), block.cacheCount()
    };
    sizes[random.nextInt(4)] += random.nextInt(5) - 2;
    return new CodeBlock(
        block.name(),
        block.owner(),
        block.file(),
        sizes[0],
        sizes[1],
        sizes[2],
        sizes[3],
        block.code(),
        block.constants(),
        block.handlers(),
        block.lines(),
        block.slotNames());
  }

  private void mutateInstruction(CodeBlock block, int[] code) {
    int[] starts = starts(code);
    if (code.length == 0) {
      return;
    }
    int pc = starts[random.nextInt(starts.length)];
    Opcode opcode = Opcode.of(code[pc]);
    switch (random.nextInt(8)) {
      case 0 -> code[pc] = random.nextInt();
      case 1 -> code[pc] = code[pc] & ~0xff | random.nextInt(Opcode.values().length);
      case 2 -> {
        int other = starts[random.nextInt(starts.length)];
        int word = code[pc];
        code[pc] = code[other];
        code[other] = word;
      }
      case 3 -> code[pc] = Opcode.NOP.code();
      case 4 -> {
        if (opcode != null && opcode.length() > 1 && pc + 1 < code.length) {
          code[pc + 1] = operand(opcode.second(), block, starts, code[pc + 1]);
        }
      }
      default -> {
        Operand kind = opcode == null ? Operand.COUNT : opcode.operand();
        code[pc] = code[pc] & 0xff | operand(kind, block, starts, code[pc] >>> 8) << 8;
      }
    }
  }

  private int operand(Operand kind, CodeBlock block, int[] starts, int old) {
    if (random.nextInt(10) == 0) {
      return random.nextInt() >>> 8;
    }
    if (kind.isConstant()) {
      return random.nextInt(Math.max(1, block.constants().size()));
    }
    if (kind.isSlot()) {
      return random.nextInt(Math.max(1, block.slotCount()));
    }
    return kind == Operand.TARGET
        ? starts[random.nextInt(starts.length)]
        : Math.max(0, old + random.nextInt(5) - 2);
  }

  private static int[] starts(int[] code) {
    List<Integer> starts = new ArrayList<>();
    int pc = 0;
    while (pc < code.length) {
      starts.add(pc);
      Opcode opcode = Opcode.of(code[pc]);
      pc += opcode == null ? 1 : opcode.length();
    }
    return starts.isEmpty() ? new int[] {0} : starts.stream().mapToInt(Integer::intValue).toArray();
  }

  private void mutateConstant(List<Object> constants) {
    if (!constants.isEmpty()) {
      constants.set(
          random.nextInt(constants.size()),
          random.nextBoolean() ? literal() : constants.get(random.nextInt(constants.size())));
    }
  }

  private Object literal() {
    return switch (random.nextInt(12)) {
      case 0 -> "";
      case 1 -> "a/b\\..\\c";
      case 2 -> random.nextLong();
      case 3 -> BigInteger.ONE.shiftLeft(random.nextInt(200));
      case 4 -> new BigDecimal(BigInteger.valueOf(random.nextInt()), random.nextInt(9) - 2);
      case 5 -> new Constants.Regex("(a", "");
      case 6 -> new Constants.Regex("a*", "i");
      case 7 -> new Constants.Numbers(List.of(random.nextInt(4), random.nextInt(9) - 2));
      case 8 -> new Constants.Import("../x", "/etc");
      case 9 -> new Constants.TypeReference("list", null, random.nextInt(9) - 2);
      case 10 -> Constants.Null.NULL;
      default -> true;
    };
  }

  private void mutateHandler(List<Handler> handlers, int length) {
    if (handlers.isEmpty()) {
      handlers.add(new Handler(0, random.nextInt(length + 1), random.nextInt(length + 1), true));
      return;
    }
    int index = random.nextInt(handlers.size());
    Handler h = handlers.get(index);
    int change = random.nextInt(9) - 4;
    handlers.set(
        index,
        switch (random.nextInt(4)) {
          case 0 -> new Handler(h.from() + change, h.to(), h.target(), h.isFinally());
          case 1 -> new Handler(h.from(), h.to() + change, h.target(), h.isFinally());
          case 2 -> new Handler(h.from(), h.to(), h.target() + change, h.isFinally());
          default -> new Handler(h.from(), h.to(), h.target(), !h.isFinally());
        });
  }

  private TypeDefinitionCode mutate(TypeDefinitionCode type) {
    List<MemberCode> members = new ArrayList<>(type.members());
    boolean flips = random.nextInt(10) == 0;
    if (!members.isEmpty() && !flips) {
      int index = random.nextInt(members.size());
      MemberCode member = members.get(index);
      if (member instanceof MethodCode method && method.body() != null && random.nextInt(6) > 0) {
        members.set(index, withBody(method, mutate(method.body())));
      } else {
        mutateMember(members, index);
      }
    }
    return new TypeDefinitionCode(
        random.nextInt(20) == 0 ? type.name() + "/" : type.name(),
        type.qualified(),
        type.isInterface() ^ (flips && random.nextBoolean()),
        type.isAbstract() ^ (flips && random.nextBoolean()),
        type.isFinal() ^ (flips && random.nextBoolean()),
        flips && random.nextBoolean() ? reference() : type.parent(),
        flips && random.nextBoolean() ? List.of(reference()) : type.interfaces(),
        members);
  }

  private Constants.TypeReference reference() {
    String[] names = {"list", "iterator", "exception", "Shape", "nothing", "\\saffire\\io"};
    String name = names[random.nextInt(names.length)];
    return new Constants.TypeReference(
        name, name.startsWith("\\") ? name : null, random.nextInt(4) - 1);
  }

  private static MethodCode withBody(MethodCode method, CodeBlock body) {
    return new MethodCode(
        method.name(),
        method.visibility(),
        method.isStatic(),
        method.isAbstract(),
        method.isFinal(),
        method.parameters(),
        body);
  }

  private void mutateMember(List<MemberCode> members, int index) {
    MemberCode member = members.get(index);
    String[] special = {"__ctor", "__get", "__iterator", "__string", "__call", "x", "work"};
    String name = special[random.nextInt(special.length)];
    switch (random.nextInt(5)) {
      case 0 -> members.remove(index);
      case 1 -> members.add(member);
      case 2 -> members.set(index, new ConstantCode(name, literal()));
      case 3 ->
          members.set(
              index,
              new PropertyCode(
                  name,
                  TypeDefinitionCode.Visibility.PRIVATE,
                  random.nextBoolean(),
                  random.nextInt(4) == 0));
      default -> {
        if (member instanceof MethodCode method) {
          members.set(index, mutateParameters(method, name));
        }
      }
    }
  }

  private MethodCode mutateParameters(MethodCode method, String name) {
    List<ParameterCode> parameters = new ArrayList<>(method.parameters());
    UnaryOperator<ParameterCode> change =
        p ->
            new ParameterCode(
                p.name(),
                random.nextBoolean() ? reference() : p.hint(),
                random.nextBoolean() ? literal() : p.initial(),
                random.nextInt(4) == 0);
    if (!parameters.isEmpty()) {
      parameters.replaceAll(p -> random.nextInt(2) == 0 ? change.apply(p) : p);
    }
    return new MethodCode(
        random.nextBoolean() ? name : method.name(),
        method.visibility(),
        method.isStatic() ^ random.nextInt(3) == 0,
        method.isAbstract() ^ random.nextInt(9) == 0,
        method.isFinal(),
        parameters,
        method.body());
  }
}
