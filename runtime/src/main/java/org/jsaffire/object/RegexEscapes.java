package org.jsaffire.object;

import java.util.Map;

/** Backslash sequences that stand for one character, inside of sets and outside. */
final class RegexEscapes {
  /** Sets with a letter of their own, by letter; both sides write them alike. */
  private static final Map<Integer, String> SETS =
      Map.of(
          (int) 'd', "\\d",
          (int) 'D', "\\D",
          (int) 'w', "\\w",
          (int) 'W', "\\W",
          (int) 's', "\\s",
          (int) 'S', "\\S",
          (int) 'h', "\\h",
          (int) 'H', "\\H",
          (int) 'v', "\\v",
          (int) 'V', "\\V");

  private RegexEscapes() {}

  /** The set that the letter behind a backslash stands for, or null. */
  static String set(int letter) {
    return SETS.get(letter);
  }

  /**
   * The character that a sequence stands for. The scanner is behind the backslash and the letter.
   *
   * @param start offset of the backslash
   */
  static int character(RegexScanner in, int letter, int start) throws RegexFault.Found {
    switch (letter) {
      case 'a':
        return 7;
      case 'e':
        return 27;
      case 'f':
        return '\f';
      case 'n':
        return '\n';
      case 'r':
        return '\r';
      case 't':
        return '\t';
      case 'c':
        return control(in, start);
      case 'x':
        return hexadecimal(in, start);
      case 'o':
        if (in.peek() != '{') {
          throw in.fault(start, "octal digits in braces wanted behind \\o");
        }
        return braced(in, 8, start);
      case 'N':
        in.seek(in.offset() + 1);
        if (!in.accept("U+")) {
          throw in.fault(start, "named characters are not supported");
        }
        return digitsToBrace(in, 16, start);
      default:
        break;
    }
    if (letter >= '0' && letter <= '7') {
      return octal(in, letter, start);
    }
    if (letter == RegexScanner.END) {
      throw in.fault("\\ at end of pattern");
    }
    if (letter < 128 && Character.isLetterOrDigit(letter)) {
      throw in.fault(start, "unknown escape '\\" + (char) letter + "'");
    }
    return letter;
  }

  private static int control(RegexScanner in, int start) throws RegexFault.Found {
    int c = in.next();
    if (c < 32 || c > 126) {
      throw in.fault(start, "\\c wants an ASCII character behind it");
    }
    return Character.toUpperCase(c) ^ 64;
  }

  private static int hexadecimal(RegexScanner in, int start) throws RegexFault.Found {
    if (in.peek() == '{') {
      return braced(in, 16, start);
    }
    String digits = in.digits(16, 2);
    return digits.isEmpty() ? 0 : Integer.parseInt(digits, 16);
  }

  private static int octal(RegexScanner in, int first, int start) throws RegexFault.Found {
    return valid(in, Integer.parseInt((char) first + in.digits(8, 2), 8), start);
  }

  private static int braced(RegexScanner in, int radix, int start) throws RegexFault.Found {
    in.next();
    return digitsToBrace(in, radix, start);
  }

  private static int digitsToBrace(RegexScanner in, int radix, int start) throws RegexFault.Found {
    while (in.peek() == '0') {
      in.next();
    }
    boolean hasZero = in.peek(-1) == '0';
    String digits = in.digits(radix, 9);
    if ((digits.isEmpty() && !hasZero) || in.next() != '}') {
      throw in.fault(start, "wrong or too many digits in braces");
    }
    long value = digits.isEmpty() ? 0 : Long.parseLong(digits, radix);
    return valid(in, (int) Math.min(value, Integer.MAX_VALUE), start);
  }

  private static int valid(RegexScanner in, int codePoint, int start) throws RegexFault.Found {
    if (codePoint > Character.MAX_CODE_POINT) {
      throw in.fault(start, "character value is too large");
    }
    if (codePoint >= 0xD800 && codePoint <= 0xDFFF) {
      throw in.fault(start, "surrogates are not characters");
    }
    return codePoint;
  }

  /**
   * The property that {@code \p} or {@code \P} names, as written inside of brackets. The scanner is
   * behind the letter.
   */
  static String property(RegexScanner in, boolean negated, int start) throws RegexFault.Found {
    boolean inverted = negated;
    String name;
    if (in.accept("{")) {
      inverted ^= in.accept("^");
      name = in.until('}');
      if (name == null) {
        throw in.fault(start, "missing } behind \\p");
      }
    } else {
      int letter = in.next();
      name = letter == RegexScanner.END ? "" : Character.toString(letter);
    }
    String set = RegexProperties.property(name);
    if (set == null) {
      throw in.fault(start, "unknown property '" + name + "'");
    }
    return inverted ? "[^" + set + "]" : set;
  }

  /** A character as it is written anywhere in a pattern, also inside of brackets. */
  static String quote(int codePoint) {
    if (codePoint < 128) {
      if (Character.isLetterOrDigit(codePoint)) {
        return String.valueOf((char) codePoint);
      }
      if (codePoint > 32 && codePoint < 127) {
        return "\\" + (char) codePoint;
      }
    }
    return "\\x{" + Integer.toHexString(codePoint) + "}";
  }
}
