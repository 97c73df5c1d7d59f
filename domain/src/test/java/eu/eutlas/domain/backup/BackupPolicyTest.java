package eu.eutlas.domain.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import eu.eutlas.domain.Given;
import eu.eutlas.domain.InvalidValue;
import eu.eutlas.domain.cluster.ClusterId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class BackupPolicyTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final int HOURS_A_DAY = 24;
  private static final int MANY = 5_000;

  /** A policy, a cluster and a moment, often near a day on which the clocks are put on or back. */
  record Case(BackupPolicy policy, ClusterId cluster, Instant after) {
    Instant next() {
      return policy.next(cluster, after);
    }
  }

  @Provide
  Arbitrary<Case> cases() {
    var intervals = Arbitraries.of(1, 2, 3, 4, 6, 8, 12, 24, 48, 72, 96, 120, 144, 168);
    var zones =
        Arbitraries.of("UTC", "Europe/Berlin", "America/St_Johns", "Asia/Kathmandu", "Pacific/Apia")
            .map(ZoneId::of);
    var windows =
        Combinators.combine(
                Arbitraries.integers().between(0, 23), Arbitraries.integers().between(1, 24), zones)
            .as(BackupWindow::new);
    var ids = Arbitraries.integers().between(0, 1_000_000).map(BackupPolicyTest::cluster);
    var seconds = Arbitraries.longs().between(-3 * 86_400, 3 * 86_400);
    var days =
        Arbitraries.of(
                "2026-03-29T01:00:00Z",
                "2026-10-25T01:00:00Z",
                "2026-03-08T05:30:00Z",
                "2026-11-01T04:30:00Z",
                "2026-06-15T12:00:00Z",
                "2028-02-29T00:00:00Z")
            .map(Instant::parse);
    var moments = Combinators.combine(days, seconds).as(Instant::plusSeconds);
    return Combinators.combine(intervals, windows, ids, moments)
        .as((interval, window, id, moment) -> new Case(policy(interval, window), id, moment));
  }

  private static BackupPolicy policy(int interval, BackupWindow window) {
    return new BackupPolicy(true, interval, window, Retention.USUAL, false);
  }

  /** Ids of clusters that were made one after the other. */
  private static ClusterId cluster(int number) {
    return new ClusterId("%08x%016x".formatted(0x69a40000 + number, number));
  }

  @Property
  void isLaterThanTheMoment(@ForAll("cases") Case one) {
    assertThat(one.next()).isAfter(one.after());
  }

  @Property
  void isNotMissedByWhoAsksLater(@ForAll("cases") Case one) {
    var next = one.next();
    var between = Duration.between(one.after(), next).dividedBy(2);

    assertThat(one.policy().next(one.cluster(), one.after().plus(between))).isEqualTo(next);
    assertThat(one.policy().next(one.cluster(), next.minusMillis(1))).isEqualTo(next);
  }

  /** On a day without a part of the window, what would lie there comes an hour later. */
  @Property
  void liesWithinTheWindowByTheClocksOfItsZone(@ForAll("cases") Case one) {
    var window = one.policy().window();
    var next = one.next().atZone(window.zone());
    var wanted =
        IntStream.range(0, Math.max(1, HOURS_A_DAY / one.policy().intervalHours()))
            .mapToObj(time -> time * one.policy().intervalHours())
            .map(later -> hoursSince((window.start() + later) % HOURS_A_DAY, next.toLocalTime()))
            .anyMatch(hours -> hours < window.hours());

    var skipped = isSkipped(window.zone(), one.next().minus(1, ChronoUnit.HOURS));
    assertThat(wanted || skipped).as("%s", next).isTrue();
  }

  private static int hoursSince(int start, LocalTime time) {
    return Math.floorMod(time.getHour() - start, HOURS_A_DAY);
  }

  /** Whether clocks were put on within the hour after the moment. */
  private static boolean isSkipped(ZoneId zone, Instant moment) {
    var rules = zone.getRules();
    var change = rules.nextTransition(moment.minusSeconds(1));
    return change != null
        && change.isGap()
        && !change.getInstant().isAfter(moment.plusSeconds(3600));
  }

  @Property
  void keepsTheIntervalButForTheHourByWhichClocksAreSet(@ForAll("cases") Case one) {
    var first = one.next();
    var second = one.policy().next(one.cluster(), first);

    assertThat(Duration.between(first, second))
        .isBetween(
            Duration.ofHours(one.policy().intervalHours() - 1L),
            Duration.ofHours(one.policy().intervalHours() + 1L));
  }

  @Property
  void isAtTheSameTimeOfDayForTheSameCluster(@ForAll("cases") Case one) {
    var daily = policy(HOURS_A_DAY, new BackupWindow(10, 4, one.policy().window().zone()));
    var zone = daily.window().zone();

    var times =
        Stream.iterate(one.after(), after -> daily.next(one.cluster(), after))
            .skip(1)
            .limit(10)
            .map(at -> at.atZone(zone).toLocalTime())
            .collect(Collectors.toSet());

    assertThat(times).hasSize(1);
  }

  @Test
  void isInTheWindowOnTheDaysOnWhichClocksAreSet() {
    var policy = policy(HOURS_A_DAY, new BackupWindow(1, 4, BERLIN));

    for (var day : List.of("2026-03-29T00:00:00Z", "2026-10-25T00:00:00Z")) {
      var midnight = Instant.parse(day).atZone(BERLIN).toLocalDate().atStartOfDay(BERLIN);
      IntStream.range(0, 500)
          .mapToObj(number -> policy.next(cluster(number), midnight.toInstant()))
          .forEach(next -> assertThat(next.atZone(BERLIN).getHour()).as(day).isBetween(1, 4));
    }
  }

  @Test
  void isOnEachSecondThirdOrSeventhDay() {
    for (var days : List.of(2, 3, 7)) {
      var policy = policy(days * HOURS_A_DAY, BackupWindow.ANY);
      var first = policy.next(cluster(1), Given.NOW);

      assertThat(Duration.between(first, policy.next(cluster(1), first)))
          .isEqualTo(Duration.ofDays(days));
    }
  }

  /** Half and double of what chance gives each hour of the window would be seen as a heap. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 12, 24, 168})
  void spreadsClustersEvenlyOverTheWindow(int interval) {
    var policy = policy(interval, new BackupWindow(20, 10, BERLIN));
    var room = Duration.ofHours(Math.min(10, interval)).toSeconds();

    var heaps =
        offsets(policy).collect(Collectors.groupingBy(at -> at * 20 / room, Collectors.counting()));

    assertThat(heaps.values()).hasSize(20).allMatch(heap -> heap > MANY / 40 && heap < MANY / 10);
  }

  @Test
  void doesNotPutNeighboursOneAfterTheOther() {
    var offsets = offsets(policy(HOURS_A_DAY, BackupWindow.ANY)).toList();

    var close =
        IntStream.range(1, offsets.size())
            .filter(at -> Math.abs(offsets.get(at) - offsets.get(at - 1)) < 864)
            .count();

    // Of two that are spread at random, two in a hundred lie so close.
    assertThat(close).isLessThan(MANY * 4 / 100);
  }

  @Test
  void spreadsClustersEvenlyOverTheDays() {
    var policy = policy(7 * HOURS_A_DAY, new BackupWindow(0, 1, BERLIN));

    var days =
        IntStream.range(0, MANY)
            .mapToObj(number -> policy.next(cluster(number), Given.NOW))
            .collect(
                Collectors.groupingBy(
                    at -> at.atZone(BERLIN).toLocalDate(), Collectors.counting()));

    assertThat(days.values()).hasSize(7).allMatch(heap -> heap > MANY / 14 && heap < MANY / 5);
  }

  /** In seconds from the beginning of the window. */
  private static Stream<Long> offsets(BackupPolicy policy) {
    var window = policy.window();
    var begin = Given.NOW.atZone(window.zone()).toLocalDate().atTime(window.start(), 0);
    var room = Math.min(HOURS_A_DAY, policy.intervalHours()) * 3600L;
    return IntStream.range(0, MANY)
        .mapToObj(number -> policy.next(cluster(number), Given.NOW).atZone(window.zone()))
        .map(at -> Math.floorMod(ChronoUnit.SECONDS.between(begin, at.toLocalDateTime()), room));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 6, 8, 12, 24, 48, 168})
  void takesDivisorsOfADayAndWholeDays(int interval) {
    assertThatNoException().isThrownBy(() -> policy(interval, BackupWindow.ANY));
  }

  @ParameterizedTest
  @ValueSource(ints = {-24, 0, 5, 7, 9, 10, 18, 25, 36, 169, 192})
  void refusesOtherIntervals(int interval) {
    assertThatExceptionOfType(InvalidValue.class)
        .isThrownBy(() -> policy(interval, BackupWindow.ANY));
  }

  @ParameterizedTest
  @CsvSource({"-1, 1", "24, 1", "0, 0", "0, 25"})
  void refusesOtherWindows(int start, int hours) {
    assertThatExceptionOfType(InvalidValue.class)
        .isThrownBy(() -> new BackupWindow(start, hours, BERLIN));
  }

  @Test
  void knowsTimeZonesByTheirNames() {
    assertThat(BackupWindow.zone("Europe/Berlin")).isEqualTo(BERLIN);
    for (var unknown : Set.of("Europe/Atlantis", "", "Berlin")) {
      assertThatExceptionOfType(InvalidValue.class)
          .isThrownBy(() -> BackupWindow.zone(unknown))
          .withMessageContaining("Europe/Berlin");
    }
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "366, 0", "1, -1", "1, 101"})
  void refusesOtherRetentions(int days, int last) {
    assertThatExceptionOfType(InvalidValue.class).isThrownBy(() -> new Retention(days, last));
  }
}
