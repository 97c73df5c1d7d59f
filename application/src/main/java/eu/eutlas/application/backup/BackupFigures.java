package eu.eutlas.application.backup;

import eu.eutlas.application.PortFailure;
import eu.eutlas.application.cluster.ClusterRepository;
import eu.eutlas.application.cluster.ClusterRepository.BackupAges;
import eu.eutlas.domain.cluster.RegionId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How backups stand in the whole installation, in few numbers, for those who run it. Asked however
 * often, the store is asked once a minute. Safe for threads.
 */
public final class BackupFigures {
  private static final Logger log = LoggerFactory.getLogger(BackupFigures.class);
  private static final Duration FRESH = Duration.ofMinutes(1);

  private final BackupRepository backups;
  private final ClusterRepository clusters;
  private final List<RegionId> regions;
  private final InstantSource clock;
  private Instant freshUntil = Instant.MIN;
  private Optional<Figures> known = Optional.empty();

  /**
   * Counts in these regions.
   *
   * @param regions of which it is told what is under way; ages are of all
   */
  public BackupFigures(
      BackupRepository backups,
      ClusterRepository clusters,
      List<RegionId> regions,
      InstantSource clock) {
    this.backups = backups;
    this.clusters = clusters;
    this.regions = List.copyOf(regions);
    this.clock = clock;
  }

  /**
   * The numbers of a moment.
   *
   * @param oldest the age of the oldest of all clusters' newest good backups; absent without any
   * @param late clusters whose newest good backup is older than twice their interval
   */
  public record Figures(long running, long waiting, Optional<Duration> oldest, long late) {}

  /** How they stand, at most a minute ago; absent while the store does not say. */
  public synchronized Optional<Figures> read() {
    var now = clock.instant();
    if (!now.isBefore(freshUntil)) {
      freshUntil = now.plus(FRESH);
      known = count(now);
    }
    return known;
  }

  private Optional<Figures> count(Instant now) {
    try {
      var underWay =
          regions.stream()
              .map(backups::underWay)
              .reduce(BackupRepository.UnderWay.NOTHING, BackupRepository.UnderWay::plus);
      var ages = clusters.backupAges(now);
      return Optional.of(figures(underWay, ages, now));
    } catch (PortFailure failure) {
      log.warn("Backups could not be counted: {}", failure.error().code());
      return Optional.empty();
    }
  }

  private static Figures figures(BackupRepository.UnderWay underWay, BackupAges ages, Instant now) {
    return new Figures(
        underWay.running(),
        underWay.waiting(),
        ages.oldest().map(at -> Duration.between(at, now)),
        ages.late());
  }
}
