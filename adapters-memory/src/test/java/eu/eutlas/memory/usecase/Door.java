package eu.eutlas.memory.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import eu.eutlas.application.Eutlas;
import eu.eutlas.domain.identity.Actor;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What the door of EUTLAS has: every method of every use case, as {@code clusters.list.ofProject}.
 */
final class Door {
  private Door() {}

  /** The methods that anybody may try to call: the first argument says who does. */
  static Set<String> methodsWith(Class<? extends Actor> actor) {
    var found = new TreeSet<String>();
    groups()
        .forEach(group ->
            useCases(group)
                .forEach(useCase ->
                    methods(useCase)
                        .filter(method -> method.getParameterTypes()[0] == actor)
                        .forEach(method -> found.add(name(group, useCase, method)))));
    assertThat(found).isNotEmpty();
    return found;
  }

  /** The methods that nobody's name is asked for. */
  static Set<String> methodsWithoutActor() {
    var found = new TreeSet<String>();
    groups()
        .forEach(group ->
            useCases(group)
                .forEach(useCase ->
                    methods(useCase)
                        .filter(
                            method -> !Actor.class.isAssignableFrom(method.getParameterTypes()[0]))
                        .forEach(method -> found.add(name(group, useCase, method)))));
    return found;
  }

  private static Stream<Method> groups() {
    return Arrays.stream(Eutlas.class.getMethods())
        .filter(method -> method.getReturnType().isRecord());
  }

  private static Stream<Method> useCases(Method group) {
    return Arrays.stream(group.getReturnType().getRecordComponents())
        .map(component -> component.getAccessor());
  }

  private static Stream<Method> methods(Method useCase) {
    return Arrays.stream(useCase.getReturnType().getDeclaredMethods())
        .filter(method -> Modifier.isPublic(method.getModifiers()) && !method.isSynthetic());
  }

  private static String name(Method group, Method useCase, Method method) {
    return group.getName() + "." + useCase.getName() + "." + method.getName();
  }
}
