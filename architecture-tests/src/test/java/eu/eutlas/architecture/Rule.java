package eu.eutlas.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;

/**
 * A rule of the hexagon, with a class that breaks it.
 *
 * @param name as the decision is called among us
 * @param planted a class in a package that the rule watches, which does what the rule forbids
 */
record Rule(String name, ArchRule rule, Class<?> planted) {

  JavaClasses violation() {
    return new ClassFileImporter().importClasses(planted);
  }
}
