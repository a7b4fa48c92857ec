package org.jsaffire.bytecode;

import java.util.List;

/**
 * A class or interface definition as a constant.
 *
 * @param name declared name
 * @param qualified full name
 * @param parent null without {@code extends}
 * @param interfaces of a class those it implements, of an interface those it inherits
 * @param members in source order
 */
public record TypeDefinitionCode(
    String name,
    String qualified,
    boolean isInterface,
    boolean isAbstract,
    boolean isFinal,
    Constants.TypeReference parent,
    List<Constants.TypeReference> interfaces,
    List<MemberCode> members) {
  public TypeDefinitionCode {
    interfaces = List.copyOf(interfaces);
    members = List.copyOf(members);
  }

  /** Visibilities as the file form numbers them. */
  public enum Visibility {
    PUBLIC,
    PROTECTED,
    PRIVATE
  }

  /** A constant, property or method. */
  public sealed interface MemberCode {
    String name();
  }

  /** {@code value} is a literal: Long, BigInteger, BigDecimal, String, Boolean, Regex or Null. */
  public record ConstantCode(String name, Object value) implements MemberCode {}

  /** {@code isInitialised}: DEFINE_TYPE finds its value on the stack. */
  public record PropertyCode(
      String name, Visibility visibility, boolean isStatic, boolean isInitialised)
      implements MemberCode {}

  /** {@code body} is null for abstract and interface methods. */
  public record MethodCode(
      String name,
      Visibility visibility,
      boolean isStatic,
      boolean isAbstract,
      boolean isFinal,
      List<ParameterCode> parameters,
      CodeBlock body)
      implements MemberCode {
    public MethodCode {
      parameters = List.copyOf(parameters);
    }
  }

  /**
   * A parameter.
   *
   * @param hint null without a hint
   * @param initial a literal as for {@link ConstantCode}; Java null without a default
   */
  public record ParameterCode(
      String name, Constants.TypeReference hint, Object initial, boolean isVariadic) {}

  /** Values that DEFINE_TYPE takes from the stack. */
  public int initialisedCount() {
    int count = 0;
    for (MemberCode member : members) {
      if (member instanceof PropertyCode property && property.isInitialised()) {
        count++;
      }
    }
    return count;
  }
}
