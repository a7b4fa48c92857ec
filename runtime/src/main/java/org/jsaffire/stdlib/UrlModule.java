package org.jsaffire.stdlib;

import org.jsaffire.object.ClassObject;
import org.jsaffire.object.HashObject;
import org.jsaffire.object.NativeClass;
import org.jsaffire.object.Texts;

/** Module {@code url} (modules.md 15.2). */
final class UrlModule {
  private UrlModule() {}

  static ClassObject build() {
    return NativeClass.named("url")
        .qualifiedName("\\saffire\\url")
        .asAbstract()
        .define(
            "static string encode(string s)",
            "The text as part of an address, all but letters, digits and - . _ ~ escaped.",
            (in, self, s) -> Texts.made(in, UrlText.encode(s.toString())))
        .define(
            "static string decode(string s)",
            "The text that percent escapes stand for.",
            (in, self, s) -> Texts.made(in, UrlText.decode(s.toString(), false)))
        .define(
            "static hash parse(string s)",
            "The parts of an address: scheme user pass host port path query fragment.",
            (in, self, s) -> UrlParts.parse(in, s.toString()))
        .define(
            "static string build(hash parts)",
            "The address that parts make.",
            (in, self, parts) -> UrlParts.build(in, (HashObject) parts))
        .define(
            "static string query(hash values)",
            "Names and values as a query string.",
            (in, self, values) -> QueryText.build(in, (HashObject) values))
        .define(
            "static hash parseQuery(string s)",
            "The names and values of a query string.",
            (in, self, s) -> QueryText.parse(in, s.toString()))
        .build();
  }
}
