package eu.eutlas.domain.cluster;

import eu.eutlas.domain.Outcome;
import eu.eutlas.domain.Refusal;
import eu.eutlas.domain.RefusalCode;
import eu.eutlas.domain.backup.BackupId;
import eu.eutlas.domain.backup.ClusterBackups;
import eu.eutlas.domain.backup.Contents;
import eu.eutlas.domain.backup.Restoration;
import eu.eutlas.domain.backup.Restoration.Stage;
import eu.eutlas.domain.event.EventType;
import eu.eutlas.domain.operation.Operation;
import eu.eutlas.domain.operation.OperationId;
import eu.eutlas.domain.operation.OperationType;

/**
 * What people ask of a cluster that is to have the data of a backup, and where that stands: users
 * are kept out, what was there is saved, the data is replaced and compared, and users come back.
 */
public final class ClusterRestore {
  private static final long BYTES_A_GIGABYTE = 1L << 30;

  private ClusterRestore() {}

  /** A backup is put into a cluster that is there. */
  public static Outcome<Cluster> order(
      Cluster cluster, Restoration restoration, Contents contents, Operation restore, Turn turn) {
    return ClusterCommand.RESTORE
        .admit(cluster)
        .flatMap(ClusterRestore::unlessFailedOtherwise)
        .flatMap(ClusterRestore::unlessBackedUp)
        .flatMap(admitted ->
            fits(admitted, contents, admitted.spec().resources(), admitted.spec().mongoVersion()))
        .map(admitted -> begun(admitted, restoration, restore, turn));
  }

  /** A new cluster comes to be with what a backup holds. */
  public static Cluster intoNew(Cluster ordered, Restoration restoration, Turn turn) {
    return told(
        ordered.with(
            ordered
                .status()
                .state(new ClusterState.Restoring())
                .backups(ordered.status().backups().restoring(restoration))),
        restoration,
        ordered.running().orElseThrow(),
        turn);
  }

  private static Cluster begun(
      Cluster cluster, Restoration restoration, Operation restore, Turn turn) {
    var restoring =
        cluster.with(cluster.status().backups(cluster.status().backups().restoring(restoration)));
    return told(
        restoring.order(restoring.spec(), new ClusterState.Restoring(), restore, turn),
        restoration,
        restore,
        turn);
  }

  private static Cluster told(
      Cluster cluster, Restoration restoration, Operation restore, Turn turn) {
    return cluster.tell(
        EventType.CLUSTER_RESTORE_REQUESTED,
        "The backup from %s is to be restored into cluster %s%s."
            .formatted(
                restoration.sourceAt(),
                cluster.name(),
                restoration.what().isWhole() ? "" : " in part"),
        restore.actor(),
        restore.correlationId(),
        turn);
  }

  /** What another operation left broken is not mended by other data. */
  private static Outcome<Cluster> unlessFailedOtherwise(Cluster cluster) {
    return cluster.state() instanceof ClusterState.Failed(var since, var reason, var during)
            && during != OperationType.RESTORE
        ? Outcome.refused(
            Refusal.conflict(
                RefusalCode.NOT_READY,
                "The cluster is FAILED since %s, during %s. Try that operation again first, or restore into a new cluster."
                    .formatted(since, during)))
        : Outcome.done(cluster);
  }

  private static Outcome<Cluster> unlessBackedUp(Cluster cluster) {
    return cluster.status().backups().active().isEmpty()
        ? Outcome.done(cluster)
        : Outcome.refused(
            Refusal.conflict(
                RefusalCode.BACKUP_IN_PROGRESS,
                "A backup of the cluster is being taken. Wait for its end."));
  }

  /**
   * What is asked for, if servers of this size and version can take what a backup holds. That the
   * data fits is promised by its size alone; indexes and the server's own files come on top of it,
   * compression makes up for them.
   */
  public static <T> Outcome<T> fits(
      T asked, Contents contents, Resources resources, MongoVersion version) {
    var disk = resources.storageGigabytes() * BYTES_A_GIGABYTE;
    if (contents.dataBytes() > disk) {
      return Outcome.refused(
          Refusal.conflict(
              RefusalCode.STORAGE_TOO_SMALL,
              "The backup holds %d bytes of data, and the cluster has %d GB of storage. Choose a larger plan."
                  .formatted(contents.dataBytes(), resources.storageGigabytes())));
    }
    return contents.serverMajor() > version.major()
        ? Outcome.refused(
            Refusal.conflict(
                RefusalCode.VERSION_OLDER,
                "The backup is of MongoDB %s, and data does not go back to %s. Choose a version that is as new."
                    .formatted(contents.serverVersion(), version)))
        : Outcome.done(asked);
  }

  /** Whether a cluster's users are to be kept out at the moment. */
  public static boolean isLocked(Cluster cluster) {
    return cluster.state() instanceof ClusterState.Restoring
        && restoration(cluster).stage() != Stage.COPIED;
  }

  /** Whether users are still to be kept out before a backup of the cluster is taken. */
  public static boolean isPreparing(Cluster cluster) {
    return isAt(cluster, Stage.PREPARING);
  }

  /** Whether what was there before is being saved. */
  static boolean isSaving(Cluster cluster) {
    return isAt(cluster, Stage.SAVING);
  }

  /** Whether data is being copied, or somebody is to begin. */
  public static boolean isCopying(Cluster cluster) {
    return cluster.state() instanceof ClusterState.Restoring && restoration(cluster).isCopying();
  }

  /** Whether this operation is still the one for which data is copied. */
  public static boolean isCopying(Cluster cluster, OperationId operation) {
    return isCopying(cluster)
        && cluster.running().filter(running -> running.id().equals(operation)).isPresent();
  }

  private static boolean isAt(Cluster cluster, Stage stage) {
    return cluster.state() instanceof ClusterState.Restoring
        && restoration(cluster).stage() == stage;
  }

  /** What is being restored into the cluster. Only where something is, or failed. */
  public static Restoration restoration(Cluster cluster) {
    return cluster.status().backups().restoration().orElseThrow();
  }

  /** A backup has ended well; it may be the one for which the restore waits. */
  static ClusterBackups saved(ClusterBackups backups, BackupId backup) {
    return backups
        .restoration()
        .filter(restoration -> restoration.safety().filter(backup::equals).isPresent())
        .map(restoration -> backups.restoring(restoration.safe()))
        .orElse(backups);
  }
}
