package org.jsaffire.fcgi.request;

import java.util.function.Predicate;

/**
 * The parameters that name a script, brought into one shape whatever web server sent them
 * (fastcgi.md 2.5, issue 5). Works on the text as received: nothing is decoded, no case is folded,
 * a suffix counts only as exact ASCII.
 *
 * <ul>
 *   <li>{@code proxy:fcgi://host:port}, {@code proxy:balancer://name} and the like, which Apache
 *       puts in front of SCRIPT_FILENAME, are taken away, a query string behind it as well, and
 *       slashes in front of it become one.
 *   <li>A SCRIPT_FILENAME that goes on behind the script ({@code /a.sf/more}) is split at the
 *       leftmost script that is a file, if the web server has not done so. The rest is PATH_INFO.
 * </ul>
 *
 * @param scriptFilename null when the web server sent none
 * @param scriptName null when the web server sent none
 * @param pathInfo null when there is none
 * @param pathTranslated null when there is none
 */
public record ScriptNames(
    String scriptFilename, String scriptName, String pathInfo, String pathTranslated) {
  private static final String SUFFIX = ".sf";

  /** Brings the names into shape. {@code isFile} is asked only where a name has to be split. */
  public static ScriptNames of(
      String scriptFilename,
      String scriptName,
      String pathInfo,
      String pathTranslated,
      String documentRoot,
      Predicate<String> isFile) {
    if (scriptFilename == null) {
      return new ScriptNames(null, scriptName, pathInfo, pathTranslated);
    }
    String file = strip(scriptFilename);
    int split = file.endsWith(SUFFIX) ? -1 : splitPoint(file, isFile);
    if (split < 0) {
      return new ScriptNames(file, scriptName, pathInfo, pathTranslated);
    }
    String rest = file.substring(split);
    String info = pathInfo == null || pathInfo.isEmpty() ? rest : pathInfo;
    String name =
        scriptName != null && scriptName.endsWith(rest)
            ? scriptName.substring(0, scriptName.length() - rest.length())
            : scriptName;
    String translated = documentRoot == null ? pathTranslated : documentRoot + info;
    return new ScriptNames(file.substring(0, split), name, info, translated);
  }

  /** Takes away what does not belong to a file name. */
  static String strip(String name) {
    String file = name;
    if (file.startsWith("proxy:") || file.startsWith("fcgi://")) {
      int bar = file.indexOf("|fcgi://");
      int authority = bar >= 0 ? bar + "|fcgi://".length() : file.indexOf("://") + 3;
      int path = authority < 3 ? -1 : file.indexOf('/', authority);
      file = path < 0 ? "" : file.substring(path);
    }
    int query = file.indexOf('?');
    file = query < 0 ? file : file.substring(0, query);
    int slashes = 0;
    while (slashes < file.length() && file.charAt(slashes) == '/') {
      slashes++;
    }
    return slashes > 1 ? file.substring(slashes - 1) : file;
  }

  /** Where the path information starts, at its slash; -1 when the name is not to be split. */
  private static int splitPoint(String file, Predicate<String> isFile) {
    int from = 0;
    while (true) {
      int at = file.indexOf(SUFFIX + "/", from);
      if (at < 0) {
        return -1;
      }
      int end = at + SUFFIX.length();
      if (isFile.test(file.substring(0, end))) {
        return end;
      }
      from = end;
    }
  }
}
