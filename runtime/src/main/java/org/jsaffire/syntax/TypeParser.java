package org.jsaffire.syntax;

import static org.jsaffire.syntax.TokenKind.ASSIGN;
import static org.jsaffire.syntax.TokenKind.BACKSLASH;
import static org.jsaffire.syntax.TokenKind.CLASS;
import static org.jsaffire.syntax.TokenKind.COMMA;
import static org.jsaffire.syntax.TokenKind.CONSTANT;
import static org.jsaffire.syntax.TokenKind.ELLIPSIS;
import static org.jsaffire.syntax.TokenKind.END_OF_FILE;
import static org.jsaffire.syntax.TokenKind.EXTENDS;
import static org.jsaffire.syntax.TokenKind.IDENTIFIER;
import static org.jsaffire.syntax.TokenKind.IMPLEMENTS;
import static org.jsaffire.syntax.TokenKind.INHERITS;
import static org.jsaffire.syntax.TokenKind.INTERFACE;
import static org.jsaffire.syntax.TokenKind.LEFT_BRACE;
import static org.jsaffire.syntax.TokenKind.LEFT_PARENTHESIS;
import static org.jsaffire.syntax.TokenKind.METHOD;
import static org.jsaffire.syntax.TokenKind.PROPERTY;
import static org.jsaffire.syntax.TokenKind.RIGHT_BRACE;
import static org.jsaffire.syntax.TokenKind.RIGHT_PARENTHESIS;
import static org.jsaffire.syntax.TokenKind.SEMICOLON;

import java.util.ArrayList;
import java.util.List;
import org.jsaffire.source.SourceException;

/** Parses classes and interfaces (language.md 2.3). */
final class TypeParser {
  static final TokenSet MODIFIER =
      TokenSet.of(
          TokenKind.PUBLIC,
          TokenKind.PROTECTED,
          TokenKind.PRIVATE,
          TokenKind.FINAL,
          TokenKind.ABSTRACT,
          TokenKind.STATIC);

  private static final TokenSet TYPE_WORD = MODIFIER.and(CLASS, INTERFACE);
  private static final TokenSet MEMBER = MODIFIER.and(CONSTANT, RIGHT_BRACE);
  private static final TokenSet MEMBER_WORD = MODIFIER.and(METHOD, PROPERTY);
  private static final TokenSet NAME_START = TokenSet.of(IDENTIFIER);
  private static final TokenSet PARAMETERS_END = TokenSet.of(RIGHT_PARENTHESIS);
  private static final TokenSet NEXT_PARAMETER = TokenSet.of(IDENTIFIER, ELLIPSIS);
  private static final TokenSet BLOCK_START = TokenSet.of(LEFT_BRACE);
  private static final TokenSet AFTER_PROPERTY_NAME = TokenSet.of(ASSIGN, SEMICOLON);

  private final TokenStream tokens;
  private final ExpressionParser expressions;
  private final StatementParser statements;
  private final Recovery recovery;
  private final ModifierParser modifiers;

  TypeParser(
      TokenStream tokens,
      ExpressionParser expressions,
      StatementParser statements,
      Recovery recovery,
      ModifierParser modifiers) {
    this.tokens = tokens;
    this.expressions = expressions;
    this.statements = statements;
    this.recovery = recovery;
    this.modifiers = modifiers;
  }

  /** A definition whose first word, maybe a modifier, is the current token. */
  TypeDefinition definition() throws SourceException {
    int start = tokens.start();
    TypeDefinition.Modifiers words = modifiers.parse();
    return switch (tokens.kind()) {
      case CLASS -> classDefinition(words, start);
      case INTERFACE -> interfaceDefinition(words, start);
      default -> throw tokens.unexpected(TYPE_WORD);
    };
  }

  private TypeDefinition classDefinition(TypeDefinition.Modifiers words, int start)
      throws SourceException {
    tokens.take();
    String name = tokens.expect(IDENTIFIER).text();
    QualifiedName parent = tokens.accept(EXTENDS) ? typeName() : null;
    List<QualifiedName> interfaces = tokens.accept(IMPLEMENTS) ? typeNames() : List.of();
    List<TypeDefinition.Member> members = members(false);
    return new TypeDefinition.ClassDefinition(
        words, name, parent, interfaces, members, start, tokens.lastEnd());
  }

  private TypeDefinition interfaceDefinition(TypeDefinition.Modifiers words, int start)
      throws SourceException {
    tokens.take();
    String name = tokens.expect(IDENTIFIER).text();
    List<QualifiedName> inherited = tokens.accept(INHERITS) ? typeNames() : List.of();
    List<TypeDefinition.Member> members = members(true);
    return new TypeDefinition.InterfaceDefinition(
        words, name, inherited, members, start, tokens.lastEnd());
  }

  private QualifiedName typeName() throws SourceException {
    return expressions.qualifiedName(NAME_START);
  }

  private List<QualifiedName> typeNames() throws SourceException {
    List<QualifiedName> names = new ArrayList<>();
    do {
      names.add(typeName());
    } while (tokens.accept(COMMA));
    return names;
  }

