package org.jsaffire;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.GeneralCodingRules;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The arrows between the packages of the runtime, as drawn in the style guide. */
class ArchitectureTest {
  private static final String ROOT = "org.jsaffire.";

  /** What each package may know besides itself, {@code source}, the JDK and its libraries. */
  private static final Map<String, Set<String>> KNOWS =
      Map.ofEntries(
          Map.entry("source", Set.of()),
          Map.entry("syntax", Set.of()),
          Map.entry("resolve", Set.of("syntax")),
          Map.entry("bytecode", Set.of()),
          Map.entry("compile", Set.of("syntax", "resolve", "bytecode")),
          Map.entry("object", Set.of()),
          Map.entry("vm", Set.of("bytecode", "object")),
          Map.entry("jit", Set.of("bytecode", "object", "vm")),
          Map.entry("debug", Set.of("vm", "object")),
          Map.entry("sapi", Set.of()),
          Map.entry("config", Set.of("sapi")),
          Map.entry("stdlib", Set.of("object", "sapi", "config")),
          Map.entry("template", Set.of("syntax", "resolve", "compile", "object")),
          Map.entry(
              "engine",
              Set.of(
                  "syntax",
                  "resolve",
                  "bytecode",
                  "compile",
                  "object",
                  "vm",
                  "jit",
                  "debug",
                  "sapi",
                  "config",
                  "stdlib",
                  "template")),
          Map.entry(
              "cli", Set.of("engine", "sapi", "config", "debug", "syntax", "resolve", "bytecode")));

  private static JavaClasses classes;

  @BeforeAll
  static void readClasses() {
    classes =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.jsaffire");
  }

  @TestFactory
  List<DynamicTest> packagesKnowWhatTheyMay() {
    return KNOWS.keySet().stream()
        .sorted()
        .map(name -> DynamicTest.dynamicTest(name, () -> checkArrows(name)))
        .toList();
  }

  private static void checkArrows(String name) {
    Set<String> others = new HashSet<>(KNOWS.keySet());
    others.remove(name);
    others.removeAll(KNOWS.get(name));
    if (!name.equals("sapi")) {
      others.remove("source");
    }
    String[] forbidden = others.stream().map(other -> ROOT + other + "..").toArray(String[]::new);
    noClasses()
        .that()
        .resideInAPackage(ROOT + name + "..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(forbidden)
        .allowEmptyShould(true)
        .check(classes);
  }

  @Test
  void everyPackageIsInThePicture() {
    noClasses()
        .should()
        .resideOutsideOfPackages(
            KNOWS.keySet().stream().map(name -> ROOT + name + "..").toArray(String[]::new))
        .check(classes);
  }

  @Test
  void commandsOfOtherModulesNeedTheCommandInterfaceAlone() {
    noClasses()
        .that()
        .resideInAPackage(ROOT + "cli.spi")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            KNOWS.keySet().stream()
                .filter(name -> !Set.of("sapi", "config", "cli").contains(name))
                .map(name -> ROOT + name + "..")
                .toArray(String[]::new))
        .orShould()
        .dependOnClassesThat()
        .resideInAnyPackage(ROOT + "cli", ROOT + "cli.command")
        .check(classes);
  }

  @Test
  void packagesHaveNoCycles() {
    slices().matching(ROOT + "(*)..").should().beFreeOfCycles().check(classes);
  }

  @Test
  void runtimeNamesNoServletNoServerAndNoDatabase() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("jakarta..", "org.eclipse.jetty..", "java.sql..", "javax.sql..")
        .check(classes);
  }

  @Test
  void librariesOfTheCommandLineStayThere() {
    noClasses()
        .that()
        .resideOutsideOfPackage(ROOT + "cli")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("picocli..", "org.jline..")
        .check(classes);
  }

  @Test
  void standardStreamsBelongToTheCommandLine() {
    noClasses()
        .that()
        .resideOutsideOfPackage(ROOT + "cli..")
        .should(GeneralCodingRules.ACCESS_STANDARD_STREAMS)
        .check(classes);
  }

  @Test
  void onlyTheCommandLineEndsTheProcess() {
    noClasses()
        .that()
        .resideOutsideOfPackage(ROOT + "cli..")
        .should()
        .callMethod(System.class, "exit", int.class)
        .orShould()
        .callMethod(Runtime.class, "halt", int.class)
        .check(classes);
  }

  @Test
  void environmentIsReadInOnePlace() {
    noClasses()
        .that()
        .resideOutsideOfPackage(ROOT + "sapi")
        .should()
        .callMethod(System.class, "getenv")
        .orShould()
        .callMethod(System.class, "getenv", String.class)
        .check(classes);
  }
}
