package eu.eutlas.application.internal;

import eu.eutlas.application.Changes;
import eu.eutlas.application.PortFailure;
import eu.eutlas.application.SaveResult;
import eu.eutlas.application.Scope;
import eu.eutlas.application.Turns;
import eu.eutlas.application.backup.BackupObjects;
import eu.eutlas.application.backup.BackupRepository;
import eu.eutlas.application.backup.BackupStore;
import eu.eutlas.application.cluster.ClusterRepository;
import eu.eutlas.application.operation.ReconcileQueue;
import eu.eutlas.application.operation.ReconcileQueue.Lane;
import eu.eutlas.application.operation.Work;
import eu.eutlas.domain.backup.Backup;
import eu.eutlas.domain.backup.BackupId;
import eu.eutlas.domain.backup.BackupState;
import eu.eutlas.domain.backup.GoodBackup;
import eu.eutlas.domain.cluster.Cluster;
import eu.eutlas.domain.cluster.ClusterBackup;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What becomes of backups that have ended: their clusters get to know, those whose time is over go,
 * and what goes leaves the store first and the records then.
 */
final class TendBackup {
  private static final Logger log = LoggerFactory.getLogger(TendBackup.class);
  private static final Scope ALL = new Scope.Everything("retention serves all tenants");
  private static final int MOST_OBJECTS = 100;
  private static final Duration SOON = Duration.ofMillis(200);

  private final BackupRepository backups;
  private final ClusterRepository clusters;
  private final BackupStore store;
  private final BackupEnds ends;
  private final ReconcileQueue queue;
  private final Turns turns;
  private final InstantSource clock;

  TendBackup(
      BackupRepository backups,
      ClusterRepository clusters,
      BackupStore store,
      BackupEnds ends,
      ReconcileQueue queue,
      Turns turns,
      InstantSource clock) {
    this.backups = backups;
    this.clusters = clusters;
    this.store = store;
    this.ends = ends;
    this.queue = queue;
    this.turns = turns;
    this.clock = clock;
  }

  /**
   * Looks at one.
   *
   * @return when to look again; absent when there is nothing to wait for here
   * @throws PortFailure when the metadata store fails; the backup stays due
   */
  Optional<Instant> tend(BackupId id) {
    return backups
        .find(ALL, id)
        .filter(backup -> !backup.isUnderWay())
        .filter(this::isDue)
        .flatMap(this::look);
  }

  private boolean isDue(Backup backup) {
    return backup.lookAgainAt().filter(at -> !clock.instant().isBefore(at)).isPresent();
  }

  private Optional<Instant> look(Backup backup) {
    if (backup.state() instanceof BackupState.Deleting) {
      return remove(backup);
    }
    var cluster = clusters.find(ALL, backup.order().clusterId());
    if (cluster.filter(found -> found.status().backups().isActive(backup.id())).isPresent()) {
      ends.tell(backup);
    }
    return save(backups.find(ALL, backup.id()).orElse(backup), cluster);
  }

  private Optional<Instant> save(Backup backup, Optional<Cluster> cluster) {
    var next = backup.tend(stays(backup, cluster), turns.next());
    if (next.equals(backup) || backups.save(next) != SaveResult.SAVED) {
      return Optional.empty();
    }
    if (!next.outbox().isEmpty()) {
      queue.nudge(new Work.RelayBackup(next.id()), Lane.BACKGROUND);
    }
    return next.state() instanceof BackupState.Deleting ? next.lookAgainAt() : Optional.empty();
  }

  /** The newest of a cluster that lives stay, as many as its policy says and one at least. */
  private boolean stays(Backup backup, Optional<Cluster> cluster) {
    return backup.contents().isPresent()
        && cluster
            .filter(found -> !found.isDeleted())
            .map(found -> Math.max(1, found.settings().backups().retention().last()))
            .map(last -> backups.completed(backup.order().clusterId(), last))
            .filter(newest -> newest.stream().anyMatch(one -> one.id().equals(backup.id())))
            .isPresent();
  }

  /** From the store first, then the record: what is listed can never be what is gone in part. */
  private Optional<Instant> remove(Backup backup) {
    forget(backup);
    if (!backup.outbox().isEmpty()) {
      queue.nudge(new Work.RelayBackup(backup.id()), Lane.PEOPLE);
      return soon();
    }
    if (!backup.isRemovable(clock.instant())) {
      return putOff(backup, Optional.empty());
    }
    try {
      var prefix = BackupObjects.prefix(backup);
      var left = store.list(prefix, Optional.empty(), MOST_OBJECTS);
      while (!left.isEmpty()) {
        left.forEach(object -> store.delete(object.key()));
        left = store.list(prefix, Optional.empty(), MOST_OBJECTS);
      }
    } catch (PortFailure failure) {
      log.warn("A backup could not be removed from the store now.", failure);
      return putOff(backup, Optional.of(failure));
    }
    backups.remove(backup.id());
    log.info("Backup {} was removed.", backup.id());
    return Optional.empty();
  }

  private Optional<Instant> putOff(Backup backup, Optional<PortFailure> failure) {
    var later = backup.removalPutOff(failure.map(PortFailure::error), clock.instant());
    return backups.save(later) == SaveResult.SAVED ? later.lookAgainAt() : soon();
  }

  /** Its events are told first, or somebody else changed it: it is as due as before. */
  private Optional<Instant> soon() {
    return Optional.of(clock.instant().plus(SOON));
  }

  /** The cluster shows another as its newest, and does not wait for the end of this one. */
  private void forget(Backup backup) {
    var left =
        backups.completed(backup.order().clusterId(), 1).stream()
            .findFirst()
            .flatMap(newest ->
                newest.contents().map(contents -> new GoodBackup(newest.id(), contents.at())));
    Changes.insist(
        () -> clusters.find(ALL, backup.order().clusterId()),
        cluster -> ClusterBackup.without(cluster, backup, left),
        clusters::save);
  }
}
