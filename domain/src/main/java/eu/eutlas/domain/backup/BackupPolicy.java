package eu.eutlas.domain.backup;

import eu.eutlas.domain.InvalidValue;
import eu.eutlas.domain.cluster.ClusterId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * When a cluster is backed up by itself, and how long its backups stay.
 *
 * @param enabled whether there are scheduled backups, where the cluster's plan has them
 * @param intervalHours a divisor of 24, or whole days up to a week
 * @param prove whether each scheduled backup is restored into a throw-away cluster and compared
 */
public record BackupPolicy(
    boolean enabled, int intervalHours, BackupWindow window, Retention retention, boolean prove) {
  public static final BackupPolicy USUAL =
      new BackupPolicy(true, 24, BackupWindow.ANY, Retention.USUAL, false);

  private static final int HOURS_A_DAY = 24;
  private static final int HOURS_A_WEEK = 7 * HOURS_A_DAY;

  public BackupPolicy {
    InvalidValue.unless(
        intervalHours >= 1
            && intervalHours <= HOURS_A_WEEK
            && (HOURS_A_DAY % intervalHours == 0 || intervalHours % HOURS_A_DAY == 0),
        "Backups are taken every 1, 2, 3, 4, 6, 8, 12 or 24 hours, or every 2 to 7 whole days.");
  }

  /**
   * When the next backup of a cluster begins, strictly after the moment. Clusters are spread over
   * the window, and those with longer intervals over the days, by their ids: always the same
   * cluster at the same time of day, by the clocks of the window's zone.
   */
  public Instant next(ClusterId cluster, Instant after) {
    var today = after.atZone(window.zone()).toLocalDate();
    var days = Math.max(1, intervalHours / HOURS_A_DAY);
    return LongStream.rangeClosed(-1, days + 1L)
        .mapToObj(today::plusDays)
        .filter(day -> Math.floorMod(day.toEpochDay() + spread(cluster), (long) days) == 0)
        .flatMap(day -> begins(cluster, day))
        .filter(begin -> begin.isAfter(after))
        .min(Instant::compareTo)
        .orElseThrow();
  }

  /** The times that belong to a day, though some of them may lie in the next. */
  private Stream<Instant> begins(ClusterId cluster, LocalDate day) {
    var first =
        day.atTime(LocalTime.of(window.start(), 0))
            .atZone(window.zone())
            .plusSeconds(offset(cluster));
    var times = Math.max(1, HOURS_A_DAY / intervalHours);
    return LongStream.range(0, times)
        .mapToObj(time -> first.plusHours(time * intervalHours).toInstant());
  }

  private long offset(ClusterId cluster) {
    var room = Duration.ofHours(Math.min(window.hours(), intervalHours)).toSeconds();
    return Math.floorMod(spread(cluster), room);
  }

  /**
   * An id is time-ordered, so its hash is stirred: neighbours must not come one after the other.
   */
  private static long spread(ClusterId cluster) {
    var stirred = cluster.value().hashCode() * 0x9E3779B97F4A7C15L;
    return (stirred ^ (stirred >>> 32)) & Integer.MAX_VALUE;
  }
}
