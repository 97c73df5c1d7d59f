package eu.eutlas.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

/** What ships, read from class files. */
final class Product {
  /** Everything that ships, without what only tests and measures it. */
  static final DescribedPredicate<JavaClass> SHIPPED =
      JavaClass.Predicates.resideInAnyPackage(
          "eu.eutlas.domain..",
          "eu.eutlas.application..",
          "eu.eutlas.http..",
          "eu.eutlas.jobs..",
          "eu.eutlas.mongo..",
          "eu.eutlas.tenant..",
          "eu.eutlas.local..",
          "eu.eutlas.k8s..",
          "eu.eutlas.mail..",
          "eu.eutlas.security..",
          "eu.eutlas.storage..",
          "eu.eutlas.memory..",
          "eu.eutlas.embeddedmongo..",
          "eu.eutlas.bootstrap..");

  static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("eu.eutlas");

  private Product() {}
}
