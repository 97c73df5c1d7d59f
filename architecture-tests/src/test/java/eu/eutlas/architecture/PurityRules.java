package eu.eutlas.architecture;

import static com.tngtech.archunit.core.domain.JavaModifier.FINAL;
import static com.tngtech.archunit.core.domain.JavaModifier.STATIC;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.lang.ArchRule;
import eu.eutlas.application.Scope;
import eu.eutlas.application.planted.MakesItsOwnRandomness;
import eu.eutlas.application.planted.ReadsEverything;
import eu.eutlas.application.planted.RevealsASecret;
import eu.eutlas.domain.Secret;
import eu.eutlas.domain.planted.ReadsTheClock;
import eu.eutlas.http.planted.PrintsToTheConsole;
import eu.eutlas.k8s.planted.RevealsToKubernetes;
import eu.eutlas.mongo.planted.HasStaticState;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/** What code may not do, wherever it can see it. */
final class PurityRules {
  private PurityRules() {}

  static List<Rule> all() {
    return List.of(
        new Rule("time comes in as an argument", clock(), ReadsTheClock.class),
        new Rule("randomness comes in as a port", randomness(), MakesItsOwnRandomness.class),
        new Rule("only the machinery reads everything", everything(), ReadsEverything.class),
        new Rule("secrets are revealed where they are needed", reveal(), RevealsASecret.class),
        new Rule(
            "secrets go to an API server from one class", written(), RevealsToKubernetes.class),
        new Rule("no state is static", staticState(), HasStaticState.class),
        new Rule("nothing is printed", printing(), PrintsToTheConsole.class));
  }

  private static ArchRule clock() {
    return noClasses()
        .that()
        .resideInAnyPackage("eu.eutlas.domain..", "eu.eutlas.application..")
        .should()
        .callMethod(Instant.class, "now")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .callMethod(System.class, "nanoTime")
        .orShould()
        .callMethod(Clock.class, "systemUTC")
        .orShould()
        .callMethod(Clock.class, "systemDefaultZone")
        .because("a simulation must be able to turn the clock");
  }

  private static ArchRule randomness() {
    return noClasses()
        .that()
        .resideInAnyPackage("eu.eutlas.domain..", "eu.eutlas.application..")
        .should()
        .callMethod(UUID.class, "randomUUID")
        .orShould()
        .callMethod(Math.class, "random")
        .orShould()
        .dependOnClassesThat()
        .areAssignableTo(Random.class)
        .because("the same seed must give the same run");
  }

  private static ArchRule everything() {
    return noClasses()
        .that(Product.SHIPPED)
        .and()
        .resideOutsideOfPackage("eu.eutlas.application.internal..")
        .should()
        .callConstructor(Scope.Everything.class, String.class)
        .because("whoever asks as a tenant must not be able to read another's data by mistake");
  }

  private static ArchRule reveal() {
    return noClasses()
        .that()
        .resideInAPackage("eu.eutlas.application..")
        .and()
        .doNotHaveSimpleName("Letters")
        .and()
        .doNotHaveSimpleName("IdentityMails")
        .should()
        .callMethod(Secret.class, "reveal")
        .because(
            "a secret in the clear belongs to the adapter that uses it, or into a mail's link");
  }

  private static ArchRule written() {
    return noClasses()
        .that()
        .resideInAPackage("eu.eutlas.k8s..")
        .and()
        .doNotHaveFullyQualifiedName("eu.eutlas.k8s.Json")
        .should()
        .callMethod(Secret.class, "reveal")
        .because("a manifest must be safe to show until it is sent");
  }

  /** The embedded servers of a process share their event loops, counted by who uses them. */
  private static ArchRule staticState() {
    return fields()
        .that()
        .areDeclaredInClassesThat(Product.SHIPPED)
        .and()
        .areNotDeclaredIn("eu.eutlas.embeddedmongo.SharedThreads")
        .and()
        .haveModifier(STATIC)
        .should()
        .haveModifier(FINAL)
        .because("several installations must fit into one process");
  }

  private static ArchRule printing() {
    return noClasses()
        .that(Product.SHIPPED)
        .and()
        .doNotHaveFullyQualifiedName("eu.eutlas.bootstrap.Main")
        .should()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .because("what has to be said is logged with its ids, or said by Main");
  }
}
