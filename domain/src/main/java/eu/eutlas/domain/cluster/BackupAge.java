package eu.eutlas.domain.cluster;

import eu.eutlas.domain.backup.GoodBackup;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** How old the newest good backup of a cluster may become. */
public final class BackupAge {
  private static final int INTERVALS = 2;

  private BackupAge() {}

  /**
   * As of when the newest good backup of a cluster is that is to be backed up by a schedule now;
   * absent for other clusters, and before the first.
   */
  public static Optional<Instant> newest(Cluster cluster) {
    return cluster
        .status()
        .backups()
        .newest()
        .filter(good -> isWatched(cluster))
        .map(GoodBackup::at);
  }

  /**
   * From when on the cluster is without a good backup that is young enough: twice its interval
   * after the newest, or after its creation before the first; absent for clusters without a
   * schedule, and while one is paused.
   */
  public static Optional<Instant> lateAt(Cluster cluster) {
    if (!isWatched(cluster)) {
      return Optional.empty();
    }
    var interval = Duration.ofHours(cluster.settings().backups().intervalHours());
    return Optional.of(
        newest(cluster).orElse(cluster.createdAt()).plus(interval.multipliedBy(INTERVALS)));
  }

  private static boolean isWatched(Cluster cluster) {
    return !cluster.isDeleted()
        && cluster.status().backups().nextAt().isPresent()
        && cluster.state().name() != ClusterState.Name.PAUSED;
  }
}
