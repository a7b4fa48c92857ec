package org.jsaffire.stdlib;

import java.util.regex.Pattern;
import org.jsaffire.object.Bool;
import org.jsaffire.object.ClassObject;
import org.jsaffire.object.Conversions;
import org.jsaffire.object.Errors;
import org.jsaffire.object.HashObject;
import org.jsaffire.object.Invoker;
import org.jsaffire.object.NativeClass;
import org.jsaffire.object.NullValue;
import org.jsaffire.object.Str;
import org.jsaffire.object.TextBuilder;
import org.jsaffire.object.Texts;
import org.jsaffire.object.Value;

/** Module {@code html} (modules.md 15.1). */
final class HtmlModule {
  private static final Pattern NAME = Pattern.compile("[A-Za-z_:][A-Za-z0-9_.:-]*");

  private HtmlModule() {}

  static ClassObject build() {
    return NativeClass.named("html")
        .qualifiedName("\\saffire\\html")
        .asAbstract()
        .define(
            "static string escape(string s)",
            "The text with & < > \" ' as references.",
            (in, self, s) -> Texts.made(in, HtmlText.escape(s.toString())))
        .define(
            "static string unescape(string s)",
            "The text with references as characters.",
            (in, self, s) -> Texts.made(in, HtmlText.unescape(s.toString())))
        .define(
            "static string attr(hash attributes)",
            "Attributes of a tag, each with a blank in front.",
            (in, self, attributes) -> attributes(in, (HashObject) attributes))
        .define(
            "static string stripTags(string s)",
            "The text without tags, comments and declarations.",
            (in, self, s) -> Texts.made(in, HtmlText.stripTags(s.toString())))
        .define(
            "static string nl2br(string s)",
            "The text with <br> in front of every line end.",
            (in, self, s) -> Texts.made(in, HtmlText.breakLines(s.toString())))
        .build();
  }

  private static Str attributes(Invoker in, HashObject attributes) {
    TextBuilder out = new TextBuilder(in);
    for (Value key : attributes.keys()) {
      String name = Conversions.requireText(in, key).toString();
      if (!NAME.matcher(name).matches()) {
        throw Errors.argument("Invalid attribute name '" + name + "'");
      }
      Value value = attributes.get(in, key);
      if (value == Bool.TRUE) {
        out.append(' ').append(name);
      } else if (value != Bool.FALSE && value != NullValue.NULL) {
        String text = Conversions.requireText(in, value).toString();
        out.append(' ').append(name).append("=\"").append(HtmlText.escape(text)).append('"');
      }
    }
    return out.toStr();
  }
}
