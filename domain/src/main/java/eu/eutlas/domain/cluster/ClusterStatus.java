package eu.eutlas.domain.cluster;

import eu.eutlas.domain.backup.ClusterBackups;
import eu.eutlas.domain.operation.Operation;
import java.time.Instant;
import java.util.Optional;

/**
 * What we make of a cluster.
 *
 * @param operation the change under way, or the one that left the cluster FAILED; absent otherwise
 * @param endpoint absent until the data plane has shown one
 * @param seen the digest of the last observation; absent before the first
 * @param lookAgainAt absent when nothing is expected to change by itself
 */
public record ClusterStatus(
    ClusterState state,
    Optional<Operation> operation,
    Optional<Endpoint> endpoint,
    Optional<String> seen,
    Optional<Instant> lookAgainAt,
    ClusterBackups backups) {

  ClusterStatus state(ClusterState next) {
    return new ClusterStatus(next, operation, endpoint, seen, lookAgainAt, backups);
  }

  ClusterStatus operation(Optional<Operation> next) {
    return new ClusterStatus(state, next, endpoint, seen, lookAgainAt, backups);
  }

  ClusterStatus endpoint(Optional<Endpoint> next) {
    return new ClusterStatus(state, operation, next, seen, lookAgainAt, backups);
  }

  ClusterStatus seen(ClusterObservation observation) {
    return new ClusterStatus(
        state, operation, endpoint, Optional.of(observation.digest()), lookAgainAt, backups);
  }

  ClusterStatus lookAgainAt(Optional<Instant> next) {
    return new ClusterStatus(state, operation, endpoint, seen, next, backups);
  }

  ClusterStatus backups(ClusterBackups next) {
    return new ClusterStatus(state, operation, endpoint, seen, lookAgainAt, next);
  }
}
