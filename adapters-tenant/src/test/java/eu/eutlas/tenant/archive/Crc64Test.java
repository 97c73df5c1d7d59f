package eu.eutlas.tenant.archive;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

final class Crc64Test {

  @Test
  void givesTheCheckValueOfTheCatalogue() {
    var crc = new Crc64();

    crc.add("123456789".getBytes(US_ASCII), 0, 9);

    assertThat(crc.value()).isEqualTo(0x995DC9BBDF1939FAL);
    assertThat(new Crc64().value()).isZero();
  }

  @Property
  void isTheSameBitByBitAndInWhateverParts(
      @ForAll @Size(max = 100) byte[] bytes, @ForAll @IntRange(max = 100) int cut) {
    var parts = new Crc64();
    var first = Math.min(cut, bytes.length);

    parts.add(bytes, 0, first);
    parts.add(bytes, first, bytes.length - first);

    assertThat(parts.value()).isEqualTo(bitByBit(bytes));
  }

  private static long bitByBit(byte[] bytes) {
    long crc = -1;
    for (var value : bytes) {
      crc ^= value & 0xff;
      for (var bit = 0; bit < 8; bit++) {
        crc = (crc & 1) == 0 ? crc >>> 1 : (crc >>> 1) ^ 0xC96C5795D7870F42L;
      }
    }
    return ~crc;
  }
}
