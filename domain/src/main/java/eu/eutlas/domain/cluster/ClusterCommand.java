package eu.eutlas.domain.cluster;

import static eu.eutlas.domain.cluster.ClusterState.Name.CREATING;
import static eu.eutlas.domain.cluster.ClusterState.Name.DEGRADED;
import static eu.eutlas.domain.cluster.ClusterState.Name.FAILED;
import static eu.eutlas.domain.cluster.ClusterState.Name.PAUSED;
import static eu.eutlas.domain.cluster.ClusterState.Name.PAUSING;
import static eu.eutlas.domain.cluster.ClusterState.Name.READY;
import static eu.eutlas.domain.cluster.ClusterState.Name.RESTORING;
import static eu.eutlas.domain.cluster.ClusterState.Name.RESUMING;
import static eu.eutlas.domain.cluster.ClusterState.Name.UPDATING;

import eu.eutlas.domain.Outcome;
import eu.eutlas.domain.Refusal;
import eu.eutlas.domain.RefusalCode;
import eu.eutlas.domain.operation.Operation;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** The table of commands: what people can order of a cluster, and the states that accept it. */
public enum ClusterCommand {
  DELETE(CREATING, READY, UPDATING, PAUSING, PAUSED, RESUMING, RESTORING, DEGRADED, FAILED),
  RESIZE(READY, DEGRADED),
  UPGRADE(READY, DEGRADED),
  ROTATE_CREDENTIALS(READY, DEGRADED),
  DATABASE_USERS(READY, DEGRADED),
  ACCESS_LIST(READY, DEGRADED),
  BACK_UP(READY, DEGRADED),
  PAUSE(READY),
  RESUME(PAUSED),
  /** In FAILED only after a restore. */
  RESTORE(READY, FAILED),
  RETRY(FAILED);

  @SuppressWarnings("ImmutableEnumChecker") // a set of its own, never changed and never shown
  private final Set<ClusterState.Name> states;

  ClusterCommand(ClusterState.Name first, ClusterState.Name... others) {
    this.states = EnumSet.of(first, others);
  }

  public boolean isAcceptedIn(ClusterState.Name state) {
    return states.contains(state);
  }

  /** The cluster, if it takes the command as it is now. */
  Outcome<Cluster> admit(Cluster cluster) {
    if (isAcceptedIn(cluster.state().name())) {
      return Outcome.done(cluster);
    }
    return Outcome.refused(
        cluster.isDeleted()
            ? Refusal.notFound("cluster")
            : cluster.running().map(this::whileRunning).orElseGet(() -> atRest(cluster)));
  }

  private Refusal whileRunning(Operation running) {
    return this == DELETE
        ? new Refusal.Conflict(
            RefusalCode.ALREADY_DELETING,
            "The cluster is being deleted already.",
            Optional.of(running.id()))
        : new Refusal.Conflict(
            RefusalCode.OPERATION_IN_PROGRESS,
            "Another operation of the cluster is under way: %s. Wait for its end."
                .formatted(running.type()),
            Optional.of(running.id()));
  }

  private Refusal atRest(Cluster cluster) {
    if (this == RETRY) {
      return Refusal.conflict(
          RefusalCode.NOT_FAILED, "The cluster has not failed: there is nothing to try again.");
    }
    if (this == RESUME) {
      return Refusal.conflict(
          RefusalCode.NOT_PAUSED, "The cluster is not paused: there is nothing to resume.");
    }
    return Refusal.conflict(
        RefusalCode.NOT_READY,
        "The cluster is %s and does not take this. %s"
            .formatted(cluster.state().name(), wayToReady(cluster.state().name())));
  }

  private static String wayToReady(ClusterState.Name state) {
    return switch (state) {
      case PAUSED -> "Resume it first.";
      case FAILED -> "Try its failed operation again first, or delete it.";
      case DEGRADED -> "Wait until it is repaired.";
      case CREATING, READY, UPDATING, PAUSING, RESUMING, RESTORING, DELETING, DELETED ->
          "Wait until it is READY.";
    };
  }
}
