package org.jsaffire.syntax;

import static org.jsaffire.syntax.TokenKind.AS;
import static org.jsaffire.syntax.TokenKind.BACKSLASH;
import static org.jsaffire.syntax.TokenKind.COMMA;
import static org.jsaffire.syntax.TokenKind.END_OF_FILE;
import static org.jsaffire.syntax.TokenKind.IDENTIFIER;
import static org.jsaffire.syntax.TokenKind.IMPORT;
import static org.jsaffire.syntax.TokenKind.SEMICOLON;

import java.util.ArrayList;
import java.util.List;
import org.jsaffire.source.Diagnostic;
import org.jsaffire.source.Diagnostics;
import org.jsaffire.source.Nesting;
import org.jsaffire.source.SourceException;
import org.jsaffire.source.SourceFile;

/**
 * From source text to syntax tree (language.md 2). The static methods may be used by any thread.
 *
 * <p>A syntax error names what could stand at its place: each place where the parser has to find
 * something knows the set of tokens that it would accept there, and {@link TokenSet} words it.
 */
public final class Parser {
  /** How many nested brackets and statements any stack can hold. */
  private static final int NESTING_BUDGET = 50;

  private static final TokenSet IMPORT_NAME = TokenSet.of(IDENTIFIER, BACKSLASH);
  private static final TokenSet AFTER_IMPORT = TokenSet.of(SEMICOLON, COMMA);
  private static final TokenSet TOP_LEVEL = TokenSet.of(END_OF_FILE);

  private final TokenStream tokens;
  private final ExpressionParser expressions;
  private final StatementParser statements;
  private final TypeParser types;
  private final Recovery recovery;
  private final List<Diagnostic> modifierErrors = new ArrayList<>();

  private Parser(SourceFile file, Lexer lexer, Diagnostics diagnostics, Nesting nesting) {
    tokens = new TokenStream(file, lexer, nesting);
    recovery = new Recovery(tokens, diagnostics);
    expressions = new ExpressionParser(tokens);
    statements = new StatementParser(tokens, expressions, recovery);
    ModifierParser modifiers = new ModifierParser(tokens, modifierErrors);
    types = new TypeParser(tokens, expressions, statements, recovery, modifiers);
  }

  /**
   * The tree of a file. The checks of the resolver are still to be made.
   *
   * @throws SourceException with the first error
   */
  public static Program parse(SourceFile file, RegexChecker regexes) throws SourceException {
    ParsedProgram parsed = read(file, regexes);
    if (!parsed.modifierErrors().isEmpty()) {
      throw new SourceException(parsed.modifierErrors().get(0));
    }
    return parsed.program();
  }

  /**
   * The tree of a file for the resolver, which reports the modifiers that contradict each other.
   *
   * @throws SourceException with the first lexical or syntax error
   */
  public static ParsedProgram read(SourceFile file, RegexChecker regexes) throws SourceException {
    return Nesting.run(NESTING_BUDGET, nesting -> read(file, regexes, nesting, false));
  }

  /** The tree of what is good in a file, and all errors. */
  public static ParsedProgram readAll(SourceFile file, RegexChecker regexes) {
    try {
      return Nesting.run(NESTING_BUDGET, nesting -> read(file, regexes, nesting, true));
    } catch (SourceException e) {
      throw new IllegalStateException("error was not collected: " + e.getMessage(), e);
    }
  }

  private static ParsedProgram read(
      SourceFile file, RegexChecker regexes, Nesting nesting, boolean all) throws SourceException {
    Diagnostics diagnostics = all ? Diagnostics.collectAll() : Diagnostics.stopAtFirst();
    Lexer lexer = new Lexer(file, regexes, diagnostics);
    Parser parser = new Parser(file, lexer, diagnostics, nesting);
    Program program = parser.program();
    return new ParsedProgram(program, diagnostics.inSourceOrder(), parser.modifierErrors);
  }

