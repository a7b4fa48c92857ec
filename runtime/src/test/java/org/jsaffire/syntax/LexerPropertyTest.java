package org.jsaffire.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.jsaffire.source.Diagnostic;
import org.jsaffire.source.Diagnostics;
import org.jsaffire.source.SourceException;
import org.jsaffire.source.SourceFile;
import org.jsaffire.source.SourceFiles;
import org.junit.jupiter.api.RepeatedTest;

/** Any input gives tokens or a diagnostic. A failure prints its seed. */
class LexerPropertyTest {
  private static final String LIKELY =
      "aA_b01 98x\"'\\/*?.<>=!~&|-+#u{}n\n\r\tmisxq@é\uD83D\uDE00;:,()[]";

  private final long seed = new Random().nextLong();
  private final Random random = new Random(seed);

  @RepeatedTest(300)
  void anyCharacters() {
    int length = random.nextInt(120);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      boolean likely = random.nextInt(20) > 0;
      text.append(
          likely
              ? LIKELY.charAt(random.nextInt(LIKELY.length()))
              : (char) random.nextInt(Character.MAX_VALUE + 1));
    }
    check(new SourceFile("/x.sf", text.toString()));
  }

  @RepeatedTest(300)
  void anyBytes() {
    byte[] bytes = new byte[random.nextInt(120)];
    for (int i = 0; i < bytes.length; i++) {
      boolean plain = random.nextInt(60) > 0;
      bytes[i] = (byte) (plain ? 32 + random.nextInt(96) : random.nextInt(256));
    }
    try {
      check(SourceFiles.decode("/x.sf", bytes));
    } catch (SourceException e) {
      assertEquals(SourceFiles.MALFORMED, e.first().message(), this::seed);
    }
  }

  private void check(SourceFile file) {
    Diagnostics all = Diagnostics.collectAll();
    boolean[] starts = new boolean[file.text().length() + 1];
    for (int i = 0; i < starts.length; i++) {
      starts[i] = random.nextBoolean();
    }
    Diagnostic first = firstError(file, starts);
    checkTokens(file, starts, all);
    assertEquals(first == null, all.isEmpty(), this::seed);
    if (first != null) {
      assertTrue(all.inSourceOrder().contains(first), this::seed);
    }
  }

  private Diagnostic firstError(SourceFile file, boolean[] starts) {
    Diagnostics stop = Diagnostics.stopAtFirst();
    try {
      checkTokens(file, starts, stop);
      return null;
    } catch (Stopped e) {
      assertFalse(e.diagnostic.message().isEmpty());
      return e.diagnostic;
    }
  }

  private void checkTokens(SourceFile file, boolean[] starts, Diagnostics diagnostics) {
    Lexer lexer = new Lexer(file, JavaRegexChecker.INSTANCE, diagnostics);
    int end = 0;
    int count = 0;
    Token token;
    do {
      try {
        token = lexer.next(starts[count++]);
      } catch (SourceException e) {
        throw new Stopped(e.first());
      }
      assertTrue(token.start() >= end && token.end() >= token.start(), this::seed);
      assertTrue(token.end() <= file.text().length(), this::seed);
      boolean last = token.kind() == TokenKind.END_OF_FILE;
      assertEquals(last, token.end() == token.start(), this::seed);
      end = token.end();
    } while (token.kind() != TokenKind.END_OF_FILE);
    assertEquals(file.text().length(), end, this::seed);
  }

  private String seed() {
    return "seed " + seed;
  }

  private static final class Stopped extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final transient Diagnostic diagnostic;

    Stopped(Diagnostic diagnostic) {
      super(diagnostic.message());
      this.diagnostic = diagnostic;
    }
  }
}
