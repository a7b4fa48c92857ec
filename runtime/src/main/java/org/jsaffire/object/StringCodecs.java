package org.jsaffire.object;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Texts and bytes in other encodings (objects.md 15). */
final class StringCodecs {
  private StringCodecs() {}

  private static Charset charset(String name) {
    try {
      // Without a byte-order mark, which is what the plain name would write.
      return name.equalsIgnoreCase("UTF-16") ? StandardCharsets.UTF_16BE : Charset.forName(name);
    } catch (IllegalArgumentException e) {
      throw unknown(name);
    }
  }

  private static ScriptException unknown(String name) {
    return Errors.argument("Unknown character set '" + name + "'");
  }

  /** The text in an encoding, as a string of raw bytes. */
  static Str convert(Invoker in, Str text, String name) {
    Charset charset = charset(name);
    if (!charset.canEncode()) {
      throw unknown(name);
    }
    byte[] bytes =
        charset.equals(StandardCharsets.UTF_8)
            ? RawBytes.encode(text.toString())
            : encode(withoutRaw(text.toString()), charset);
    return Texts.made(in, RawBytes.decode(bytes));
  }

  /** Raw bytes are characters that no encoding has. */
  private static String withoutRaw(String text) {
    if (!RawBytes.containsRaw(text)) {
      return text;
    }
    StringBuilder out = new StringBuilder(text);
    for (int i = 0; i < out.length(); i++) {
      if (RawBytes.isRawAt(text, i)) {
        out.setCharAt(i, '?');
      }
    }
    return out.toString();
  }

  private static byte[] encode(String text, Charset charset) {
    CharsetEncoder encoder =
        charset
            .newEncoder()
            .onMalformedInput(CodingErrorAction.REPLACE)
            .onUnmappableCharacter(CodingErrorAction.REPLACE);
    byte[] mark = "?".getBytes(charset);
    if (encoder.isLegalReplacement(mark)) {
      encoder.replaceWith(mark);
    }
    try {
      ByteBuffer bytes = encoder.encode(CharBuffer.wrap(text));
      byte[] copy = new byte[bytes.remaining()];
      bytes.get(copy);
      return copy;
    } catch (CharacterCodingException e) {
      throw new IllegalStateException("replacing encoder failed: " + charset, e);
    }
  }

  /** The text that bytes in an encoding stand for. */
  static Str decode(Invoker in, Str text, String name) {
    byte[] bytes = RawBytes.encode(text.toString());
    Charset charset = charset(name);
    int mark = 0;
    if (charset.equals(StandardCharsets.UTF_8)) {
      mark = startsWith(bytes, 0xEF, 0xBB, 0xBF) ? 3 : 0;
    } else if (charset.name().startsWith("UTF-16")) {
      if (startsWith(bytes, 0xFE, 0xFF)) {
        charset = StandardCharsets.UTF_16BE;
        mark = 2;
      } else if (startsWith(bytes, 0xFF, 0xFE)) {
        charset = StandardCharsets.UTF_16LE;
        mark = 2;
      }
    }
    return Texts.made(in, new String(bytes, mark, bytes.length - mark, charset));
  }

  private static boolean startsWith(byte[] bytes, int... wanted) {
    for (int i = 0; i < wanted.length; i++) {
      if (i >= bytes.length || (bytes[i] & 0xff) != wanted[i]) {
        return false;
      }
    }
    return true;
  }

  /** The bytes in UTF-8 as numbers. */
  static ListObject bytes(Str text) {
    byte[] bytes = RawBytes.encode(text.toString());
    ListObject list = new ListObject(bytes.length);
    for (byte b : bytes) {
      list.add(Numerical.of(b & 0xff));
    }
    return list;
  }

  /**
   * The text of a list of bytes.
   *
   * @throws ScriptException argumentException when an element is no number from 0 to 255
   */
  static Str fromBytes(Invoker in, ListObject list) {
    byte[] bytes = new byte[list.size()];
    for (int i = 0; i < bytes.length; i++) {
      long value = list.get(i).unwrap() instanceof Numerical number ? number.clampedLong() : -1;
      if (value < 0 || value > 255) {
        throw Errors.argument("Byte must be between 0 and 255");
      }
      bytes[i] = (byte) value;
    }
    return Texts.made(in, RawBytes.decode(bytes));
  }
}
