package org.jsaffire.syntax;

import java.util.List;
import org.jsaffire.source.Diagnostic;
import org.jsaffire.source.SourceException;
import org.jsaffire.source.SourceFile;
import org.jsaffire.syntax.TypeDefinition.Modifiers;
import org.jsaffire.syntax.TypeDefinition.Visibility;

/**
 * Reads the modifiers in front of a class or member and notes those that contradict each other
 * (language.md 2.7). Such an error does not stop the parser: its place among the errors of the
 * resolver decides which one is reported.
 */
final class ModifierParser {
  private final TokenStream tokens;
  private final List<Diagnostic> errors;
  private Visibility visibility;
  private boolean isStatic;
  private boolean isAbstract;
  private boolean isFinal;

  /**
   * @param errors takes what is found, in source order
   */
  ModifierParser(TokenStream tokens, List<Diagnostic> errors) {
    this.tokens = tokens;
    this.errors = errors;
  }

  /** Zero or more modifiers. */
  Modifiers parse() throws SourceException {
    if (!TypeParser.MODIFIER.contains(tokens.kind())) {
      return Modifiers.NONE;
    }
    visibility = null;
    isStatic = false;
    isAbstract = false;
    isFinal = false;
    while (TypeParser.MODIFIER.contains(tokens.kind())) {
      String error = add(tokens.current().kind());
      if (error != null) {
        note(error);
      }
      tokens.take();
    }
    return new Modifiers(visibility, isStatic, isAbstract, isFinal);
  }

  /** Adds a modifier; the message for one that cannot stand here, or null. */
  private String add(TokenKind word) {
    return switch (word) {
      case PUBLIC -> addVisibility(Visibility.PUBLIC);
      case PROTECTED -> addVisibility(Visibility.PROTECTED);
      case PRIVATE -> addVisibility(Visibility.PRIVATE);
      case STATIC -> {
        boolean again = isStatic;
        isStatic = true;
        yield contradiction(again, false);
      }
      case ABSTRACT -> {
        boolean again = isAbstract;
        isAbstract = true;
        yield contradiction(again, isFinal);
      }
      case FINAL -> {
        boolean again = isFinal;
        isFinal = true;
        yield contradiction(again, isAbstract);
      }
      default -> throw new IllegalStateException("no modifier: " + word);
    };
  }

  private String addVisibility(Visibility added) {
    if (visibility != null) {
      return "Cannot have multiple visiblity masks";
    }
    visibility = added;
    return null;
  }

  private static String contradiction(boolean again, boolean abstractAndFinal) {
    if (again) {
      return "Modifiers can only be set once";
    }
    return abstractAndFinal ? "Abstract members cannot be made final" : null;
  }

  private void note(String message) {
    SourceFile file = tokens.file();
    errors.add(new Diagnostic(Diagnostic.Kind.CHECK, message, file, tokens.current().span()));
  }
}
