package org.jsaffire.compile;

import java.util.ArrayList;
import java.util.List;
import org.jsaffire.bytecode.CodeBlock;
import org.jsaffire.bytecode.CodeBuilder;
import org.jsaffire.bytecode.Constants;
import org.jsaffire.bytecode.FileCode;
import org.jsaffire.bytecode.Opcode;
import org.jsaffire.bytecode.TypeDefinitionCode;
import org.jsaffire.bytecode.TypeDefinitionCode.ConstantCode;
import org.jsaffire.bytecode.TypeDefinitionCode.MemberCode;
import org.jsaffire.bytecode.TypeDefinitionCode.MethodCode;
import org.jsaffire.bytecode.TypeDefinitionCode.ParameterCode;
import org.jsaffire.bytecode.TypeDefinitionCode.PropertyCode;
import org.jsaffire.bytecode.TypeDefinitionCode.Visibility;
import org.jsaffire.resolve.FunctionScope;
import org.jsaffire.resolve.ImportAlias;
import org.jsaffire.resolve.Resolution;
import org.jsaffire.source.Nesting;
import org.jsaffire.source.SourceException;
import org.jsaffire.source.SourceFile;
import org.jsaffire.syntax.QualifiedName;
import org.jsaffire.syntax.TypeDefinition;
import org.jsaffire.syntax.TypeDefinition.ClassDefinition;
import org.jsaffire.syntax.TypeDefinition.InterfaceDefinition;

/** Compiles a resolved program (language.md 3, 4, 6). One object compiles one file. */
public final class Compiler {
  /** Nested statements and operands that any stack has room for. */
  private static final int NESTING_BUDGET = 30;

  private final Resolution resolution;
  private final SourceFile source;
  private final Names names;
  private final Nesting nesting;

  private Compiler(Resolution resolution, Nesting nesting) {
    this.resolution = resolution;
    this.source = resolution.program().file();
    this.names = new Names(resolution);
    this.nesting = nesting;
  }

  /** Compiles a file. Whatever the resolver accepts has code. */
  public static FileCode compile(Resolution resolution) {
    try {
      return Nesting.run(NESTING_BUDGET, nesting -> new Compiler(resolution, nesting).file());
    } catch (SourceException e) {
      throw new IllegalStateException("the compiler checks nothing: " + e.getMessage(), e);
    }
  }

  private FileCode file() {
    CodeBuilder code = new CodeBuilder("", names.namespace(), source.name(), 0, List.of());
    FunctionContext context = new FunctionContext(code, names, source, null, nesting);
    for (ImportAlias alias : resolution.imports()) {
      code.emit2(
          Opcode.IMPORT,
          code.constant(new Constants.Import(alias.written(), alias.target())),
          alias.slot());
    }
    new StatementCompiler(context, this::define).body(resolution.program().statements());
    code.emit(Opcode.NULL);
    code.emit(Opcode.RETURN);
    return new FileCode(source.name(), names.namespace(), code.build(), resolution.globals());
  }

  private void define(
      TypeDefinition definition, FunctionContext context, ExpressionCompiler values) {
    TypeDefinitionCode type = type(definition, context);
    int constant = context.code.constant(type);
    context.line(definition.start());
    context.code.emit(Opcode.PREPARE_TYPE, constant);
    for (TypeDefinition.Member member : definition.members()) {
      if (member instanceof TypeDefinition.Property property && property.initial() != null) {
        values.value(property.initial());
      }
    }
    context.line(definition.start());
    context.code.emit(Opcode.DEFINE_TYPE, constant);
    context.code.emit(Opcode.STORE_GLOBAL, context.names.global(definition.name()));
  }

  private TypeDefinitionCode type(TypeDefinition definition, FunctionContext context) {
    String qualified =
        (names.namespace().equals("\\") ? "\\" : names.namespace() + "\\") + definition.name();
    boolean isInterface = definition instanceof InterfaceDefinition;
    QualifiedName parent = isInterface ? null : ((ClassDefinition) definition).parent();
    List<QualifiedName> interfaces =
        isInterface
            ? ((InterfaceDefinition) definition).inherited()
            : ((ClassDefinition) definition).interfaces();
    List<MemberCode> members = new ArrayList<>();
    for (TypeDefinition.Member member : definition.members()) {
      members.add(member(member, qualified, context));
    }
    return new TypeDefinitionCode(
        definition.name(),
        qualified,
        isInterface,
        definition.modifiers().isAbstract(),
        definition.modifiers().isFinal(),
        parent == null ? null : context.typeReference(parent),
        interfaces.stream().map(context::typeReference).toList(),
        members);
  }

  private MemberCode member(TypeDefinition.Member member, String owner, FunctionContext context) {
    if (member instanceof TypeDefinition.Constant constant) {
      return new ConstantCode(constant.name(), FunctionContext.literalValue(constant.value()));
    }
    if (member instanceof TypeDefinition.Property property) {
      return new PropertyCode(
          property.name(),
          visibility(property.modifiers()),
          property.modifiers().isStatic(),
          property.initial() != null);
    }
    TypeDefinition.Method method = (TypeDefinition.Method) member;
    List<ParameterCode> parameters = new ArrayList<>();
    for (TypeDefinition.Parameter parameter : method.parameters()) {
      parameters.add(parameter(parameter, context));
    }
    TypeDefinition.Modifiers modifiers = method.modifiers();
    return new MethodCode(
        method.name(),
        visibility(modifiers),
        modifiers.isStatic(),
        modifiers.isAbstract() || method.body() == null,
        modifiers.isFinal(),
        parameters,
        method.body() == null ? null : body(method, owner));
  }

  private static Visibility visibility(TypeDefinition.Modifiers modifiers) {
    return switch (modifiers.visibility()) {
      case PUBLIC -> Visibility.PUBLIC;
      case PROTECTED -> Visibility.PROTECTED;
      case PRIVATE -> Visibility.PRIVATE;
    };
  }

  private static ParameterCode parameter(
      TypeDefinition.Parameter parameter, FunctionContext context) {
    return new ParameterCode(
        parameter.name(),
        parameter.hint() == null ? null : context.typeReference(parameter.hint()),
        parameter.initial() == null ? null : FunctionContext.literalValue(parameter.initial()),
        parameter.variadic());
  }

  private CodeBlock body(TypeDefinition.Method method, String owner) {
    FunctionScope scope = resolution.scope(method);
    CodeBuilder code =
        new CodeBuilder(
            method.name(), owner, source.name(), scope.parameterCount(), scope.locals());
    FunctionContext context = new FunctionContext(code, names, source, method.name(), nesting);
    new StatementCompiler(context, this::define).body(method.body().statements());
    context.line(method.end() - 1);
    if (context.isBooleanMethod()) {
      code.emit(Opcode.SELF);
      code.emit(Opcode.CHECK_BOOLEAN);
      code.emit(Opcode.RETURN);
    } else {
      code.emit(Opcode.RETURN_SELF);
    }
    return code.build();
  }
}
