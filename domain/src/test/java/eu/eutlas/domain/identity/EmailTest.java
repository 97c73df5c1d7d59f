package eu.eutlas.domain.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import eu.eutlas.domain.InvalidValue;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class EmailTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"a@b.eu", "ada.lovelace+eutlas@mail.example.eu", "o'neil@x-y.eu", "a@1.2.eu"})
  void acceptsWhatLooksLikeAnAddress(String text) {
    assertThat(new Email(text)).hasToString(text);
  }

  @Test
  void isTheSameAddressWhateverTheCaseAndTheSpaceAround() {
    assertThat(new Email("  Ada@Example.EU\n")).isEqualTo(new Email("ada@example.eu"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "ada",
        "ada@",
        "@example.eu",
        "ada@example",
        "ada@@example.eu",
        "ada@-example.eu",
        "ada@example-.eu",
        "ada@example..eu",
        "ada@.eu",
        "ada@example.eu.",
        "a da@example.eu",
        "ada@exam ple.eu",
        "ada@example.eu\nbcc: all@example.eu",
        "Ada <ada@example.eu>",
        "ada@example.eu,bob@example.eu",
        "ada\u0000@example.eu",
        "ada\u202e@example.eu",
        "ädа@example.eu",
        "ada@exämple.eu"
      })
  void refusesWhatDoesNot(String text) {
    assertThatExceptionOfType(InvalidValue.class)
        .isThrownBy(() -> new Email(text))
        .withMessage("This is not an e-mail address.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u212Aatie@example.eu", "katie@\u212Aexample.eu", "m\u0130a@example.eu"})
  void aLetterThatOnlyBecomesLatinInLowerCaseIsNotTakenForIt(String text) {
    assertThatExceptionOfType(InvalidValue.class).isThrownBy(() -> new Email(text));
  }

  static Stream<String> longest() {
    return Stream.of(
        "a".repeat(64) + "@example.eu",
        "a@" + "b".repeat(63) + ".eu",
        "a".repeat(64) + "@" + ("b".repeat(60) + ".").repeat(3) + "ccc.eu");
  }

  @ParameterizedTest
  @MethodSource("longest")
  void acceptsTheLongest(String text) {
    assertThat(text.length()).isLessThanOrEqualTo(254);
    assertThat(new Email(text).value()).isEqualTo(text);
  }

  static Stream<String> tooLong() {
    return Stream.of(
        "a".repeat(65) + "@example.eu",
        "a@" + "b".repeat(64) + ".eu",
        "a".repeat(64) + "@" + ("b".repeat(60) + ".").repeat(3) + "cccc.eu");
  }

  @ParameterizedTest
  @MethodSource("tooLong")
  void refusesTheFirstThatIsTooLong(String text) {
    assertThatExceptionOfType(InvalidValue.class).isThrownBy(() -> new Email(text));
  }

  @Test
  void refusesAVeryLongTextAtOnce() {
    var hostile = "a@" + "b-".repeat(500_000);

    assertThatExceptionOfType(InvalidValue.class).isThrownBy(() -> new Email(hostile));
  }
}
