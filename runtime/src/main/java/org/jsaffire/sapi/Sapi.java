package org.jsaffire.sapi;

import java.util.Locale;

/** The ways of running a script. */
public enum Sapi {
  SERVLET,
  FASTCGI,
  CGI,
  CLI,
  REPL,
  EMBEDDED;

  /** What {@code saffire.sapi()} says (modules.md 2). */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Answers requests of web clients, so that web limits and headers apply. */
  public boolean isWeb() {
    return this == SERVLET || this == FASTCGI || this == CGI;
  }
}