  /**
   * The parts of console input, where imports may stand anywhere. Each program holds imports and
   * then statements, as long as possible.
   *
   * @throws SourceException with the first lexical or syntax error; see {@link #isIncomplete}
   */
  public static List<ParsedProgram> readConsole(SourceFile file, RegexChecker regexes)
      throws SourceException {
    return Nesting.run(
        NESTING_BUDGET,
        nesting -> {
          Diagnostics diagnostics = Diagnostics.stopAtFirst();
          Lexer lexer = new Lexer(file, regexes, diagnostics);
          return new Parser(file, lexer, diagnostics, nesting).console();
        });
  }

  /**
   * The expression, without assignment, that is the text between two offsets.
   *
   * @throws SourceException with the first error
   */
  public static Expression expression(SourceFile file, int start, int end, RegexChecker regexes)
      throws SourceException {
    return Nesting.run(
        NESTING_BUDGET,
        nesting -> {
          Diagnostics diagnostics = Diagnostics.stopAtFirst();
          Lexer lexer = new Lexer(file, start, end, regexes, diagnostics);
          return new Parser(file, lexer, diagnostics, nesting).singleExpression();
        });
  }

  /** Could the error vanish if more text followed? */
  public static boolean isIncomplete(Diagnostic error) {
    return error.kind() == Diagnostic.Kind.SYNTAX
        ? error.span().start() == error.file().text().length()
        : error.message().equals(Lexer.UNTERMINATED_COMMENT);
  }

  private Program program() throws SourceException {
    tokens.begin(true);
    List<Program.ImportItem> imports = imports();
    List<Statement> parts = new ArrayList<>();
    Recovery.Part<Statement> part = this::topStatement;
    while (!tokens.at(END_OF_FILE)) {
      Statement parsed = recovery.topStatement(part);
      if (parsed != null) {
        parts.add(parsed);
      }
    }
    return new Program(tokens.file(), imports, parts, 0, tokens.file().text().length());
  }

  private List<ParsedProgram> console() throws SourceException {
    tokens.begin(true);
    List<ParsedProgram> programs = new ArrayList<>();
    while (!tokens.at(END_OF_FILE)) {
      int start = tokens.start();
      List<Program.ImportItem> imports = imports();
      List<Statement> parts = new ArrayList<>();
      while (!tokens.at(END_OF_FILE) && !tokens.at(IMPORT)) {
        parts.add(topStatement());
      }
      Program program = new Program(tokens.file(), imports, parts, start, tokens.lastEnd());
      programs.add(new ParsedProgram(program, List.of(), modifierErrors));
      modifierErrors.clear();
    }
    return programs;
  }

  private Expression singleExpression() throws SourceException {
    tokens.begin(false);
    Expression expression = expressions.expression();
    tokens.expect(END_OF_FILE);
    return expression;
  }

  private List<Program.ImportItem> imports() throws SourceException {
    List<Program.ImportItem> items = new ArrayList<>();
    Recovery.Part<Void> statement =
        () -> {
          importStatement(items);
          return null;
        };
    while (tokens.at(IMPORT)) {
      recovery.topStatement(statement);
    }
    return items;
  }

  private void importStatement(List<Program.ImportItem> items) throws SourceException {
    tokens.take();
    do {
      items.add(importItem());
    } while (tokens.accept(COMMA));
    tokens.endStatement(AFTER_IMPORT);
  }

  private Program.ImportItem importItem() throws SourceException {
    QualifiedName name = expressions.qualifiedName(IMPORT_NAME);
    String alias = tokens.accept(AS) ? tokens.expect(IDENTIFIER).text() : name.last();
    return new Program.ImportItem(name, alias, name.start(), tokens.lastEnd());
  }

  private Statement topStatement() throws SourceException {
    return startsType() ? types.definition() : statements.statement(TOP_LEVEL);
  }

  /** Static is an expression unless it stands in front of a definition (language.md 2.4). */
  private boolean startsType() throws SourceException {
    return switch (tokens.kind()) {
      case CLASS, INTERFACE, PUBLIC, PROTECTED, PRIVATE, FINAL, ABSTRACT -> true;
      case STATIC ->
          switch (tokens.peek()) {
            case CLASS, INTERFACE -> true;
            default -> TypeParser.MODIFIER.contains(tokens.peek());
          };
      default -> false;
    };
  }
}
