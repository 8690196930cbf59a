package dev.authmock;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.Architectures;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.util.List;
import org.jspecify.annotations.NullMarked;

/** The rooms of the house, and that imports run only downwards between them. */
@AnalyzeClasses(packages = "dev.authmock", importOptions = DoNotIncludeTests.class)
class HouseRulesTest {
  /** From top to bottom; a room may use those below it. */
  private static final List<String> ROOMS = List.of(
      "app",
      "console",
      "control",
      "metrics",
      "report",
      "fault",
      "discovery",
      "authorize",
      "offer",
      "token",
      "credential",
      "client",
      "grant",
      "jwt",
      "did",
      "fetch",
      "jose",
      "body",
      "journal",
      "redis",
      "check",
      "problem",
      "json",
      "server");

  private static final DescribedPredicate<JavaClass> GENERATED =
      JavaClass.Predicates.resideInAnyPackage("dev.authmock.api..", "dev.authmock.jte..");

  @ArchTest
  static final ArchRule imports_run_only_downwards = downwards();

  @ArchTest
  static final ArchRule rooms_do_not_depend_on_each_other_in_circles =
      slices().matching("dev.authmock.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule every_class_is_in_a_room = classes()
      .that(DescribedPredicate.not(GENERATED))
      .should()
      .resideInAnyPackage(ROOMS.stream().map(HouseRulesTest::room).toArray(String[]::new));

  @ArchTest
  static final ArchRule only_jose_knows_the_crypto_provider = noClasses()
      .that()
      .resideOutsideOfPackage("dev.authmock.jose")
      .should()
      .dependOnClassesThat()
      .resideInAnyPackage("com.nimbusds.jose.crypto..", "org.conscrypt..", "com.amazon..");

  @ArchTest
  static final ArchRule only_fetch_makes_outgoing_requests = noClasses()
      .that()
      .resideOutsideOfPackage("dev.authmock.fetch")
      .should()
      .dependOnClassesThat()
      .resideInAnyPackage("org.apache.hc..", "java.net.http..", "io.micronaut.http.client..");

  /** Its filter looks at no other path; see application.yml. */
  @ArchTest
  static final ArchRule the_framework_guards_the_credential_endpoint_alone = methods()
      .that(new DescribedPredicate<JavaMethod>("ask the framework for a login") {
        @Override
        public boolean test(JavaMethod method) {
          return method.isAnnotatedWith(Secured.class)
              && SecurityRule.IS_AUTHENTICATED.equals(
                  method.getAnnotationOfType(Secured.class).value()[0]);
        }
      })
      .should()
      .haveName("postCredential");

  @ArchTest
  static final ArchRule time_comes_from_the_injected_clock = noClasses()
      .that()
      .resideOutsideOfPackage("dev.authmock.app")
      .should()
      .callMethod(System.class, "currentTimeMillis")
      .orShould()
      .callMethod(java.time.Instant.class, "now")
      .orShould()
      .callMethod(java.time.Clock.class, "systemUTC");

  @ArchTest
  static void null_is_no_value_in_any_room(JavaClasses all) {
    for (String room : ROOMS) {
      String info = "dev.authmock." + room + ".package-info";
      if (all.containPackage("dev.authmock." + room)
          && !(all.contain(info) && all.get(info).isAnnotatedWith(NullMarked.class))) {
        throw new AssertionError(room + " is not @NullMarked");
      }
    }
  }

  private static ArchRule downwards() {
    LayeredArchitecture house =
        Architectures.layeredArchitecture().consideringOnlyDependenciesInLayers();
    for (String room : ROOMS) {
      house = house.optionalLayer(room).definedBy(room(room));
    }
    for (int i = 0; i < ROOMS.size(); i++) {
      String[] above = ROOMS.subList(0, i).toArray(String[]::new);
      house = i == 0
          ? house.whereLayer(ROOMS.get(0)).mayNotBeAccessedByAnyLayer()
          : house.whereLayer(ROOMS.get(i)).mayOnlyBeAccessedByLayers(above);
    }
    return house;
  }

  private static String room(String name) {
    return "dev.authmock." + name + "..";
  }
}