  private List<TypeDefinition.Member> members(boolean ofInterface) throws SourceException {
    tokens.expect(LEFT_BRACE);
    Recovery.Part<TypeDefinition.Member> member = () -> member(ofInterface);
    List<TypeDefinition.Member> members = new ArrayList<>();
    while (!tokens.at(RIGHT_BRACE)) {
      if (tokens.at(END_OF_FILE)) {
        throw tokens.unexpected(MEMBER);
      }
      TypeDefinition.Member parsed = recovery.member(member);
      if (parsed != null) {
        members.add(parsed);
      }
    }
    tokens.takeToStatement();
    return members;
  }

  private TypeDefinition.Member member(boolean ofInterface) throws SourceException {
    int start = tokens.start();
    if (tokens.at(CONSTANT) || tokens.atIdentifier("const")) {
      return constant();
    }
    if (!MODIFIER.contains(tokens.kind())) {
      throw tokens.unexpected(MEMBER);
    }
    TypeDefinition.Modifiers words = modifiers.parse();
    return switch (tokens.kind()) {
      case METHOD -> method(words, start, ofInterface);
      case PROPERTY -> property(words, start, ofInterface);
      default -> throw tokens.unexpected(MEMBER_WORD);
    };
  }

  private TypeDefinition.Member constant() throws SourceException {
    int start = tokens.take().start();
    String name = expressions.memberName();
    tokens.expect(ASSIGN);
    Expression value = expressions.scalar();
    tokens.expect(SEMICOLON);
    return new TypeDefinition.Constant(name, value, start, tokens.lastEnd());
  }

  private TypeDefinition.Member property(
      TypeDefinition.Modifiers words, int start, boolean ofInterface) throws SourceException {
    tokens.take();
    String name = expressions.memberName();
    Expression initial = null;
    if (ofInterface) {
      tokens.expect(SEMICOLON);
    } else if (tokens.accept(ASSIGN)) {
      initial = expressions.expression();
      tokens.expect(SEMICOLON);
    } else {
      tokens.expect(SEMICOLON, AFTER_PROPERTY_NAME);
    }
    return new TypeDefinition.Property(words, name, initial, start, tokens.lastEnd());
  }

  private TypeDefinition.Member method(
      TypeDefinition.Modifiers words, int start, boolean ofInterface) throws SourceException {
    tokens.take();
    String name = expressions.memberName();
    List<TypeDefinition.Parameter> parameters = recovery.header(this::parameters, List.of());
    Statement.Block body = null;
    if (ofInterface) {
      tokens.expect(SEMICOLON);
    } else if (!tokens.accept(SEMICOLON)) {
      if (!tokens.at(LEFT_BRACE)) {
        throw tokens.unexpected(BLOCK_START);
      }
      body = statements.block();
    }
    return new TypeDefinition.Method(words, name, parameters, body, start, tokens.lastEnd());
  }

  private List<TypeDefinition.Parameter> parameters() throws SourceException {
    tokens.expect(LEFT_PARENTHESIS);
    List<TypeDefinition.Parameter> parameters = new ArrayList<>();
    if (tokens.accept(RIGHT_PARENTHESIS)) {
      return parameters;
    }
    TokenSet expected = PARAMETERS_END;
    boolean variadic;
    do {
      TypeDefinition.Parameter parameter = parameter(expected);
      parameters.add(parameter);
      variadic = parameter.variadic();
      expected = NEXT_PARAMETER;
    } while (!variadic && tokens.accept(COMMA));
    tokens.expect(RIGHT_PARENTHESIS);
    return parameters;
  }

  /**
   * @param expected what could stand here, for the message about a token that starts no parameter
   */
  private TypeDefinition.Parameter parameter(TokenSet expected) throws SourceException {
    int start = tokens.start();
    QualifiedName hint = null;
    if (!tokens.at(ELLIPSIS)) {
      if (!tokens.at(BACKSLASH) && !tokens.at(IDENTIFIER)) {
        throw tokens.unexpected(expected);
      }
      hint = typeName();
      if (!tokens.at(ELLIPSIS) && !tokens.at(IDENTIFIER)) {
        return untyped(hint, start);
      }
    }
    boolean variadic = tokens.accept(ELLIPSIS);
    String name = tokens.expect(IDENTIFIER).text();
    Expression initial = variadic ? null : defaultValue();
    return new TypeDefinition.Parameter(hint, name, initial, variadic, start, tokens.lastEnd());
  }

  /** A parameter of which the first name was read, and no second one follows. */
  private TypeDefinition.Parameter untyped(QualifiedName name, int start) throws SourceException {
    if (!name.isSimple()) {
      throw tokens.unexpected(NEXT_PARAMETER);
    }
    Expression initial = defaultValue();
    return new TypeDefinition.Parameter(null, name.last(), initial, false, start, tokens.lastEnd());
  }

  private Expression defaultValue() throws SourceException {
    return tokens.accept(ASSIGN) ? expressions.scalar() : null;
  }
}
