package org.jsaffire.stdlib;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What Linux tells about the processor in {@code /proc/cpuinfo}. A service of the run, read once;
 * empty where there is no such file.
 */
final class CpuInfo {
  private static final Path SOURCE = Path.of("/proc/cpuinfo");

  /** Families from here on are written as this one plus an extension. */
  private static final int EXTENDED_FAMILY = 15;

  /** Vendors by their number in the identification library of the reference. */
  private static final List<String> VENDORS =
      List.of(
          "GenuineIntel",
          "AuthenticAMD",
          "CyrixInstead",
          "NexGenDriven",
          "GenuineTMx86",
          "UMC UMC UMC ",
          "CentaurHauls",
          "RiseRiseRise",
          "SiS SiS SiS ",
          "Geode by NSC",
          "HygonGenuine");

  /** Fields of the first processor by name. */
  private final Map<String, String> first = new LinkedHashMap<>();

  private final int processors;
  private final int cores;

  CpuInfo() {
    this(read());
  }

  /** For tests: the lines of the file. */
  CpuInfo(List<String> lines) {
    int count = 0;
    Set<String> packages = new HashSet<>();
    for (String line : lines) {
      int colon = line.indexOf(':');
      if (colon >= 0) {
        String name = line.substring(0, colon).strip();
        String value = line.substring(colon + 1).strip();
        first.putIfAbsent(name, value);
        count += name.equals("processor") ? 1 : 0;
        if (name.equals("physical id")) {
          packages.add(value);
        }
      }
    }
    this.processors = count;
    this.cores = number("cpu cores") * Math.max(1, packages.size());
  }

  private static List<String> read() {
    try {
      return Files.readString(SOURCE, StandardCharsets.ISO_8859_1).lines().toList();
    } catch (IOException e) {
      // Not Linux, or not allowed: nothing can be told.
      return List.of();
    }
  }

  private String text(String name) {
    return first.getOrDefault(name, "");
  }

  private int number(String name) {
    try {
      return Integer.parseInt(text(name));
    } catch (NumberFormatException e) {
      // The field is absent, or no number on this machine.
      return 0;
    }
  }

  String vendor() {
    return text("vendor_id");
  }

  /** The vendor's number, 0 when it has none. */
  int vendorId() {
    return Math.max(0, VENDORS.indexOf(vendor()));
  }

  String brand() {
    return text("model name");
  }

  List<String> flags() {
    String flags = text("flags").isEmpty() ? text("Features") : text("flags");
    return flags.isEmpty() ? List.of() : List.of(flags.split("\\s+", -1));
  }

  int family() {
    return Math.min(extendedFamily(), EXTENDED_FAMILY);
  }

  int extendedFamily() {
    return number("cpu family");
  }

  int model() {
    return extendedModel() & 0xF;
  }

  int extendedModel() {
    return number("model");
  }

  int stepping() {
    return number("stepping");
  }

  /** Cores of all packages. */
  int cores() {
    return cores;
  }

  /** Processors of the machine, whether this process may use them or not. */
  int processors() {
    return processors;
  }

  boolean isVirtualized() {
    return flags().contains("hypervisor");
  }
}
