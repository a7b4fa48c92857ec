package org.jsaffire.stdlib;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jsaffire.object.ClassObject;
import org.jsaffire.sapi.Sapi;
import org.jsaffire.stdlib.web.WebModule;

/**
 * The built-in modules by full name (modules.md 1). Their classes are made when first asked for and
 * shared by all runs of one way of running.
 */
public final class Modules {
  /**
   * A module.
   *
   * @param name full name of its main class
   * @param classes full names of its classes, the main one first
   */
  public record Module(String name, String description, List<String> classes) {
    /** The classes themselves. */
    List<ClassObject> types() {
      return classes.stream().map(type -> find(type, Sapi.CLI)).toList();
    }
  }

  private static final Map<String, Once> TYPES = new LinkedHashMap<>();
  private static final List<Module> MODULES = new ArrayList<>();

  static {
    module("\\saffire\\sapi\\fastcgi", "FastCGI sapi module", FastCgiModule::build);
    module("\\saffire\\saffire", "Saffire configuration module", SaffireModule::build);
    alias("\\saffire", "\\saffire\\saffire");
    module("\\saffire\\io", "Standard I/O module", IoModule::build);
    part("\\saffire\\console", IoModule::buildConsole);
    module("\\saffire\\io\\file", "File module", FileClass::build);
    module("\\saffire\\io\\socket", "Standard socket I/O module", SocketClass::build);
    module("\\saffire\\math", "Math module", MathModule::build);
    module("\\saffire\\datetime", "Datetime module", () -> DatetimeModule.TYPE);
    module("\\saffire\\os", "OS module", OsModule::build);
    part("\\saffire\\stat", StatClass::build);
    alias("\\saffire\\os\\stat", "\\saffire\\stat");
    module("\\saffire\\cpu", "Standard CPU module", CpuModule::build);
    module("\\saffire\\process", "Other programs", ProcessModule::build);
    module("\\saffire\\config", "Configuration keys", ConfigModule::build);
    module("\\saffire\\log", "Log messages", LogModule::build);
    module("\\saffire\\web", "Web module", WebModule::build);
    module("\\saffire\\html", "HTML as text", HtmlModule::build);
    module("\\saffire\\url", "Addresses and query strings", UrlModule::build);
    module("\\saffire\\base64", "Bytes in base 64", Base64Module::build);
    module("\\saffire\\crypto", "Checksums, keys and random bytes", CryptoModule::build);
    module("\\saffire\\csv", "Tables as text", CsvModule::build);
    module("\\saffire\\xml", "XML documents", XmlModule::build);
    module("\\saffire\\locale", "Numbers and dates by locale", LocaleModule::build);
    module("\\json\\json", "JSON", JsonModule::build);
    alias("\\json", "\\json\\json");
  }

  private Modules() {}

  private static void module(String name, String description, Supplier<ClassObject> type) {
    module(name, description, sapi -> type.get());
  }

  /** Registers a module whose main class differs between ways of running. */
  private static void module(String name, String description, Function<Sapi, ClassObject> type) {
    TYPES.put(name, new Once(type));
    MODULES.add(new Module(name, description, List.of(name)));
  }

  /** Registers a further class of the module registered last. */
  private static void part(String name, Supplier<ClassObject> type) {
    TYPES.put(name, new Once(sapi -> type.get()));
    Module main = MODULES.remove(MODULES.size() - 1);
    List<String> classes = new ArrayList<>(main.classes());
    classes.add(name);
    MODULES.add(new Module(main.name(), main.description(), List.copyOf(classes)));
  }

  private static void alias(String name, String existing) {
    TYPES.put(name, TYPES.get(existing));
  }

  /** The class of that full name, or null. */
  public static ClassObject find(String qualified, Sapi sapi) {
    Once type = TYPES.get(qualified);
    return type == null ? null : type.get(sapi);
  }

  /** All modules in registration order. */
  public static List<Module> all() {
    return Collections.unmodifiableList(MODULES);
  }

  /** Makes a class once for each way of running, whoever asks first. */
  private static final class Once {
    private final Function<Sapi, ClassObject> maker;
    private final Map<Sapi, ClassObject> made = new EnumMap<>(Sapi.class);

    Once(Function<Sapi, ClassObject> maker) {
      this.maker = maker;
    }

    synchronized ClassObject get(Sapi sapi) {
      return made.computeIfAbsent(sapi, maker);
    }
  }
}
