package eu.eutlas.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each rule holds in what ships, and bites where it is broken. */
class ArchitectureTest {

  static List<Rule> rules() {
    return Stream.of(LayerRules.all(), PurityRules.all(), ShapeRules.all())
        .flatMap(List::stream)
        .toList();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rules")
  void theRuleHolds(Rule rule) {
    rule.rule().check(Product.CLASSES);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rules")
  void theRuleBites(Rule rule) {
    assertThat(rule.rule().evaluate(rule.violation()).hasViolation()).as(rule.name()).isTrue();
  }
}
