package eu.eutlas.domain.cluster;

import static eu.eutlas.domain.cluster.ClusterState.Name.DEGRADED;
import static eu.eutlas.domain.cluster.ClusterState.Name.DELETED;
import static eu.eutlas.domain.cluster.ClusterState.Name.DELETING;
import static eu.eutlas.domain.cluster.ClusterState.Name.FAILED;
import static eu.eutlas.domain.cluster.ClusterState.Name.PAUSED;
import static eu.eutlas.domain.cluster.ClusterState.Name.READY;

import eu.eutlas.domain.RefusalCode;
import java.util.Optional;

/** What is refused in which state, told as simply as can be. */
final class Refusals {
  private Refusals() {}

  static boolean isUnderWay(ClusterState.Name state) {
    return switch (state) {
      case CREATING, UPDATING, PAUSING, RESUMING, RESTORING, DELETING -> true;
      case READY, PAUSED, DEGRADED, DELETED, FAILED -> false;
    };
  }

  static boolean isServing(ClusterState.Name state) {
    return state == READY || state == DEGRADED;
  }

  static Optional<RefusalCode> ofUpdate(ClusterState.Name state) {
    return state == FAILED || state == PAUSED
        ? Optional.of(RefusalCode.NOT_READY)
        : unlessAtRest(state);
  }

  static Optional<RefusalCode> ofBackup(ClusterState.Name state, boolean backedUp) {
    return backedUp && isServing(state)
        ? Optional.of(RefusalCode.BACKUP_IN_PROGRESS)
        : ofUpdate(state);
  }

  static Optional<RefusalCode> unlessIn(
      ClusterState.Name from, ClusterState.Name state, RefusalCode otherwise) {
    var refusal = unlessAtRest(state);
    return refusal.isPresent() || state == from ? refusal : Optional.of(otherwise);
  }

  static Optional<RefusalCode> ofRetry(
      ClusterState.Name state, ClusterState.Name failedIn, boolean guarded) {
    var refusal = unlessIn(FAILED, state, RefusalCode.NOT_FAILED);
    return refusal.isEmpty() && failedIn == DELETING && guarded
        ? Optional.of(RefusalCode.CLUSTER_PROTECTED)
        : refusal;
  }

  static Optional<RefusalCode> ofDeletion(ClusterState.Name state, boolean guarded) {
    if (state == DELETED) {
      return Optional.of(RefusalCode.NOT_FOUND);
    }
    if (state == DELETING) {
      return Optional.of(RefusalCode.ALREADY_DELETING);
    }
    return guarded ? Optional.of(RefusalCode.CLUSTER_PROTECTED) : Optional.empty();
  }

  private static Optional<RefusalCode> unlessAtRest(ClusterState.Name state) {
    if (state == DELETED) {
      return Optional.of(RefusalCode.NOT_FOUND);
    }
    return isUnderWay(state) ? Optional.of(RefusalCode.OPERATION_IN_PROGRESS) : Optional.empty();
  }
}
