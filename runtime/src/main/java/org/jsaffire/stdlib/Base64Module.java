package org.jsaffire.stdlib;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jsaffire.object.ClassObject;
import org.jsaffire.object.Errors;
import org.jsaffire.object.Invoker;
import org.jsaffire.object.NativeClass;
import org.jsaffire.object.RawBytes;
import org.jsaffire.object.Str;
import org.jsaffire.object.Texts;
import org.jsaffire.object.Value;

/** Module {@code base64} (modules.md 15.2). */
final class Base64Module {
  private Base64Module() {}

  static ClassObject build() {
    return NativeClass.named("base64")
        .qualifiedName("\\saffire\\base64")
        .asAbstract()
        .define(
            "static string encode(string s)",
            "The bytes of a text in base 64, with padding.",
            (in, self, s) -> encode(in, s, Base64.getEncoder()))
        .define(
            "static string decode(string s)",
            "The bytes that a text in base 64 stands for.",
            (in, self, s) -> decode(in, s, Base64.getDecoder()))
        .define(
            "static string urlEncode(string s)",
            "The bytes of a text in base 64 for addresses, without padding.",
            (in, self, s) -> encode(in, s, Base64.getUrlEncoder().withoutPadding()))
        .define(
            "static string urlDecode(string s)",
            "The bytes that a text in base 64 for addresses stands for.",
            (in, self, s) -> decode(in, s, Base64.getUrlDecoder()))
        .build();
  }

  private static Str encode(Invoker in, Value text, Base64.Encoder encoder) {
    byte[] encoded = encoder.encode(RawBytes.encode(text.toString()));
    return Texts.made(in, new String(encoded, StandardCharsets.ISO_8859_1));
  }

  private static Str decode(Invoker in, Value text, Base64.Decoder decoder) {
    try {
      return Texts.made(in, RawBytes.decode(decoder.decode(withoutBlanks(text.toString()))));
    } catch (IllegalArgumentException e) {
      throw Errors.argument("Invalid base64 data");
    }
  }

  private static byte[] withoutBlanks(String text) {
    byte[] bytes = new byte[text.length()];
    int n = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= 128) {
        throw new IllegalArgumentException("not ASCII");
      }
      if (c != ' ' && c != '\t' && c != '\r' && c != '\n') {
        bytes[n++] = (byte) c;
      }
    }
    return java.util.Arrays.copyOf(bytes, n);
  }
}
