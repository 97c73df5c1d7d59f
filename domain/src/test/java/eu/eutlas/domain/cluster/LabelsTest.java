package eu.eutlas.domain.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import eu.eutlas.domain.InvalidValue;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class LabelsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a",
        "0",
        "team",
        "eutlas.eu_team-1",
        "abcdefghijklmnopqrstuvwxyz0123456789abcdefghijklmnopqrstuvwxyz0"
      })
  void acceptsPlainKeys(String key) {
    assertThat(new Labels(Map.of(key, "v")).pairs()).containsOnlyKeys(key);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ".a",
        "-a",
        "_a",
        "Team",
        "a b",
        "a$b",
        "ä",
        "a\n",
        "abcdefghijklmnopqrstuvwxyz0123456789abcdefghijklmnopqrstuvwxyz01"
      })
  void refusesOtherKeys(String key) {
    assertThatExceptionOfType(InvalidValue.class).isThrownBy(() -> new Labels(Map.of(key, "v")));
  }

  @Test
  void valuesMayBeEmptyAndHaveUpToAHundredCharacters() {
    assertThat(new Labels(Map.of("a", "")).pairs()).containsEntry("a", "");
    assertThat(new Labels(Map.of("a", "é".repeat(100))).pairs()).hasSize(1);
    assertThat(new Labels(Map.of("a", "🦊".repeat(100))).pairs()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\nb", "a\u0000", "a\u202eb"})
  void valuesHaveNoControlCharacters(String value) {
    assertThatExceptionOfType(InvalidValue.class).isThrownBy(() -> new Labels(Map.of("a", value)));
  }

  @Test
  void valuesAreNotLonger() {
    assertThatExceptionOfType(InvalidValue.class)
        .isThrownBy(() -> new Labels(Map.of("a", "x".repeat(101))));
  }

  @Test
  void areAtMostTwenty() {
    assertThat(new Labels(pairs(20)).pairs()).hasSize(20);
    assertThatExceptionOfType(InvalidValue.class)
        .isThrownBy(() -> new Labels(pairs(21)))
        .withMessage("A cluster has at most 20 labels.");
  }

  @Test
  void standInTheOrderOfTheirKeys() {
    assertThat(new Labels(Map.of("c", "1", "a", "2", "b", "3")).pairs().keySet())
        .containsExactly("a", "b", "c");
  }

  @Test
  void doNotChangeWithTheMapThatTheyWereMadeOf() {
    var map = new HashMap<>(Map.of("a", "1"));

    var labels = new Labels(map);
    map.put("b", "2");

    assertThat(labels).isEqualTo(new Labels(Map.of("a", "1")));
  }

  private static Map<String, String> pairs(int count) {
    return IntStream.range(0, count).boxed().collect(Collectors.toMap(n -> "k" + n, n -> "v"));
  }
}
