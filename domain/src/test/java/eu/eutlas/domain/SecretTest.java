package eu.eutlas.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import eu.eutlas.domain.identity.NewPassword;
import eu.eutlas.domain.identity.OneTimeToken;
import eu.eutlas.domain.identity.PasswordHash;
import eu.eutlas.domain.identity.TokenHash;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class SecretTest {

  private static final String SHOWN = "correct horse battery";

  static Stream<Object> holders() {
    return Stream.of(
        new Secret(SHOWN),
        new SealedSecret(SHOWN),
        new PasswordHash(SHOWN),
        new TokenHash(SHOWN),
        NewPassword.parse(SHOWN),
        new OneTimeToken(new TokenHash(SHOWN), Given.NOW, Given.secondsLater(1)));
  }

  @ParameterizedTest
  @MethodSource("holders")
  void nothingThatHoldsASecretShowsIt(Object holder) {
    assertThat(holder.toString()).doesNotContain(SHOWN);
    assertThat("%s".formatted(holder)).doesNotContain(SHOWN);
  }

  @Test
  void revealsItsTextToWhoAsksForIt() {
    assertThat(new Secret(SHOWN).reveal()).isEqualTo(SHOWN);
  }

  @Test
  void equalsASecretWithTheSameText() {
    assertThat(new Secret("a")).isEqualTo(new Secret("a")).hasSameHashCodeAs(new Secret("a"));
  }

  @Test
  void differsFromEveryOtherSecretAndFromItsText() {
    assertThat(new Secret("a")).isNotEqualTo(new Secret("b"));
    assertThat(new Secret("a")).isNotEqualTo(new Secret("ab"));
    assertThat(new Secret("a")).isNotEqualTo("a");
  }

  @Test
  void equalSecretsHaveEqualHashesWhateverTheText() {
    var halfACharacter = new Secret("\ud800");
    var whatItIsWrittenAs = new Secret("?");

    assertThat(halfACharacter.equals(whatItIsWrittenAs)).isTrue();
    assertThat(halfACharacter).hasSameHashCodeAs(whatItIsWrittenAs);
  }

  @Test
  void nothingIsSealedInAnEmptyText() {
    assertThatExceptionOfType(InvalidValue.class).isThrownBy(() -> new SealedSecret(""));
    assertThatExceptionOfType(InvalidValue.class).isThrownBy(() -> new SealedSecret(" "));
  }

  @Test
  void hashesAreNeverEmpty() {
    assertThatExceptionOfType(InvalidValue.class).isThrownBy(() -> new PasswordHash(" "));
    assertThatExceptionOfType(InvalidValue.class).isThrownBy(() -> new TokenHash(""));
  }
}
