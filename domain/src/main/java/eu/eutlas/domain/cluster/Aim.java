package eu.eutlas.domain.cluster;

import eu.eutlas.domain.operation.OperationType;
import java.time.Instant;
import java.util.Optional;

/** What a state wants to come true outside. */
enum Aim {
  /** The servers run as the spec says, and its users are proved. */
  SERVING,
  /** The servers run as the spec says, and nobody but EUTLAS can log in. */
  LOCKED,
  /** The servers are stopped, and their data is kept. */
  STOPPED,
  /** Nothing is left. */
  GONE;

  static Aim of(Cluster cluster) {
    return switch (cluster.state()) {
      case ClusterState.Creating ignored -> SERVING;
      case ClusterState.Ready ignored -> SERVING;
      case ClusterState.Updating ignored -> SERVING;
      case ClusterState.Pausing ignored -> STOPPED;
      case ClusterState.Paused ignored -> STOPPED;
      case ClusterState.Resuming ignored -> SERVING;
      case ClusterState.Restoring ignored -> ClusterRestore.isLocked(cluster) ? LOCKED : SERVING;
      case ClusterState.Degraded ignored -> SERVING;
      case ClusterState.Deleting ignored -> GONE;
      case ClusterState.Deleted ignored -> GONE;
      case ClusterState.Failed(var since, var reason, var during) -> of(during);
    };
  }

  private static Aim of(OperationType type) {
    return switch (type) {
      case CREATE,
          RESIZE,
          UPGRADE,
          ROTATE_CREDENTIALS,
          CREATE_DATABASE_USER,
          UPDATE_DATABASE_USER,
          DELETE_DATABASE_USER,
          CHANGE_ACCESS_LIST,
          RESUME ->
          SERVING;
      case RESTORE -> LOCKED;
      case PAUSE -> STOPPED;
      case DELETE -> GONE;
    };
  }

  /** What lies between this and what is seen; absent when it has come true. */
  Optional<Gap> gap(Cluster cluster, ClusterObservation seen, Instant now) {
    return switch (this) {
      case SERVING -> Gap.toServing(cluster, seen, now);
      case LOCKED -> Gap.toServing(cluster, seen, now);
      case STOPPED -> Gap.toStop(cluster, seen);
      case GONE -> Gap.toAbsence(cluster, seen);
    };
  }
}
