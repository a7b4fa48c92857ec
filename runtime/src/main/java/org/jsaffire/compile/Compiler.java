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
import org.jsaffire.syntax.Program;
import org.jsaffire.syntax.QualifiedName;
import org.jsaffire.syntax.TypeDefinition;
import org.jsaffire.syntax.TypeDefinition.ClassDefinition;
import org.jsaffire.syntax.TypeDefinition.InterfaceDefinition;

/** Compiles a resolved program (language.md 3, 4, 6). One object compiles one file. */
public final class Compiler {
  private final Program program;
  private final List<String> globals;
  private final String namespace;

  private Compiler(Program program, String namespace) {
    this.program = program;
    TreeNames t = new TreeNames(List.of(), false);
    program.imports().forEach(i -> t.locals.add(i.alias()));
    t.walk(program.statements());
    t.locals.add("saffire");
    this.globals = List.copyOf(t.locals);
    this.namespace = namespace;
  }

  /**
   * Compiles a file.
   *
   * @param namespace of the file: {@code \} or such as {@code \a\b}
   */
  public static FileCode compile(Program program, String namespace) {
    return new Compiler(program, namespace).file();
  }

  private FileCode file() {
    String path = program.file().name();
    CodeBuilder code = new CodeBuilder("", namespace, path, 0, List.of());
    FunctionContext context =
        new FunctionContext(code, new TreeNames(globals, false), program.file(), namespace, null);
    for (Program.ImportItem item : program.imports()) {
      context.line(item.start());
      code.emit2(
          Opcode.IMPORT,
          code.constant(new Constants.Import(item.name().text(), context.qualify(item.name()))),
          context.names.global(item.alias()));
    }
    code.emit2(
        Opcode.IMPORT,
        code.constant(new Constants.Import("saffire", "\\saffire\\saffire")),
        context.names.global("saffire"));
    new StatementCompiler(context, this::define).body(program.statements());
    code.emit(Opcode.NULL);
    code.emit(Opcode.RETURN);
    return new FileCode(path, namespace, code.build(), globals);
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
    context.code.emit(Opcode.DEFINE_TYPE, constant, type.initialisedCount() + 1, 1);
    context.code.emit(Opcode.STORE_GLOBAL, context.names.global(definition.name()));
  }

  private TypeDefinitionCode type(TypeDefinition definition, FunctionContext context) {
    String qualified = (namespace.equals("\\") ? "\\" : namespace + "\\") + definition.name();
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
    TreeNames names = new TreeNames(globals, true);
    method.parameters().forEach(p -> names.locals.add(p.name()));
    names.walk(method.body());
    CodeBuilder code =
        new CodeBuilder(
            method.name(),
            owner,
            program.file().name(),
            method.parameters().size(),
            List.copyOf(names.locals));
    FunctionContext context =
        new FunctionContext(code, names, program.file(), namespace, method.name());
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
