package org.jsaffire.fcgi.request;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.AbstractMap;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jsaffire.fcgi.protocol.Params;
import org.jsaffire.fcgi.protocol.Role;
import org.jsaffire.sapi.RawText;

/**
 * The parameters as a map of texts, decoded when somebody asks: single names from the bytes, all of
 * them only for an iteration. Safe for use by several threads, as it may only be computed twice.
 */
final class Environment extends AbstractMap<String, String> {
  private final Params params;
  private final Role role;
  private final ScriptNames names;
  private volatile Map<String, String> all;

  Environment(Params params, Role role) {
    this.params = params;
    this.role = role;
    this.names =
        ScriptNames.of(
            decode("SCRIPT_FILENAME"),
            decode("SCRIPT_NAME"),
            decode("PATH_INFO"),
            decode("PATH_TRANSLATED"),
            decode("DOCUMENT_ROOT"),
            Environment::isFile);
  }

  @Override
  public String get(Object key) {
    Map<String, String> map = all;
    if (map != null) {
      return map.get(key);
    }
    return key instanceof String name ? lookUp(name) : null;
  }

  @Override
  public boolean containsKey(Object key) {
    return get(key) != null;
  }

  @Override
  public Set<Entry<String, String>> entrySet() {
    return all().entrySet();
  }

  private String lookUp(String name) {
    return switch (name) {
      case "SCRIPT_FILENAME" -> names.scriptFilename();
      case "SCRIPT_NAME" -> names.scriptName();
      case "PATH_INFO" -> names.pathInfo();
      case "PATH_TRANSLATED" -> names.pathTranslated();
      case "FCGI_ROLE" -> role.name();
      case "HTTP_PROXY" -> null;
      default -> decode(name);
    };
  }

  private String decode(String name) {
    int i = params.find(name);
    return i < 0 ? null : value(i);
  }

  private String value(int i) {
    return RawText.decode(params.bytes(), params.valueOffset(i), params.valueLength(i));
  }

  private Map<String, String> all() {
    Map<String, String> map = all;
    if (map == null) {
      map = new LinkedHashMap<>(params.count() * 2);
      for (int i = 0; i < params.count(); i++) {
        String name = RawText.decode(params.bytes(), params.nameOffset(i), params.nameLength(i));
        map.put(name, value(i));
      }
      map.put("FCGI_ROLE", role.name());
      map.remove("HTTP_PROXY");
      putName(map, "SCRIPT_FILENAME", names.scriptFilename());
      putName(map, "SCRIPT_NAME", names.scriptName());
      putName(map, "PATH_INFO", names.pathInfo());
      putName(map, "PATH_TRANSLATED", names.pathTranslated());
      map = Collections.unmodifiableMap(map);
      all = map;
    }
    return map;
  }

  private static void putName(Map<String, String> map, String name, String value) {
    if (value != null) {
      map.put(name, value);
    }
  }

  private static boolean isFile(String name) {
    try {
      return Files.isRegularFile(Path.of(name));
    } catch (InvalidPathException e) {
      // No file has such a name.
      return false;
    }
  }
}
