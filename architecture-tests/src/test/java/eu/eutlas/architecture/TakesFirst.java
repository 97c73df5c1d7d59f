package eu.eutlas.architecture;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

/** That a method's first parameter is of a type, or of one below it. */
final class TakesFirst extends ArchCondition<JavaMethod> {
  private final Class<?> type;

  TakesFirst(Class<?> type) {
    super("take " + type.getSimpleName() + " first");
    this.type = type;
  }

  @Override
  public void check(JavaMethod method, ConditionEvents events) {
    var parameters = method.getRawParameterTypes();
    if (parameters.isEmpty() || !parameters.getFirst().isAssignableTo(type)) {
      events.add(
          SimpleConditionEvent.violated(
              method, method.getFullName() + " does not take " + type.getSimpleName() + " first"));
    }
  }
}
