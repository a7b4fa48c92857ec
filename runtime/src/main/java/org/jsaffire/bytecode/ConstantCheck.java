package org.jsaffire.bytecode;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsaffire.bytecode.TypeDefinitionCode.ConstantCode;
import org.jsaffire.bytecode.TypeDefinitionCode.MemberCode;
import org.jsaffire.bytecode.TypeDefinitionCode.MethodCode;
import org.jsaffire.bytecode.TypeDefinitionCode.ParameterCode;
import org.jsaffire.bytecode.TypeDefinitionCode.PropertyCode;

/** Checks constants for themselves; {@link BlockShape} checks how instructions use them. */
final class ConstantCheck {
  /** Numbers of scripts do not get larger (language.md 8.1). */
  private static final int MAX_BITS = 3_400_000;

  private static final int MAX_SCALE = 1_100_000;

  private final Verifier verifier;
  private final Verifier.RegexCheck regexes;
  private final int globals;

  ConstantCheck(Verifier verifier, Verifier.RegexCheck regexes, int globals) {
    this.verifier = verifier;
    this.regexes = regexes;
    this.globals = globals;
  }

  void check(Object constant) throws BytecodeException {
    switch (ConstantTag.of(constant)) {
      case NULL, TRUE, FALSE, LONG, TEXT, NUMBERS -> {}
      case NONE -> throw new BytecodeException("found no constant, wanted one");
      case BIG_INTEGER -> checkNumber((BigInteger) constant, 0);
      case DECIMAL ->
          checkNumber(((BigDecimal) constant).unscaledValue(), ((BigDecimal) constant).scale());
      case REGEX -> {
        Constants.Regex regex = (Constants.Regex) constant;
        if (!regexes.isValid(regex.pattern(), regex.flags())) {
          throw new BytecodeException("found a regex that does not compile: " + regex.pattern());
        }
      }
      case TYPE_REFERENCE -> checkReference((Constants.TypeReference) constant);
      case IMPORT -> {
        Constants.Import target = (Constants.Import) constant;
        if (!QualifiedNames.isWritten(target.name())) {
          throw notAName(target.name());
        }
        checkAbsolute(target.qualified());
      }
      case TYPE -> checkType((TypeDefinitionCode) constant);
    }
  }

  private static void checkNumber(BigInteger digits, int scale) throws BytecodeException {
    if (digits.bitLength() > MAX_BITS || scale < 0 || scale > MAX_SCALE) {
      throw new BytecodeException(
          "found a number of " + digits.bitLength() + " bits and scale " + scale);
    }
  }

  private static BytecodeException notAName(String text) {
    return new BytecodeException("found '" + text + "', wanted a name");
  }

  private static void checkAbsolute(String name) throws BytecodeException {
    if (!QualifiedNames.isAbsolute(name)) {
      throw notAName(name);
    }
  }

  private void checkReference(Constants.TypeReference reference) throws BytecodeException {
    if (!QualifiedNames.isWritten(reference.text())) {
      throw notAName(reference.text());
    }
    if (reference.qualified() != null) {
      checkAbsolute(reference.qualified());
    }
    if (reference.global() < -1 || reference.global() >= globals) {
      throw new BytecodeException(
          "found global " + reference.global() + " of a type, wanted less than " + globals);
    }
  }

  private void checkType(TypeDefinitionCode type) throws BytecodeException {
    checkAbsolute(type.qualified());
    if (!QualifiedNames.isIdentifier(type.name())
        || !type.qualified().endsWith('\\' + type.name())) {
      throw new BytecodeException(
          "found '" + type.name() + "' as the last part of '" + type.qualified() + "'");
    }
    if (type.parent() != null) {
      if (type.isInterface()) {
        throw new BytecodeException("found a parent of interface '" + type.name() + "'");
      }
      checkReference(type.parent());
    }
    for (Constants.TypeReference reference : type.interfaces()) {
      checkReference(reference);
    }
    checkMembers(type);
  }

  /** Only methods share their names, and among themselves alone. */
  private void checkMembers(TypeDefinitionCode type) throws BytecodeException {
    Map<String, MemberCode> known = new HashMap<>();
    for (MemberCode member : type.members()) {
      MemberCode other = known.put(member.name(), member);
      boolean areMethods = member instanceof MethodCode && other instanceof MethodCode;
      if (!QualifiedNames.isIdentifier(member.name()) || other != null && !areMethods) {
        throw new BytecodeException(
            "found member '" + member.name() + "', wanted an identifier that is used once");
      }
      if (member instanceof ConstantCode constant) {
        checkLiteral(constant.value());
      } else if (member instanceof PropertyCode property) {
        if (property.visibility() == null) {
          throw new BytecodeException("found no visibility of '" + member.name() + "'");
        }
      } else {
        checkMethod(type, (MethodCode) member);
      }
    }
  }

  private void checkLiteral(Object value) throws BytecodeException {
    if (!ConstantTag.of(value).isLiteral()) {
      throw new BytecodeException("found a constant of kind " + ConstantTag.of(value));
    }
    check(value);
  }

  private void checkMethod(TypeDefinitionCode type, MethodCode method) throws BytecodeException {
    List<ParameterCode> parameters = method.parameters();
    CodeBlock body = method.body();
    if ((body == null) != method.isAbstract() || body != null && type.isInterface()) {
      throw new BytecodeException("found a body of an abstract method '" + method.name() + "'");
    }
    if (body != null && body.parameterCount() != parameters.size()) {
      throw new BytecodeException(
          "found "
              + parameters.size()
              + " parameters of '"
              + method.name()
              + "', wanted "
              + body.parameterCount()
              + " as in its code");
    }
    Set<String> names = new HashSet<>();
    for (int i = 0; i < parameters.size(); i++) {
      checkParameter(parameters.get(i), i == parameters.size() - 1);
      if (!names.add(parameters.get(i).name())) {
        throw new BytecodeException("found parameter '" + parameters.get(i).name() + "' twice");
      }
    }
    if (body != null) {
      verifier.verify(body, globals, true);
    }
  }

  private void checkParameter(ParameterCode parameter, boolean isLast) throws BytecodeException {
    if (parameter.hint() != null) {
      checkReference(parameter.hint());
    }
    if (parameter.initial() != null) {
      checkLiteral(parameter.initial());
    }
    if (parameter.isVariadic() && !isLast) {
      throw new BytecodeException("found rest '" + parameter.name() + "' in front of others");
    }
  }
}
