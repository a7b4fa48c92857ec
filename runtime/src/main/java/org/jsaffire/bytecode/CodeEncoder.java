package org.jsaffire.bytecode;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jsaffire.bytecode.CodeBlock.Handler;
import org.jsaffire.bytecode.TypeDefinitionCode.ConstantCode;
import org.jsaffire.bytecode.TypeDefinitionCode.MemberCode;
import org.jsaffire.bytecode.TypeDefinitionCode.MethodCode;
import org.jsaffire.bytecode.TypeDefinitionCode.ParameterCode;
import org.jsaffire.bytecode.TypeDefinitionCode.PropertyCode;

/**
 * Writes code as bytes. Texts stand in a table in front, each once; all else refers to them by
 * index. The reader is {@link CodeDecoder}, method by method.
 */
final class CodeEncoder {
  private final ByteWriter out;
  private final ByteWriter body = new ByteWriter();
  private final Map<String, Integer> texts = new LinkedHashMap<>();

  CodeEncoder(ByteWriter out) {
    this.out = out;
  }

  void file(FileCode file) {
    text(file.file());
    text(file.namespace());
    texts(file.globals());
    block(file.main());
    out.count(texts.size());
    for (String text : texts.keySet()) {
      out.text(text);
    }
    out.raw(body.toByteArray());
  }

  private void text(String text) {
    body.count(texts.computeIfAbsent(text, key -> texts.size()));
  }

  private void texts(List<String> list) {
    body.count(list.size());
    list.forEach(this::text);
  }

  private void flags(boolean... flags) {
    int bits = 0;
    for (int i = 0; i < flags.length; i++) {
      bits |= flags[i] ? 1 << i : 0;
    }
    body.u1(bits);
  }

  private void block(CodeBlock block) {
    text(block.name());
    text(block.owner());
    text(block.file());
    body.count(block.parameterCount());
    body.count(block.slotCount());
    body.count(block.stackSize());
    body.count(block.cacheCount());
    texts(block.slotNames());
    body.count(block.constants().size());
    block.constants().forEach(this::constant);
    instructions(block.code());
    body.count(block.handlers().size());
    for (Handler handler : block.handlers()) {
      body.count(handler.from());
      body.count(handler.to());
      body.count(handler.target());
      flags(handler.isFinally());
    }
    lines(block.lines());
  }

  private void instructions(int[] code) {
    body.count(code.length);
    int pc = 0;
    while (pc < code.length) {
      Opcode opcode = Opcode.of(code[pc]);
      if (opcode == null) {
        throw new IllegalStateException("no instruction " + (code[pc] & 0xff) + " at " + pc);
      }
      body.u1(opcode.code());
      int operand = opcode.operand() == Operand.INTEGER ? code[pc] >> 8 : code[pc] >>> 8;
      operand(opcode.operand(), operand, pc);
      if (opcode.length() > 1) {
        operand(opcode.second(), code[pc + 1], pc);
      }
      pc += opcode.length();
    }
  }

  private void operand(Operand kind, int value, int pc) {
    switch (kind) {
      case NONE -> {}
      case INTEGER -> body.signed(value);
      case TARGET -> body.signed(value - pc);
      default -> body.count(value);
    }
  }

  private void lines(int[] lines) {
    body.count(lines.length / 2);
    int pc = 0;
    int line = 0;
    for (int i = 0; i < lines.length; i += 2) {
      body.count(lines[i] - pc);
      body.signed(lines[i + 1] - line);
      pc = lines[i];
      line = lines[i + 1];
    }
  }

  private void constant(Object constant) {
    ConstantTag tag = ConstantTag.of(constant);
    body.u1(tag.ordinal());
    switch (tag) {
      case NONE, NULL, TRUE, FALSE -> {}
      case LONG -> body.signed((Long) constant);
      case BIG_INTEGER -> body.block(((BigInteger) constant).toByteArray());
      case DECIMAL -> {
        body.signed(((BigDecimal) constant).scale());
        body.block(((BigDecimal) constant).unscaledValue().toByteArray());
      }
      case TEXT -> text((String) constant);
      case REGEX -> {
        text(((Constants.Regex) constant).pattern());
        text(((Constants.Regex) constant).flags());
      }
      case TYPE_REFERENCE -> typeReference((Constants.TypeReference) constant);
      case IMPORT -> {
        text(((Constants.Import) constant).name());
        text(((Constants.Import) constant).qualified());
      }
      case NUMBERS -> {
        List<Integer> values = ((Constants.Numbers) constant).values();
        body.count(values.size());
        values.forEach(body::count);
      }
      case TYPE -> type((TypeDefinitionCode) constant);
    }
  }

  private void typeReference(Constants.TypeReference reference) {
    text(reference.text());
    flags(reference.qualified() != null);
    if (reference.qualified() != null) {
      text(reference.qualified());
    }
    body.count(reference.global() + 1);
  }

  private void type(TypeDefinitionCode type) {
    text(type.name());
    text(type.qualified());
    flags(type.isInterface(), type.isAbstract(), type.isFinal(), type.parent() != null);
    if (type.parent() != null) {
      typeReference(type.parent());
    }
    body.count(type.interfaces().size());
    type.interfaces().forEach(this::typeReference);
    body.count(type.members().size());
    type.members().forEach(this::member);
  }

  private void member(MemberCode member) {
    text(member.name());
    if (member instanceof ConstantCode constant) {
      body.u1(MemberTag.CONSTANT.ordinal());
      constant(constant.value());
    } else if (member instanceof PropertyCode property) {
      body.u1(MemberTag.PROPERTY.ordinal());
      body.u1(property.visibility().ordinal());
      flags(property.isStatic(), property.isInitialised());
    } else {
      MethodCode method = (MethodCode) member;
      body.u1(MemberTag.METHOD.ordinal());
      body.u1(method.visibility().ordinal());
      flags(method.isStatic(), method.isAbstract(), method.isFinal(), method.body() != null);
      body.count(method.parameters().size());
      method.parameters().forEach(this::parameter);
      if (method.body() != null) {
        block(method.body());
      }
    }
  }

  private void parameter(ParameterCode parameter) {
    text(parameter.name());
    flags(parameter.hint() != null, parameter.isVariadic());
    if (parameter.hint() != null) {
      typeReference(parameter.hint());
    }
    constant(parameter.initial());
  }

  /** Kinds of members, as the file form numbers them. */
  enum MemberTag {
    CONSTANT,
    PROPERTY,
    METHOD
  }
}
