package eu.eutlas.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

final class HexIdPropertyTest {

  /** The last second that eight hexadecimal digits hold: in the year 2106. */
  private static final long LAST = 0xffff_ffffL;

  @Property
  void whatIsMadeIsAccepted(
      @ForAll @LongRange(max = LAST) long second, @ForAll @Size(8) byte[] random) {
    var id = HexId.of(Instant.ofEpochSecond(second), random);

    assertThat(HexId.require(id)).isEqualTo(id);
  }

  @Property
  void idsSortByTheSecondOfTheirMaking(
      @ForAll @LongRange(max = LAST) long earlier,
      @ForAll @LongRange(max = LAST) long later,
      @ForAll @Size(8) byte[] one,
      @ForAll @Size(8) byte[] other) {
    Assume.that(earlier < later);

    assertThat(HexId.of(Instant.ofEpochSecond(earlier), one))
        .isLessThan(HexId.of(Instant.ofEpochSecond(later), other));
  }

  @Property
  void differentRandomGivesDifferentIds(
      @ForAll @Size(8) byte[] one, @ForAll @Size(8) byte[] other) {
    Assume.that(!Arrays.equals(one, other));

    assertThat(HexId.of(Instant.EPOCH, one)).isNotEqualTo(HexId.of(Instant.EPOCH, other));
  }
}
