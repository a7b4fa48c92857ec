package org.jsaffire.stdlib;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.jsaffire.object.ClassObject;
import org.jsaffire.object.HashObject;
import org.jsaffire.object.ListObject;
import org.jsaffire.object.Numerical;
import org.jsaffire.object.Str;
import org.jsaffire.object.TestInvoker;
import org.jsaffire.object.Value;
import org.jsaffire.sapi.Sapi;
import org.junit.jupiter.api.Test;

class CpuModuleTest {
  private static final List<String> EPYC =
      """
      processor\t: 0
      vendor_id\t: AuthenticAMD
      cpu family\t: 26
      model\t\t: 33
      model name\t: AMD EPYC: 9005
      stepping\t: 1
      physical id\t: 0
      cpu cores\t: 2
      flags\t\t: fpu vme hypervisor lm
      power management:

      processor\t: 1
      model\t\t: 99
      physical id\t: 0
      cpu cores\t: 2

      processor\t: 2
      physical id\t: 1
      """
          .lines()
          .toList();

  private final TestInvoker in = new TestInvoker();
  private final ClassObject cpu = Modules.find("\\saffire\\cpu", Sapi.CLI);

  private String all() {
    StringBuilder text = new StringBuilder();
    HashObject all = (HashObject) in.send(cpu, "all");
    for (Value key : all.keys()) {
      Value value = all.get(in, key);
      text.append(key).append('=').append(value instanceof ListObject l ? l.size() : value);
      text.append(' ');
    }
    return text.toString();
  }

  @Test
  void fieldsComeFromTheFirstProcessor() {
    in.provide(CpuInfo.class, new CpuInfo(EPYC));
    assertTrue(
        all()
            .startsWith(
                "vendor=AuthenticAMD vendorId=1 brand=AMD EPYC: 9005 flags=4 family=15"
                    + " extendedFamily=26 model=1 extendedModel=33 stepping=1 cores=4"
                    + " logicalCpuCount="),
        all());
    assertEquals("3", in.text(cpu, "totalLogicalCpuCount"));
    assertEquals("true", in.text(cpu, "isVirtualized"));
    assertEquals(Str.of("hypervisor"), ((ListObject) in.send(cpu, "flags")).get(2));
  }

  @Test
  void whatCannotBeToldIsEmpty() {
    in.provide(CpuInfo.class, new CpuInfo(List.of("", "Hardware : BCM2835", "model: B+")));
    assertTrue(
        all()
            .startsWith(
                "vendor= vendorId=0 brand= flags=0 family=0 extendedFamily=0 model=0"
                    + " extendedModel=0 stepping=0 cores=0 logicalCpuCount="),
        all());
    assertTrue(all().contains(" totalLogicalCpuCount=0 codename= arch="), all());
    assertEquals("false", in.text(cpu, "isVirtualized"));
  }

  @Test
  void flagsOfOtherArchitecturesAreFeatures() {
    in.provide(CpuInfo.class, new CpuInfo(List.of("Features\t: fp asimd")));
    assertEquals(2, ((ListObject) in.send(cpu, "flags")).size());
  }

  @Test
  void theMachineItselfHasProcessors() {
    assertEquals(
        Numerical.of(Runtime.getRuntime().availableProcessors()), in.send(cpu, "logicalCpuCount"));
    assertTrue(List.of("32", "64").contains(in.text(cpu, "bits")));
  }

  @Test
  void everythingIsListed() {
    ListObject names = (ListObject) in.send(cpu, "__methods");
    assertEquals(
        "vendor vendorId brand flags family extendedFamily model extendedModel stepping cores"
            + " logicalCpuCount totalLogicalCpuCount codename all arch bits isVirtualized",
        String.join(" ", List.of(names.toArray()).stream().map(Value::toString).toList()));
  }
}
