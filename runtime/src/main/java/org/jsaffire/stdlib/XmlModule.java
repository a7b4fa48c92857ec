package org.jsaffire.stdlib;

import org.jsaffire.object.ClassObject;
import org.jsaffire.object.NativeClass;
import org.jsaffire.object.Texts;

/** Module {@code xml} (modules.md 15.5). */
final class XmlModule {
  private XmlModule() {}

  static ClassObject build() {
    return NativeClass.named("xml")
        .qualifiedName("\\saffire\\xml")
        .asAbstract()
        .define(
            "static hash parse(string s)",
            "The root element of a document: a hash of name, attributes, children and text.",
            (in, self, s) -> new XmlReader(in, s.toString()).read())
        .define(
            "static string escape(string s)",
            "The text with & < > \" ' as references.",
            (in, self, s) -> Texts.made(in, HtmlText.escape(s.toString())))
        .build();
  }
}
