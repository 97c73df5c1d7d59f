package eu.eutlas.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.lang.ArchRule;
import eu.eutlas.application.planted.UsesALibrary;
import eu.eutlas.bootstrap.planted.KnowsTheInside;
import eu.eutlas.domain.planted.KnowsTheApplication;
import eu.eutlas.embeddedmongo.planted.KnowsAWordOfEutlas;
import eu.eutlas.http.planted.SpeaksWithKubernetes;
import eu.eutlas.http.planted.UsesTheDriver;
import eu.eutlas.mongo.planted.SeesAnotherAdapter;
import eu.eutlas.simulation.planted.SeesARealStore;
import eu.eutlas.simulation.planted.StartsAThread;
import java.util.List;

/**
 * Who may see whom. Maven's modules say most of it; these rules say the rest, and that the modules
 * stay as they are.
 */
final class LayerRules {
  private static final String[] ADAPTERS = {
    "http", "jobs", "mongo", "tenant", "local", "k8s", "mail", "security", "storage", "memory"
  };

  private LayerRules() {}

  static List<Rule> all() {
    return List.of(
        new Rule("the domain sees the JDK alone", domain(), KnowsTheApplication.class),
        new Rule("the application sees the domain alone", application(), UsesALibrary.class),
        new Rule("adapters never see each other", adapters(), SeesAnotherAdapter.class),
        new Rule("the embedded server knows no word of ours", embedded(), KnowsAWordOfEutlas.class),
        new Rule(
            "the simulation sees the application and memory", simulation(), SeesARealStore.class),
        new Rule("the simulation is one thread", oneThread(), StartsAThread.class),
        new Rule("the driver stays in its adapters", driver(), UsesTheDriver.class),
        new Rule("Kubernetes stays in its adapter", kubernetes(), SpeaksWithKubernetes.class),
        new Rule("libraries stay in their adapters", libraries(), KnowsTheInside.class));
  }

  private static ArchRule domain() {
    return classes()
        .that()
        .resideInAPackage("eu.eutlas.domain..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage("java..", "org.jspecify..", "eu.eutlas.domain..")
        .because("what decides must not depend on how it is kept, shown or run");
  }

  private static ArchRule application() {
    return classes()
        .that()
        .resideInAPackage("eu.eutlas.application..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "java..",
            "org.jspecify..",
            "org.slf4j..",
            "eu.eutlas.domain..",
            "eu.eutlas.application..")
        .because("adapters depend on the application, never the other way round");
  }

  private static ArchRule adapters() {
    return classes()
        .that()
        .resideInAnyPackage(packages(ADAPTERS))
        .should(new SeesNoOtherAdapter(List.of(ADAPTERS)))
        .because("an adapter must be replaceable without touching another");
  }

  private static ArchRule embedded() {
    return noClasses()
        .that()
        .resideInAPackage("eu.eutlas.embeddedmongo..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "eu.eutlas.domain..", "eu.eutlas.application..", "eu.eutlas.bootstrap..")
        .because("it is a library of its own");
  }

  private static ArchRule simulation() {
    return classes()
        .that()
        .resideInAPackage("eu.eutlas.simulation..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "java..",
            "org.jspecify..",
            "eu.eutlas.domain..",
            "eu.eutlas.application..",
            "eu.eutlas.memory..",
            "eu.eutlas.simulation..")
        .because("what is simulated is the application, and nothing else has an answer by seed");
  }

  private static ArchRule oneThread() {
    return noClasses()
        .that()
        .resideInAPackage("eu.eutlas.simulation..")
        .should()
        .dependOnClassesThat()
        .areAssignableTo(Thread.class)
        .orShould()
        .dependOnClassesThat()
        .resideInAPackage("java.util.concurrent")
        .because("the same seed is the same run only while one scheduler decides what is next");
  }

  private static ArchRule driver() {
    return noClasses()
        .that(Product.SHIPPED)
        .and()
        .resideOutsideOfPackages("eu.eutlas.mongo..", "eu.eutlas.tenant..", "eu.eutlas.jobs..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("com.mongodb..")
        .because("metadata and customers' databases are reached through ports");
  }

  private static ArchRule kubernetes() {
    return noClasses()
        .that(Product.SHIPPED)
        .and()
        .resideOutsideOfPackage("eu.eutlas.k8s..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.kubernetes..", "okhttp3..")
        .because(
            "what an API server says may hold secrets, and one place alone knows what to pass on");
  }

  private static ArchRule libraries() {
    return noClasses()
        .that()
        .resideInAPackage("eu.eutlas.bootstrap..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.jobrunr..",
            "com.google.crypto..",
            "com.nimbusds..",
            "com.password4j..",
            "org.simplejavamail..",
            "de.bwaldvogel..",
            "software.amazon..",
            "io.kubernetes..")
        .because("wiring names adapters, not what they are made of");
  }

  private static String[] packages(String... words) {
    var packages = new String[words.length];
    for (var i = 0; i < words.length; i++) {
      packages[i] = "eu.eutlas." + words[i] + "..";
    }
    return packages;
  }
}
