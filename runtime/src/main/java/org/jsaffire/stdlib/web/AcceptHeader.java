package org.jsaffire.stdlib.web;

import java.util.Locale;

/** The {@code Accept} header of a request (RFC 9110, 12.5.1). */
final class AcceptHeader {
  private AcceptHeader() {}

  /**
   * The client takes that media type. The range that names it most exactly decides; weight 0
   * refuses.
   *
   * @param header null when the client sent none: it takes everything
   * @param type such as {@code text/html}
   */
  static boolean accepts(String header, String type) {
    if (header == null || header.isBlank()) {
      return true;
    }
    String wanted = type.strip().toLowerCase(Locale.ROOT);
    String group = wanted.substring(0, wanted.indexOf('/') + 1) + "*";
    int best = 0;
    boolean accepted = false;
    for (String part : header.toLowerCase(Locale.ROOT).split(",", -1)) {
      int semicolon = part.indexOf(';');
      String range = (semicolon < 0 ? part : part.substring(0, semicolon)).strip();
      int rank = range.equals(wanted) ? 3 : range.equals(group) ? 2 : range.equals("*/*") ? 1 : 0;
      if (rank > best) {
        best = rank;
        accepted = semicolon < 0 || !isRefused(part.substring(semicolon + 1));
      }
    }
    return accepted;
  }

  private static boolean isRefused(String parameters) {
    for (String parameter : parameters.split(";", -1)) {
      String compact = parameter.replace(" ", "").replace("\t", "");
      if (compact.matches("q=0(\\.0{0,3})?")) {
        return true;
      }
    }
    return false;
  }
}
