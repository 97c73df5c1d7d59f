package eu.eutlas.domain.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import eu.eutlas.domain.Given;
import eu.eutlas.domain.InvalidValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class IdentityValuesTest {

  @ParameterizedTest
  @ValueSource(ints = {1, 100})
  void aPersonsNameHasOneToAHundredCharacters(int length) {
    var name = "é".repeat(length);

    assertThat(new PersonName(name)).hasToString(name);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 101})
  void aPersonsNameIsNeitherEmptyNorLonger(int length) {
    assertThatExceptionOfType(InvalidValue.class)
        .isThrownBy(() -> new PersonName("é".repeat(length)))
        .withMessage("A name has 1 to 100 characters.");
  }

  @Test
  void aPersonsNameDoesNotReorderTheText() {
    assertThatExceptionOfType(InvalidValue.class).isThrownBy(() -> new PersonName("a\u202eb"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a",
        "A-1_b.c",
        "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"
      })
  void aCorrelationIdHasOneToSixtyFourPlainCharacters(String text) {
    assertThat(new CorrelationId(text)).hasToString(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a b",
        "a\n",
        "a\r\nX-Header: 1",
        "ä",
        "a/b",
        "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef0"
      })
  void aCorrelationIdHasNothingElse(String text) {
    assertThatExceptionOfType(InvalidValue.class).isThrownBy(() -> new CorrelationId(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "twelve chars",
        "            ",
        "пароль пароль",
        "🦊🦊🦊🦊🦊🦊🦊🦊🦊🦊🦊🦊",
      })
  void aPasswordHasTwelveCharactersOfAnyKind(String text) {
    assertThat(NewPassword.parse(text).secret().reveal()).isEqualTo(text);
  }

  @Test
  void aPasswordHasUpToAHundredAndTwentyEightCharacters() {
    assertThat(NewPassword.parse("🦊".repeat(128)).secret().reveal()).hasSize(256);
    assertThatExceptionOfType(InvalidValue.class)
        .isThrownBy(() -> NewPassword.parse("a".repeat(129)))
        .withMessage("A password has 12 to 128 characters.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "eleven char", "🦊🦊🦊🦊🦊🦊"})
  void aPasswordIsNotShorter(String text) {
    assertThatExceptionOfType(InvalidValue.class).isThrownBy(() -> NewPassword.parse(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"twelve chars\n", "twelve\u0000chars", "twelve\u0085chars"})
  void aPasswordHasNoControlCharacters(String text) {
    assertThatExceptionOfType(InvalidValue.class)
        .isThrownBy(() -> NewPassword.parse(text))
        .withMessage("A password has no control characters.");
  }

  @Test
  void aOneTimeTokenWorksUntilTheMomentItExpires() {
    var token = new OneTimeToken(new TokenHash("h"), Given.NOW, Given.secondsLater(10));

    assertThat(token.isExpiredAt(Given.secondsLater(10).minusNanos(1))).isFalse();
    assertThat(token.isExpiredAt(Given.secondsLater(10))).isTrue();
  }

  @Test
  void everyActorCarriesItsCorrelation() {
    assertThat(Given.person().correlationId()).isEqualTo(Given.CORRELATION);
    assertThat(Given.guest().correlationId()).isEqualTo(Given.CORRELATION);
    assertThat(new Actor.Machine("sweep", Given.CORRELATION).correlationId())
        .isEqualTo(Given.CORRELATION);
  }
}
