package org.jsaffire.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.jsaffire.source.Diagnostic;
import org.jsaffire.source.SourceException;
import org.jsaffire.source.SourceFile;
import org.junit.jupiter.api.RepeatedTest;

/** Any text gives a tree or diagnostics. A failure prints its seed. */
class ParserPropertyTest {
  /** Each construct of the grammar, one token a word. */
  private static final List<String> PROGRAM =
      List.of(
          """
          import io , a \\ b as c ; import \\ d ; l : x = 1 + 2 * - 3 ; a , b = ( 1 , 2 ) ;
          class C extends D implements E , F { constant A = 5 ; const B = "b" ; public property p = 1 ;
          protected static final method m ( a , string b = 'x' , ... c ) { return self . x ; }
          private method n ( ) { parent . n ( ... a ) ; if ( a ) { b ; } else if ( c ) d ; else { } }
          public abstract method o ( hash h = null ) ; }
          interface I inherits J , K { public method m ( ) ; public property q ; constant Z = 2.5 ; }
          while ( a < b && c ) { break ; continue ; breakelse ; } else { } do { a += 1 ; } while ( x ) ;
          for ( i = 0 , j = 1 ; i < 5 ; i += 1 , j -= 1 ) { } for ( ; ; ) ;
          foreach ( a as k , v , m ) { } else ; switch ( a ) { case 1 : b ; break ; default : case 2 : }
          try { throw exception ( "x" ) ; } catch ( e f ) { } catch ( g h ) { } finally { goto l ; }
          x = a ? b : c ?? d ; y = list [[ 1 , 2 ]] [ 1 .. 2 ] ; z [ ] = hash [[ "a" : 1 ]] . f ( ) ( 1 ) ;
          s = a not in b || ! c ~= /x/i | ~ d ^ e & f << 1 ; static . x ; \\ a \\ b . c ( ) ; { ; }
          """
              .split("\\s+"));

  private static final List<String> WORDS =
      Stream.concat(
              Stream.of(TokenKind.values()).map(TokenKind::text).filter(t -> t != null),
              Stream.of(
                  "a", "not", "const", "5", "2.5", "-1", "\"s\"", "/x/", "b1", "@", "'", "\n"))
          .toList();

  private final long seed = new Random().nextLong();
  private final Random random = new Random(seed);

  @RepeatedTest(400)
  void anyTokens() {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(60); i > 0; i--) {
      text.append(word()).append(random.nextInt(4) == 0 ? "\n" : " ");
    }
    check(text.toString());
  }

  @RepeatedTest(400)
  void changedPrograms() {
    List<String> words = new java.util.ArrayList<>(PROGRAM);
    for (int i = 1 + random.nextInt(5); i > 0; i--) {
      int at = random.nextInt(words.size());
      switch (random.nextInt(4)) {
        case 0 -> words.remove(at);
        case 1 -> words.add(at, word());
        case 2 -> words.set(at, word());
        default -> words.set(at, words.get(random.nextInt(words.size())));
      }
    }
    check(String.join(random.nextBoolean() ? " " : "\n", words));
  }

  @RepeatedTest(200)
  void cutPrograms() {
    int from = random.nextInt(PROGRAM.size());
    int to = from + random.nextInt(PROGRAM.size() - from);
    check(String.join(" ", PROGRAM.subList(from, to)));
  }

  @RepeatedTest(1)
  void theProgramItselfIsGood() throws SourceException {
    SourceFile file = new SourceFile("/x.sf", String.join(" ", PROGRAM));
    assertTrue(Parser.parse(file, JavaRegexChecker.INSTANCE).statements().size() > 10);
  }

  private String word() {
    return WORDS.get(random.nextInt(WORDS.size()));
  }

  private void check(String text) {
    SourceFile file = new SourceFile("/x.sf", text);
    ParsedProgram all = Parser.readAll(file, JavaRegexChecker.INSTANCE);
    try {
      ParsedProgram read = Parser.read(file, JavaRegexChecker.INSTANCE);
      assertEquals(List.of(), all.syntaxErrors(), this::seed);
      assertEquals(read.program(), all.program(), this::seed);
    } catch (SourceException e) {
      assertFalse(all.syntaxErrors().isEmpty(), this::seed);
      checkError(e.first(), file);
    }
    all.syntaxErrors().forEach(error -> checkError(error, file));
  }

  private void checkError(Diagnostic error, SourceFile file) {
    assertTrue(error.span().start() >= 0, this::seed);
    assertTrue(error.span().end() <= file.text().length(), this::seed);
    assertTrue(error.line() <= file.lineCount(), this::seed);
  }

  private String seed() {
    return "seed " + seed;
  }
}
