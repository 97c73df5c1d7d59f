package eu.eutlas.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

final class PinnedClockTest {
  private final PinnedClock clock = new PinnedClock();

  @Test
  void stands() {
    assertThat(clock.instant()).isEqualTo(PinnedClock.START);
    assertThat(clock.instant()).isEqualTo(PinnedClock.START);
  }

  @Test
  void movesByHand() {
    assertThat(clock.move(Duration.ofMillis(7))).isEqualTo(PinnedClock.START.plusMillis(7));
    assertThat(clock.move(Duration.ofSeconds(-1))).isEqualTo(clock.instant());

    clock.set(Instant.EPOCH);

    assertThat(clock.millis()).isZero();
  }

  @Test
  void takesItsClocksAlong() {
    var utc = clock.asClock();
    var elsewhere = utc.withZone(ZoneId.of("Asia/Tokyo"));

    clock.move(Duration.ofHours(1));

    assertThat(utc.instant()).isEqualTo(clock.instant());
    assertThat(elsewhere.instant()).isEqualTo(clock.instant());
    assertThat(elsewhere.getZone()).isEqualTo(ZoneId.of("Asia/Tokyo"));
  }
}
