package eu.eutlas.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import eu.eutlas.domain.InvalidValue;
import eu.eutlas.domain.Secret;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class KeyRingTest {

  @ParameterizedTest
  @ValueSource(strings = {",", " ", "\n", "\r\n", " , ", "\t,\n,"})
  void readsKeysWithAnySeparator(String separator) {
    var ring = KeyRing.parse(new Secret(Keys.ONE + separator + Keys.TWO + "\n"));

    assertThat(ring.all()).hasSize(2);
    assertThat(ring.first().id()).isEqualTo(Keys.ring(Keys.ONE).first().id());
  }

  @Test
  void readsTheSameKeyInBothAlphabetsPaddedOrNot() {
    var url = Keys.ONE.replace('+', '-').replace('/', '_');

    assertThat(Keys.ONE).contains("+", "/").endsWith("=");
    assertThat(Keys.ring(url).first().id())
        .isEqualTo(Keys.ring(url.replace("=", "")).first().id())
        .isEqualTo(Keys.ring(Keys.ONE).first().id());
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          '',                                       There is no sealing key.
          ' , ',                                    There is no sealing key.
          'c2VjcmV0LWJ1dC1zaG9ydA==',               Sealing key 1 has 16 bytes
          'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=', Sealing key 1 is one byte repeated.
          'c2VjcmV0!bm90LWJhc2U2NA==',              Sealing key 1 is not base64.
          """)
  void refusesWhatIsNoKeyWithoutShowingIt(String text, String sentence) {
    assertThatExceptionOfType(InvalidValue.class)
        .isThrownBy(() -> KeyRing.parse(new Secret(text)))
        .withMessageStartingWith(sentence)
        .withMessageNotContaining("c2Vj")
        .withMessageNotContaining("!")
        .withNoCause();
  }

  @Test
  void saysWhichKeyIsWrong() {
    assertThatExceptionOfType(InvalidValue.class)
        .isThrownBy(() -> Keys.ring(Keys.ONE, "dG9vIHNob3J0"))
        .withMessageStartingWith("Sealing key 2 has 9 bytes, but takes 32.");
  }

  @Test
  void refusesAKeyGivenTwice() {
    assertThatExceptionOfType(InvalidValue.class)
        .isThrownBy(() -> Keys.ring(Keys.ONE, Keys.TWO, Keys.ONE.replace("=", "")))
        .withMessage("Sealing key 3 stands there twice.");
  }

  @Test
  void generatesAnotherKeyEachTime() {
    var one = KeyRing.parse(KeyRing.generate());
    var two = KeyRing.parse(KeyRing.generate());

    assertThat(one.first().id()).isNotEqualTo(two.first().id());
  }

  @Test
  void showsIdsOnly() {
    assertThat(Keys.ring(Keys.ONE, Keys.TWO)).hasToString("KeyRing[bcab3832, 31274990]");
  }

  @Test
  void derivesUnrelatedKeysByLabel() {
    var key = Keys.ring(Keys.ONE).first();

    assertThat(key.derive("a"))
        .hasSize(32)
        .isNotEqualTo(key.derive("b"))
        .isEqualTo(key.derive("a"));
  }

  /** HKDF-SHA-256 without salt, computed apart: what is sealed today opens after every upgrade. */
  @Test
  void derivesTheSameKeyForEver() {
    var key = Keys.ring(Keys.ONE).first();

    assertThat(HexFormat.of().formatHex(key.derive("eutlas sealing v1")))
        .isEqualTo("4fc84cc31fd193cf03639ae51d9ce6ebaf653e581ee71e23eb18bcf4b5ca8569");
  }
}
