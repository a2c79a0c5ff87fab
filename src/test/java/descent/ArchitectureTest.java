package descent;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.INTERFACES;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The direction of the arrows: nothing imports anything above it. */
class ArchitectureTest {

  /** Each package, and the packages it may see besides itself. */
  private static final Map<String, Set<String>> MAY_SEE =
      Map.ofEntries(
          Map.entry("engine", Set.of("math")),
          Map.entry("schedules", Set.of("engine")),
          Map.entry("data", Set.of("engine")),
          Map.entry("detection", Set.of("engine")),
          Map.entry("math", Set.of()),
          Map.entry("losses", Set.of("math", "engine")),
          Map.entry("regularizers", Set.of("engine")),
          Map.entry("models", Set.of("engine")),
          Map.entry("networks", Set.of("models", "math", "engine")),
          Map.entry("sequences", Set.of("models", "engine")),
          Map.entry("transforms", Set.of("engine")),
          Map.entry("environments", Set.of("engine")),
          Map.entry(
              "reinforcement", Set.of("environments", "objectives", "models", "losses", "engine")),
          Map.entry("objectives", Set.of("data", "models", "losses", "regularizers", "engine")),
          Map.entry("clustering", Set.of("optimizers", "objectives", "engine")),
          Map.entry(
              "checks",
              Set.of("training", "optimizers", "objectives", "models", "losses", "engine")),
          // Of the objectives an optimizer sees only the interfaces: a rule of its own, below
          Map.entry(
              "optimizers", Set.of("objectives", "models", "schedules", "transforms", "engine")),
          Map.entry(
              "training",
              Set.of(
                  "optimizers",
                  "schedules",
                  "objectives",
                  "models",
                  "losses",
                  "regularizers",
                  "engine")),
          Map.entry(
              "adversarial",
              Set.of(
                  "training",
                  "optimizers",
                  "schedules",
                  "objectives",
                  "networks",
                  "models",
                  "math",
                  "engine")),
          Map.entry(
              "charts",
              Set.of(
                  "training",
                  "optimizers",
                  "schedules",
                  "objectives",
                  "models",
                  "losses",
                  "regularizers",
                  "engine")),
          Map.entry("notebook", Set.of("charts", "engine")));

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("descent");

  static Set<String> packages() {
    Set<String> names = new TreeSet<>();
    for (JavaClass c : CLASSES) {
      names.add(c.getPackageName().replaceFirst("^descent\\.?", ""));
    }
    return names;
  }

  @Test
  void everyPackageHasItsPlace() {
    Set<String> unknown = new TreeSet<>(packages());
    unknown.removeAll(MAY_SEE.keySet());
    assertEquals(Set.of(), unknown, "packages that MAY_SEE does not name yet");
  }

  @ParameterizedTest
  @MethodSource("packages")
  void seesOnlyWhatIsBelow(String name) {
    String[] allowed =
        MAY_SEE.getOrDefault(name, Set.of()).stream()
            .map(p -> "descent." + p)
            .toArray(String[]::new);
    classes()
        .that()
        .resideInAPackage("descent." + name)
        .should()
        .onlyDependOnClassesThat(
            DescribedPredicate.not(resideInAPackage("descent.."))
                .or(resideInAnyPackage(allowed))
                .or(resideInAPackage("descent." + name)))
        .check(CLASSES);
  }

  @Test
  void optimizersSeeOnlyTheInterfacesOfObjectives() {
    noClasses()
        .that()
        .resideInAPackage("descent.optimizers")
        .should()
        .dependOnClassesThat(
            resideInAPackage("descent.objectives").and(DescribedPredicate.not(INTERFACES)))
        .allowEmptyShould(true)
        .check(CLASSES);
  }

  @Test
  void onlyTheNotebookPackageSeesTheKernel() {
    noClasses()
        .that()
        .resideOutsideOfPackage("descent.notebook")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.dflib..", "io.github.spencerpark..")
        .check(CLASSES);
  }

  @Test
  void packagesAreFreeOfCycles() {
    slices().matching("descent.(*)..").should().beFreeOfCycles().check(CLASSES);
  }
}
