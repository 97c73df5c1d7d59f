package eu.eutlas.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TextTest {

  @ParameterizedTest
  @ValueSource(strings = {"Shop", "Straße 7", "Ελλάδα", "東京", "🦊", "a'b\"c<d>&e", "a\u00a0b"})
  void whatPeopleWriteIsPlain(String text) {
    assertThat(Text.isPlain(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a\u0000b", // control characters
        "a\tb",
        "a\nb",
        "a\rb",
        "a\u007fb",
        "a\u0085b",
        "a\u2028b", // line and paragraph separators
        "a\u2029b",
        "a\u202eb", // reorders
        "a\u2066b",
        "a\u200bb", // hides
        "a\u00adb",
        "a\ufeffb",
        "a\ud800b", // half a character
        "a\udc00b",
        "a\uffffb" // never a character
      })
  void whatReordersOrHidesOrBreaksLinesIsNotPlain(String text) {
    assertThat(Text.isPlain(text)).isFalse();
  }

  @Test
  void acceptsTheShortestAndTheLongest() {
    assertThat(Text.require("ab", 2, 4, "It")).isEqualTo("ab");
    assertThat(Text.require("abcd", 2, 4, "It")).isEqualTo("abcd");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a", "abcde"})
  void refusesWhatIsTooShortOrTooLong(String text) {
    assertThatExceptionOfType(InvalidValue.class)
        .isThrownBy(() -> Text.require(text, 2, 4, "It"))
        .withMessage("It has 2 to 4 characters.");
  }

  @Test
  void countsCharactersAsPeopleDo() {
    assertThat(Text.require("🦊🦊🦊🦊", 2, 4, "It")).isEqualTo("🦊🦊🦊🦊");
    assertThatExceptionOfType(InvalidValue.class).isThrownBy(() -> Text.require("🦊", 2, 4, "It"));
  }

  @Test
  void refusesControlCharactersWithASentence() {
    assertThatExceptionOfType(InvalidValue.class)
        .isThrownBy(() -> Text.require("a\u0000b", 2, 4, "It"))
        .withMessage("It has no control characters.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        " ab ",
        "\tab\n",
        "\u3000ab\u3000",
        "\u00a0ab\u00a0",
        "\u2007ab\u202f",
        " \u00a0 ab"
      })
  void takesSpaceOfEveryKindFromTheEnds(String text) {
    assertThat(Text.require(text, 2, 4, "It")).isEqualTo("ab");
  }

  @ParameterizedTest
  @ValueSource(strings = {"   ", "\u00a0\u00a0", "\u3000\u3000", "\u202f \u2007"})
  void refusesNothingButSpace(String text) {
    assertThatExceptionOfType(InvalidValue.class).isThrownBy(() -> Text.require(text, 1, 4, "It"));
  }
}
