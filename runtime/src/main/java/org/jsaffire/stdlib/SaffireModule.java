package org.jsaffire.stdlib;

import java.util.List;
import org.jsaffire.object.Bool;
import org.jsaffire.object.ClassObject;
import org.jsaffire.object.HashObject;
import org.jsaffire.object.Instance;
import org.jsaffire.object.Invoker;
import org.jsaffire.object.ListObject;
import org.jsaffire.object.NativeClass;
import org.jsaffire.object.NullValue;
import org.jsaffire.object.Numerical;
import org.jsaffire.object.Str;
import org.jsaffire.object.Value;
import org.jsaffire.sapi.BuildInfo;
import org.jsaffire.sapi.RequestContext;
import org.jsaffire.sapi.Sapi;

/** Module {@code saffire} (modules.md 2), which every file has without import. */
final class SaffireModule {
  private static final BuildInfo BUILD = BuildInfo.load();

  private SaffireModule() {}

  private static ProgramInfo info(Invoker in) {
    return in.service(ProgramInfo.class);
  }

  static ClassObject build(Sapi sapi) {
    NativeClass type =
        NativeClass.named("saffire")
            .qualifiedName("\\saffire\\saffire")
            .asAbstract()
            .define(
                "static string version()",
                "The word Saffire and the version.",
                (in, self) -> Str.of("Saffire v" + BUILD.version()))
            .define(
                "static string git_revision()",
                "The revision of the build, 40 hexadecimal digits.",
                (in, self) -> Str.of(BUILD.revision()))
            .define(
                "static string sapi()",
                "How the script runs: fastcgi, servlet, cgi, cli, repl or embedded.",
                (in, self) -> Str.of(info(in).sapi().text()))
            .define("static boolean debug()", "A debugger is active.", (in, self) -> Bool.FALSE)
            .define(
                "static self set_locale(string locale)",
                "Sets the default locale of strings.",
                (in, self, locale) -> {
                  info(in).setLocale(LocaleNames.normalize(locale.toString(), info(in).locale()));
                  return self;
                })
            .define(
                "static string get_locale()",
                "The default locale of strings.",
                (in, self) -> Str.of(info(in).locale()))
            .define(
                "static self uncaughtExceptionHandler(exception e)",
                "Prints the report of an uncaught exception.",
                (in, self, e) -> {
                  RequestContext request = in.service(RequestContext.class);
                  request.stdout().print(UncaughtReport.text((Instance) e));
                  return self;
                })
            .define(
                "static object args(numerical i = none)",
                "The arguments of the script, or one of them; null when there is none.",
                SaffireModule::args)
            .define(
                "static hash modules()", "The modules that there are.", (in, self) -> modules(in))
            .alias("get_locale", "getLocale")
            .alias("set_locale", "setLocale")
            .alias("git_revision", "gitRevision")
            .define(
                "static self exit(numerical code = 0)",
                "Ends the script, after its pending finally parts.",
                (in, self, code) -> {
                  throw in.exit((int) (((Numerical) code).clampedLong() & 0xff));
                })
            .define(
                "static object config(string key, object default = null)",
                "The value of a configuration key.",
                (in, self, key, other) -> ConfigModule.get(in, key.toString(), other))
            .define(
                "static numerical memory()",
                "Bytes of memory that the process uses; an estimate.",
                (in, self) -> {
                  Runtime runtime = Runtime.getRuntime();
                  return Numerical.of(runtime.totalMemory() - runtime.freeMemory());
                })
            .define(
                "static self setExceptionHandler(callable handler)",
                "Replaces the handler of uncaught exceptions.",
                (in, self, handler) -> {
                  info(in).setExceptionHandler(handler);
                  return self;
                });
    for (Sapi each : Sapi.values()) {
      type.constant(each.text(), Bool.of(each == sapi));
    }
    return type.build();
  }

  private static Value args(Invoker in, Value self, Value index) {
    List<String> arguments = info(in).arguments();
    if (index instanceof Numerical i && !i.equals(Numerical.of(-1))) {
      long at = i.clampedLong();
      return at < 0 || at >= arguments.size() ? NullValue.NULL : Str.of(arguments.get((int) at));
    }
    ListObject list = new ListObject();
    arguments.forEach(argument -> list.add(Str.of(argument)));
    return list;
  }

  private static Value modules(Invoker in) {
    HashObject all = new HashObject();
    for (Modules.Module module : Modules.all()) {
      ListObject objects = new ListObject();
      for (ClassObject type : module.types()) {
        objects.add(Str.of(type.name()));
      }
      HashObject entry = new HashObject();
      entry.put(in, "objects", objects);
      entry.put(in, "path", Str.of("<core>"));
      entry.put(in, "description", Str.of(module.description()));
      all.put(in, module.name(), entry);
    }
    return all;
  }
}
