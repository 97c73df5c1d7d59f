package eu.eutlas.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;

final class OriginKeyTest {

  @Test
  void tellsTheSameBodyFromAnother() {
    var first = new OriginKey("key", "body", Given.NOW);

    assertThat(first.hasBodyOf(new OriginKey("key", "body", Given.secondsLater(9)))).isTrue();
    assertThat(first.hasBodyOf(new OriginKey("key", "other body", Given.NOW))).isFalse();
  }

  @Test
  void refusesEmptyHashes() {
    assertThatExceptionOfType(InvalidValue.class)
        .isThrownBy(() -> new OriginKey("", "body", Given.NOW));
    assertThatExceptionOfType(InvalidValue.class)
        .isThrownBy(() -> new OriginKey("key", " ", Given.NOW));
  }
}
