package org.jsaffire.stdlib;

import java.util.Map;
import org.jsaffire.object.Locales;

/** Names of locales as strings carry them (objects.md 6.1): {@code ll} or {@code ll_CC}. */
public final class LocaleNames {
  private static final String DEFAULT = "en_US";

  private LocaleNames() {}

  /** The default of a process: LC_ALL, then LANG, then en_US. */
  public static String ofEnvironment(Map<String, String> environment) {
    String all = normalize(environment.get("LC_ALL"), "");
    return all.isEmpty() ? normalize(environment.get("LANG"), DEFAULT) : all;
  }

  /** A name without encoding and modifier; another one for null, empty, C and POSIX. */
  public static String normalize(String name, String other) {
    String normal = name == null ? null : Locales.name(name);
    return normal == null ? other : normal;
  }
}
