package eu.eutlas.domain.cluster;

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
    Optional<Instant> lookAgainAt) {

  ClusterStatus state(ClusterState next) {
    return new ClusterStatus(next, operation, endpoint, seen, lookAgainAt);
  }

  ClusterStatus operation(Optional<Operation> next) {
    return new ClusterStatus(state, next, endpoint, seen, lookAgainAt);
  }

  ClusterStatus endpoint(Optional<Endpoint> next) {
    return new ClusterStatus(state, operation, next, seen, lookAgainAt);
  }

  ClusterStatus seen(ClusterObservation observation) {
    return new ClusterStatus(
        state, operation, endpoint, Optional.of(observation.digest()), lookAgainAt);
  }

  ClusterStatus lookAgainAt(Optional<Instant> next) {
    return new ClusterStatus(state, operation, endpoint, seen, next);
  }
}
