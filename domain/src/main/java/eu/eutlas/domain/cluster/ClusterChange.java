package eu.eutlas.domain.cluster;

import eu.eutlas.domain.Outcome;
import eu.eutlas.domain.Refusal;
import eu.eutlas.domain.RefusalCode;
import eu.eutlas.domain.event.EventType;
import eu.eutlas.domain.operation.Operation;
import java.util.Optional;

/**
 * What people ask of a cluster between its creation and its deletion. An accepted change is another
 * spec, the operation that brings it about, and the event that tells of it, all in one write.
 */
public final class ClusterChange {
  private ClusterChange() {}

  /** Another plan. Its storage is never smaller: the data that is there might not fit. */
  public static Outcome<Cluster> resize(Cluster cluster, Plan plan, Operation resize, Turn turn) {
    return ClusterCommand.RESIZE
        .admit(cluster)
        .flatMap(admitted -> takes(admitted, plan))
        .map(admitted ->
            update(
                admitted,
                admitted.spec().resized(plan),
                resize,
                EventType.CLUSTER_RESIZE_REQUESTED,
                "Cluster %s is to have plan %s instead of %s."
                    .formatted(cluster.name(), plan.id(), cluster.spec().plan()),
                turn))
        // The other plan may have scheduled backups where this one has none, or the reverse.
        .map(ordered -> ClusterBackup.with(ordered, ordered.status().backups().look(turn.now())));
  }

  /** A newer version, of the same major or the next. There is no way back. */
  public static Outcome<Cluster> upgrade(
      Cluster cluster, MongoVersion version, Operation upgrade, Turn turn) {
    return ClusterCommand.UPGRADE
        .admit(cluster)
        .flatMap(admitted -> takes(admitted, version))
        .map(admitted ->
            update(
                admitted,
                admitted.spec().upgraded(version),
                upgrade,
                EventType.CLUSTER_UPGRADE_REQUESTED,
                "Cluster %s is to run MongoDB %s instead of %s."
                    .formatted(cluster.name(), version, cluster.spec().mongoVersion()),
                turn));
  }

  /** Stops the servers and keeps the data, until it is resumed. */
  public static Outcome<Cluster> pause(Cluster cluster, Operation pause, Turn turn) {
    return ClusterCommand.PAUSE
        .admit(cluster)
        .map(admitted ->
            admitted
                .order(admitted.spec().next(), new ClusterState.Pausing(), pause, turn)
                .tell(
                    EventType.CLUSTER_PAUSE_REQUESTED,
                    "Cluster %s is to be paused.".formatted(cluster.name()),
                    pause.actor(),
                    pause.correlationId(),
                    turn));
  }

  /** Has the servers run again, where they were, with the data that they had. */
  public static Outcome<Cluster> resume(Cluster cluster, Operation resume, Turn turn) {
    return ClusterCommand.RESUME
        .admit(cluster)
        .map(admitted ->
            admitted
                .order(admitted.spec().next(), new ClusterState.Resuming(), resume, turn)
                .tell(
                    EventType.CLUSTER_RESUME_REQUESTED,
                    "Cluster %s is to run again.".formatted(cluster.name()),
                    resume.actor(),
                    resume.correlationId(),
                    turn));
  }

  private static Outcome<Cluster> takes(Cluster cluster, Plan plan) {
    var present = cluster.spec().resources().storageGigabytes();
    var wanted = plan.resources().storageGigabytes();
    if (plan.id().equals(cluster.spec().plan())) {
      return refused(
          RefusalCode.PLAN_UNCHANGED, "The cluster has the plan %s already.".formatted(plan.id()));
    }
    return wanted < present
        ? refused(
            RefusalCode.STORAGE_NEVER_SHRINKS,
            "The plan %s has %d GB of storage and the cluster has %d. Storage never shrinks, because data could be lost: choose a plan with as much."
                .formatted(plan.id(), wanted, present))
        : Outcome.done(cluster);
  }

  private static Outcome<Cluster> takes(Cluster cluster, MongoVersion wanted) {
    var present = cluster.spec().mongoVersion();
    if (wanted.equals(present)) {
      return refused(
          RefusalCode.VERSION_UNCHANGED, "The cluster runs MongoDB %s already.".formatted(present));
    }
    if (wanted.compareTo(present) < 0) {
      return refused(
          RefusalCode.VERSION_OLDER,
          "The cluster runs MongoDB %s, and its data cannot go back to %s."
              .formatted(present, wanted));
    }
    return wanted.major() > present.major() + 1
        ? refused(
            RefusalCode.VERSION_TOO_FAR,
            "From MongoDB %s to %s is more than one major version. Upgrade to the next one first."
                .formatted(present, wanted))
        : Outcome.done(cluster);
  }

  private static Outcome<Cluster> refused(RefusalCode code, String message) {
    return Outcome.refused(Refusal.conflict(code, message));
  }

  /**
   * An update that was accepted, and is told. While its operation has not begun, what was before
   * can come back.
   */
  static Cluster update(
      Cluster cluster,
      ClusterSpec wanted,
      Operation operation,
      EventType requested,
      String message,
      Turn turn) {
    var before =
        cluster.state() instanceof ClusterState.Serving serving
            ? Optional.of(new ClusterState.Before(cluster.spec(), serving))
            : Optional.<ClusterState.Before>empty();
    return cluster
        .order(wanted, new ClusterState.Updating(before), operation, turn)
        .tell(requested, message, operation.actor(), operation.correlationId(), turn);
  }
}
