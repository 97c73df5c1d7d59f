package eu.eutlas.domain.backup;

import java.time.Instant;
import java.util.Optional;

/**
 * What a cluster knows of its backups.
 *
 * @param active the one that is being taken; absent when none is
 * @param nextAt when the next scheduled one begins; absent when none is scheduled
 * @param lookAt when the schedule is to be looked at; absent when nothing is to come
 * @param newest absent before the first good one
 * @param proved absent before the first proof
 * @param restoration what is being restored into it; absent when nothing is, and nothing failed
 */
public record ClusterBackups(
    Optional<ActiveBackup> active,
    Optional<Instant> nextAt,
    Optional<Instant> lookAt,
    Optional<GoodBackup> newest,
    Optional<BackupProof> proved,
    Optional<Restoration> restoration) {
  public static final ClusterBackups NONE =
      new ClusterBackups(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  public boolean isActive(BackupId id) {
    return active.filter(present -> present.id().equals(id)).isPresent();
  }

  public boolean isNewest(BackupId id) {
    return newest.filter(present -> present.id().equals(id)).isPresent();
  }

  public ClusterBackups begin(ActiveBackup begun) {
    return new ClusterBackups(Optional.of(begun), nextAt, lookAt, newest, proved, restoration);
  }

  public ClusterBackups end() {
    return new ClusterBackups(Optional.empty(), nextAt, lookAt, newest, proved, restoration);
  }

  public ClusterBackups good(GoodBackup backup) {
    return new ClusterBackups(active, nextAt, lookAt, Optional.of(backup), proved, restoration);
  }

  /** The newest good one is gone; another may be it now. */
  public ClusterBackups newest(Optional<GoodBackup> left) {
    return new ClusterBackups(active, nextAt, lookAt, left, proved, restoration);
  }

  public ClusterBackups proved(BackupProof proof) {
    return new ClusterBackups(active, nextAt, lookAt, newest, Optional.of(proof), restoration);
  }

  public ClusterBackups next(Instant at) {
    return new ClusterBackups(
        active, Optional.of(at), Optional.of(at), newest, proved, restoration);
  }

  public ClusterBackups look(Instant at) {
    return new ClusterBackups(active, nextAt, Optional.of(at), newest, proved, restoration);
  }

  /** It is looked at then at the latest. */
  public ClusterBackups lookBy(Instant at) {
    return lookAt.filter(at::isAfter).isPresent() ? this : look(at);
  }

  public ClusterBackups unscheduled() {
    return new ClusterBackups(
        active, Optional.empty(), Optional.empty(), newest, proved, restoration);
  }

  /** Something is restored into the cluster, in this way and as far as this. */
  public ClusterBackups restoring(Restoration next) {
    return new ClusterBackups(active, nextAt, lookAt, newest, proved, Optional.of(next));
  }

  /** Nothing is restored into it any more. */
  public ClusterBackups restored() {
    return new ClusterBackups(active, nextAt, lookAt, newest, proved, Optional.empty());
  }
}
