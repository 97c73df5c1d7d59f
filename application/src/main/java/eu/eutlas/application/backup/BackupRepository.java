package eu.eutlas.application.backup;

import eu.eutlas.application.Page;
import eu.eutlas.application.PageRequest;
import eu.eutlas.application.PortFailure;
import eu.eutlas.application.SaveResult;
import eu.eutlas.application.Scope;
import eu.eutlas.domain.backup.Backup;
import eu.eutlas.domain.backup.BackupId;
import eu.eutlas.domain.cluster.ClusterId;
import eu.eutlas.domain.cluster.RegionId;
import eu.eutlas.domain.event.Outbox;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The records of backups; what they hold is in the {@link BackupStore}. Any call may throw {@link
 * PortFailure.Unavailable}; a write also {@link PortFailure.OutcomeUnknown}.
 */
public interface BackupRepository {

  /**
   * Adds a backup.
   *
   * @throws PortFailure.Duplicate when the id or the origin's key is there already
   */
  void insert(Backup backup);

  /**
   * Writes it if the stored version is still the one that was read; the stored version rises by
   * one.
   */
  SaveResult save(Backup backup);

  Optional<Backup> find(Scope scope, BackupId id);

  /**
   * The backup that a request with this key ordered. The key's hash names its maker, so no scope is
   * needed.
   */
  Optional<Backup> findByOrigin(String originKeyHash);

  /** The backups of a cluster, newest first. */
  Page<Backup> list(Scope scope, ClusterId cluster, PageRequest request);

  /** The newest of a cluster that are completed, newest first. */
  List<Backup> completed(ClusterId cluster, int limit);

  /**
   * The ids of a region's backups that are queued or running and to be looked at, the longest due
   * first.
   */
  List<BackupId> toTake(RegionId region, Instant now, int limit);

  /** How many of a region are being taken, and how many wait for that. */
  UnderWay underWay(RegionId region);

  /** So many backups are taken, and so many wait. */
  record UnderWay(long running, long waiting) {
    public static final UnderWay NOTHING = new UnderWay(0, 0);

    public UnderWay plus(UnderWay more) {
      return new UnderWay(running + more.running, waiting + more.waiting);
    }
  }

  /** The ids of all other backups that are to be looked at, the longest due first. */
  List<BackupId> toTend(Instant now, int limit);

  /**
   * The ids of backups whose proof in a region is to be looked at, the longest due first.
   *
   * @param region of the throw-away cluster, not of the backup's
   */
  List<BackupId> toProve(RegionId region, Instant now, int limit);

  /** The clusters that exist, or may, for the proofs of a region, by id. */
  List<ClusterId> throwAways(RegionId region, int limit);

  /** The ids of backups whose outbox is not empty. */
  List<BackupId> withOutbox(int limit);

  /**
   * Takes out of the outbox what was copied; entries that came since stay, the version too.
   * Repeatable.
   */
  void drain(BackupId id, Outbox copied);

  /** Sees to it that there is no such record. Repeatable. */
  void remove(BackupId id);

  /** Forgets origins older than the moment; returns how many. Repeatable. */
  long forgetOrigins(Instant before);
}
