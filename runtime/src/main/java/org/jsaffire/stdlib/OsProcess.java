package org.jsaffire.stdlib;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.jsaffire.object.DoubleValue;
import org.jsaffire.object.HashObject;
import org.jsaffire.object.Invoker;
import org.jsaffire.object.NativeClass;
import org.jsaffire.object.Numerical;
import org.jsaffire.object.Str;
import org.jsaffire.object.Value;
import org.jsaffire.sapi.Host;

/** Methods of {@code os} about the process and its machine (modules.md 13). */
final class OsProcess {
  private static final Path KERNEL_NAME = Path.of("/proc/sys/kernel/hostname");
  private static final BigDecimal NANOS = BigDecimal.valueOf(1_000_000_000);

  private OsProcess() {}

  static NativeClass define(NativeClass type) {
    return type.define(
            "static object env(string name, object default = null)",
            "A variable of the environment.",
            (in, self, name, d) -> {
              String value = environment(in).get(name.toString());
              return value == null ? d : Str.of(value);
            })
        .define(
            "static hash environment()",
            "The environment of the process.",
            (in, self) -> {
              HashObject hash = new HashObject();
              environment(in).forEach((name, value) -> hash.put(in, name, Str.of(value)));
              return hash;
            })
        .define(
            "static self sleep(numerical|double seconds)",
            "Sleeps at least that long.",
            (in, self, seconds) -> {
              Sleep.nanos(in, nanos(seconds));
              return self;
            })
        .define("static string hostname()", "The name of the machine.", (in, self) -> hostname())
        .define(
            "static numerical pid()",
            "The number of the process.",
            (in, self) -> Numerical.of(ProcessHandle.current().pid()))
        .define(
            "static string platform()",
            "The name of the system, in lower case.",
            (in, self) -> Str.of(platform(System.getProperty("os.name", ""))));
  }

  private static Map<String, String> environment(Invoker in) {
    return in.service(Host.class).environment();
  }

  /** Seconds as nanoseconds, as many as a long holds at most. */
  static long nanos(Value seconds) {
    BigDecimal number =
        seconds instanceof DoubleValue fraction
            ? fraction.value()
            : new BigDecimal(((Numerical) seconds).bigValue());
    return number
        .multiply(NANOS)
        .min(BigDecimal.valueOf(Long.MAX_VALUE))
        .max(BigDecimal.ZERO)
        .longValue();
  }

  private static Str hostname() {
    try {
      return Str.of(
          Files.isReadable(KERNEL_NAME)
              ? Files.readString(KERNEL_NAME, StandardCharsets.UTF_8).strip()
              : InetAddress.getLocalHost().getHostName());
    } catch (IOException e) {
      // A machine without a name that anybody knows.
      return Str.of("localhost");
    }
  }

  private static String platform(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    if (lower.startsWith("mac")) {
      return "macos";
    }
    return lower.startsWith("windows") ? "windows" : lower;
  }
}
