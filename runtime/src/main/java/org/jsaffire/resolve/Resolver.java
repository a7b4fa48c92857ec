package org.jsaffire.resolve;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsaffire.source.Diagnostic;
import org.jsaffire.source.Diagnostics;
import org.jsaffire.source.Nesting;
import org.jsaffire.source.SourceException;
import org.jsaffire.source.SourceFile;
import org.jsaffire.syntax.ParsedProgram;
import org.jsaffire.syntax.Parser;
import org.jsaffire.syntax.Program;
import org.jsaffire.syntax.QualifiedName;
import org.jsaffire.syntax.RegexChecker;

/**
 * Gives the names of a program their slots and makes the checks that need more than the grammar
 * (language.md 2.6, 2.7, 3.3, 3.5). The static methods may be used by any thread.
 *
 * <p>One walk finds what the top level binds, then a second one goes through the program in the
 * order of the checks; each method is looked through once more before its body is resolved.
 */
public final class Resolver {
  private static final int NESTING_BUDGET = 100;
  private static final String IMPLICIT_ALIAS = "saffire";
  private static final String IMPLICIT_TARGET = "\\saffire\\saffire";

  private final Program program;
  private final ResolverOptions options;
  private final GlobalNames globals;
  private final Reporter reporter;
  private final ResolverState state;
  private final List<ImportAlias> imports = new ArrayList<>();

  private Resolver(
      ParsedProgram parsed, ResolverOptions options, Diagnostics diagnostics, Nesting nesting) {
    this.program = parsed.program();
    this.options = options;
    this.globals = new GlobalNames(options.globals());
    this.reporter = new Reporter(program.file(), diagnostics);
    boolean incomplete = !parsed.syntaxErrors().isEmpty();
    this.state = new ResolverState(nesting, reporter, globals, options.console(), incomplete);
  }

  /**
   * Parses and resolves a file.
   *
   * @throws SourceException with the error that is to be reported (language.md 2.7, 2.8)
   */
  public static Resolution resolve(SourceFile file, RegexChecker regexes, ResolverOptions options)
      throws SourceException {
    return resolve(Parser.read(file, regexes), options);
  }

  /**
   * Resolves a program without syntax errors.
   *
   * @throws SourceException with the first error in the order of the checks
   */
  public static Resolution resolve(ParsedProgram parsed, ResolverOptions options)
      throws SourceException {
    return Nesting.run(
        NESTING_BUDGET,
        nesting ->
            new Resolver(parsed, options, Diagnostics.stopAtFirst(), nesting)
                .resolve(parsed.modifierErrors()));
  }

  /** All errors of a file, lexical and syntax errors included, in source order. */
  public static List<Diagnostic> check(
      SourceFile file, RegexChecker regexes, ResolverOptions options) {
    ParsedProgram parsed = Parser.readAll(file, regexes);
    try {
      return Nesting.run(NESTING_BUDGET, nesting -> check(parsed, options, nesting));
    } catch (SourceException e) {
      throw new IllegalStateException("error was not collected: " + e.getMessage(), e);
    }
  }

  private static List<Diagnostic> check(
      ParsedProgram parsed, ResolverOptions options, Nesting nesting) throws SourceException {
    Diagnostics diagnostics = Diagnostics.collectAll();
    for (Diagnostic error : parsed.syntaxErrors()) {
      diagnostics.report(error);
    }
    new Resolver(parsed, options, diagnostics, nesting).resolve(parsed.modifierErrors());
    return diagnostics.inSourceOrder();
  }

  private Resolution resolve(List<Diagnostic> modifierErrors) throws SourceException {
    importItems();
    FunctionContext topLevel = FunctionContext.topLevel(globals);
    new NameCollector(state.nesting, globals::add, topLevel.labels())
        .collect(program.statements(), null);
    ExpressionResolver expressions = new ExpressionResolver(state, topLevel);
    TypeResolver types = new TypeResolver(state, modifierErrors, expressions);
    new BodyResolver(state, topLevel, expressions, types).resolve(program.statements());
    types.reportModifiersBefore(Integer.MAX_VALUE);
    return new Resolution(
        program, options.namespace(), globals, imports, state.scopes, state.names, state.typeNames);
  }

  private void importItems() throws SourceException {
    Map<String, String> targets = new HashMap<>();
    targets.put(IMPLICIT_ALIAS, IMPLICIT_TARGET);
    if (!globals.contains(IMPLICIT_ALIAS)) {
      addImport(IMPLICIT_ALIAS, IMPLICIT_TARGET, IMPLICIT_TARGET);
    }
    for (Program.ImportItem item : program.imports()) {
      reporter.checkWritable(item.alias(), item);
      String target = target(item);
      String earlier = targets.putIfAbsent(item.alias(), target);
      if (earlier == null) {
        addImport(item.alias(), target, item.name().text());
      } else if (!earlier.equals(target)) {
        reporter.report("Alias \\" + item.alias() + " already imported", item);
      }
    }
  }

  /** To import saffire under its own name is no import of the file's namespace. */
  private String target(Program.ImportItem item) {
    QualifiedName name = item.name();
    boolean implicit =
        name.isSimple()
            && name.last().equals(IMPLICIT_ALIAS)
            && item.alias().equals(IMPLICIT_ALIAS);
    return implicit ? IMPLICIT_TARGET : QualifiedNames.absolute(name, options.namespace());
  }

  private void addImport(String alias, String target, String written) {
    imports.add(new ImportAlias(alias, globals.add(alias), target, written));
  }
}
