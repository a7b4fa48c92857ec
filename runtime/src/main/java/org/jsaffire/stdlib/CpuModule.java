package org.jsaffire.stdlib;

import java.util.Locale;
import org.jsaffire.object.Bool;
import org.jsaffire.object.ClassObject;
import org.jsaffire.object.HashObject;
import org.jsaffire.object.Invoker;
import org.jsaffire.object.ListObject;
import org.jsaffire.object.NativeClass;
import org.jsaffire.object.Numerical;
import org.jsaffire.object.Str;
import org.jsaffire.object.Value;

/** Module {@code cpu} (modules.md 9 and 12). What cannot be told is empty or 0. */
final class CpuModule {
  private static final String[] FIELDS = {
    "vendor",
    "vendorId",
    "brand",
    "flags",
    "family",
    "extendedFamily",
    "model",
    "extendedModel",
    "stepping",
    "cores",
    "logicalCpuCount",
    "totalLogicalCpuCount",
    "codename",
    "arch",
    "bits",
    "isVirtualized"
  };

  private CpuModule() {}

  /** A number that Linux tells. */
  @FunctionalInterface
  private interface Field {
    int of(CpuInfo info);
  }

  static ClassObject build() {
    NativeClass type = NativeClass.named("cpu").qualifiedName("\\saffire\\cpu").asAbstract();
    type.define("static string vendor()", "The maker.", (in, self) -> Str.of(info(in).vendor()));
    number(type, "vendorId", "The maker's number.", CpuInfo::vendorId);
    type.define("static string brand()", "The name.", (in, self) -> Str.of(info(in).brand()))
        .define("static list flags()", "What it can do.", (in, self) -> flags(in));
    number(type, "family", "The family, at most 15.", CpuInfo::family);
    number(type, "extendedFamily", "The family.", CpuInfo::extendedFamily);
    number(type, "model", "The lower four bits of the model.", CpuInfo::model);
    number(type, "extendedModel", "The model.", CpuInfo::extendedModel);
    number(type, "stepping", "The stepping.", CpuInfo::stepping);
    number(type, "cores", "Cores altogether.", CpuInfo::cores);
    number(
        type,
        "logicalCpuCount",
        "Processors that this process may use.",
        info -> Runtime.getRuntime().availableProcessors());
    number(type, "totalLogicalCpuCount", "Processors of the machine.", CpuInfo::processors);
    return type.define(
            "static string codename()", "Empty: nothing tells it.", (in, self) -> Str.EMPTY)
        .define("static hash all()", "All fields by name.", CpuModule::all)
        .define("static string arch()", "The architecture.", (in, self) -> Str.of(architecture()))
        .define(
            "static numerical bits()",
            "Bits of an address.",
            (in, self) -> Numerical.of(architecture().contains("64") ? 64 : 32))
        .define(
            "static boolean isVirtualized()",
            "Inside a virtual machine?",
            (in, self) -> Bool.of(info(in).isVirtualized()))
        .build();
  }

  private static CpuInfo info(Invoker in) {
    return in.service(CpuInfo.class);
  }

  private static void number(NativeClass type, String name, String description, Field field) {
    type.define(
        "static numerical " + name + "()",
        description,
        (in, self) -> Numerical.of(field.of(info(in))));
  }

  private static ListObject flags(Invoker in) {
    ListObject flags = new ListObject();
    for (String flag : info(in).flags()) {
      flags.add(Str.of(flag));
    }
    return flags;
  }

  /** As {@code uname -m} names it. */
  private static String architecture() {
    String name = System.getProperty("os.arch", "").toLowerCase(Locale.ROOT);
    return name.equals("amd64") ? "x86_64" : name;
  }

  private static Value all(Invoker in, Value self) {
    HashObject all = new HashObject();
    for (String field : FIELDS) {
      all.put(in, field, in.call(self.layout().findMethod(field), self));
    }
    return all;
  }
}
