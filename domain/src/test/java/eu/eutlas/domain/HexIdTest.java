package eu.eutlas.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class HexIdTest {

  private static final Instant MOMENT = Instant.parse("2026-03-01T12:00:00Z");
  private static final byte[] RANDOM = {0, 1, 2, 3, 4, 5, 6, (byte) 0xff};

  @ParameterizedTest
  @ValueSource(
      strings = {
        "000000000000000000000000",
        "0123456789abcdef01234567",
        "ffffffffffffffffffffffff"
      })
  void acceptsTwentyFourHexadecimalDigits(String text) {
    assertThat(HexId.require(text)).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "0123456789abcdef0123456",
        "0123456789abcdef012345678",
        "0123456789ABCDEF01234567",
        "0123456789abcdef0123456g",
        "0123456789abcdef0123456 ",
        "0123456789abcdef0123456\n",
        "０1234567890abcdef1234567",
        "0123456789abcdef0123456٠"
      })
  void refusesEverythingElse(String text) {
    assertThatExceptionOfType(InvalidValue.class)
        .isThrownBy(() -> HexId.require(text))
        .withMessage("An id has 24 hexadecimal digits.");
  }

  @Test
  void beginsWithTheSecondOfItsMaking() {
    var id = HexId.of(MOMENT, RANDOM);

    assertThat(id).isEqualTo("69a42a4000010203040506ff");
    assertThat(Long.parseLong(id.substring(0, 8), 16)).isEqualTo(MOMENT.getEpochSecond());
  }

  @Test
  void sortsByTimeBeyondTheYear2038() {
    var before = HexId.of(Instant.parse("2038-01-19T03:14:07Z"), RANDOM);
    var after = HexId.of(Instant.parse("2038-01-19T03:14:08Z"), RANDOM);

    assertThat(before).isLessThan(after);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 7, 9})
  void takesEightRandomBytesAndNoOtherNumber(int length) {
    assertThatExceptionOfType(InvalidValue.class)
        .isThrownBy(() -> HexId.of(MOMENT, new byte[length]));
  }
}
