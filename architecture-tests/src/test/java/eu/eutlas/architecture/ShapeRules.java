package eu.eutlas.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchRule;
import eu.eutlas.application.internal.DriveOperation;
import eu.eutlas.application.internal.FollowBackup;
import eu.eutlas.application.mail.SendMail;
import eu.eutlas.application.planted.AsksNobody;
import eu.eutlas.domain.identity.Actor;
import eu.eutlas.http.planted.CanBeExtended;
import eu.eutlas.jobs.planted.JobManager;
import java.util.List;

/** The shape of classes. */
final class ShapeRules {
  private static final DescribedPredicate<JavaClass> CAN_BE_FINAL =
      DescribedPredicate.describe(
          "are classes that could be final",
          type ->
              !type.isInterface()
                  && !type.isAnnotation()
                  && !type.isEnum()
                  && !type.isAnonymousClass()
                  && !type.getModifiers().contains(JavaModifier.ABSTRACT)
                  && type.getSubclasses().isEmpty()
                  && !type.getSimpleName().equals("package-info"));

  /**
   * Jobs act for the operation or mail that they are about, which somebody was allowed to ask for
   * before.
   */
  private static final DescribedPredicate<JavaMethod> ASKED_BY_SOMEBODY =
      DescribedPredicate.describe(
          "are handled for somebody",
          method ->
              method.getName().equals("handle")
                  && !method.getOwner().isEquivalentTo(SendMail.class)
                  && !method.getOwner().isEquivalentTo(DriveOperation.class)
                  && !method.getOwner().isEquivalentTo(FollowBackup.class)
                  && !method.getOwner().getSimpleName().equals("Authenticate"));

  private ShapeRules() {}

  static List<Rule> all() {
    return List.of(
        new Rule("classes are final", areFinal(), CanBeExtended.class),
        new Rule("names say what a thing is", names(), JobManager.class),
        new Rule("every use case asks who asks", actorFirst(), AsksNobody.class));
  }

  private static ArchRule areFinal() {
    return classes()
        .that(Product.SHIPPED)
        .and(CAN_BE_FINAL)
        .should()
        .haveModifier(JavaModifier.FINAL)
        .because("inheritance is a promise that nobody has made");
  }

  private static ArchRule names() {
    return noClasses()
        .that(Product.SHIPPED)
        .should()
        .haveSimpleNameEndingWith("Manager")
        .orShould()
        .haveSimpleNameEndingWith("Helper")
        .orShould()
        .haveSimpleNameEndingWith("Impl")
        .orShould()
        .haveSimpleNameEndingWith("Utils")
        .orShould()
        .haveSimpleNameEndingWith("Util")
        .orShould()
        .resideInAnyPackage("..util..", "..common..", "..helper..", "..manager..")
        .because("such names are what is left when nobody knew what the thing was for");
  }

  private static ArchRule actorFirst() {
    return methods()
        .that()
        .areDeclaredInClassesThat()
        .resideInAPackage("eu.eutlas.application..")
        .and(ASKED_BY_SOMEBODY)
        .should(new TakesFirst(Actor.class))
        .because("authorization is decided inside, for every use case");
  }
}
