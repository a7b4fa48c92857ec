package org.jsaffire.vm;

import java.util.List;
import org.jsaffire.bytecode.TypeDefinitionCode.MethodCode;
import org.jsaffire.bytecode.TypeDefinitionCode.ParameterCode;
import org.jsaffire.object.Method;
import org.jsaffire.object.Visibility;

/** A method written in Saffire. Shared by all runs. */
public final class UserFunction extends Method {
  final Parameter[] parameters;
  final boolean hasHints;
  private final int required;
  private final boolean isVariadic;

  /** Null when abstract. */
  final Code code;

  UserFunction(MethodCode method, Code code) {
    super(visibility(method), method.isStatic(), method.isAbstract(), method.isFinal());
    List<ParameterCode> declared = method.parameters();
    this.parameters = declared.stream().map(Parameter::new).toArray(Parameter[]::new);
    this.code = code;
    int count = 0;
    boolean hints = false;
    for (int i = 0; i < parameters.length; i++) {
      if (parameters[i].initial == null && !parameters[i].isVariadic) {
        count = i + 1;
      }
      hints |= parameters[i].hint != null;
    }
    this.required = count;
    this.hasHints = hints;
    this.isVariadic = parameters.length > 0 && parameters[parameters.length - 1].isVariadic;
  }

  private static Visibility visibility(MethodCode method) {
    return switch (method.visibility()) {
      case PUBLIC -> Visibility.PUBLIC;
      case PROTECTED -> Visibility.PROTECTED;
      case PRIVATE -> Visibility.PRIVATE;
    };
  }

  @Override
  public boolean isNative() {
    return false;
  }

  @Override
  public int requiredCount() {
    return required;
  }

  @Override
  public int parameterCount() {
    return parameters.length;
  }

  @Override
  public boolean isVariadic() {
    return isVariadic;
  }
}
