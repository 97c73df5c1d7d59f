package eu.eutlas.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;

/** That a class of one adapter depends on no class of another. */
final class SeesNoOtherAdapter extends ArchCondition<JavaClass> {
  private static final String ROOT = "eu.eutlas.";

  private final List<String> adapters;

  SeesNoOtherAdapter(List<String> adapters) {
    super("see no other adapter");
    this.adapters = adapters;
  }

  @Override
  public void check(JavaClass item, ConditionEvents events) {
    var own = adapterOf(item);
    item.getDirectDependenciesFromSelf().stream()
        .filter(dependency -> {
          var other = adapterOf(dependency.getTargetClass());
          return adapters.contains(other) && !other.equals(own);
        })
        .forEach(dependency ->
            events.add(SimpleConditionEvent.violated(item, dependency.getDescription())));
  }

  /** The word after our package root; empty for what is not ours. */
  private static String adapterOf(JavaClass type) {
    var name = type.getPackageName();
    if (!name.startsWith(ROOT)) {
      return "";
    }
    var rest = name.substring(ROOT.length());
    var dot = rest.indexOf('.');
    return dot < 0 ? rest : rest.substring(0, dot);
  }
}
