package eu.eutlas.domain.cluster;

import eu.eutlas.domain.event.EventType;
import eu.eutlas.domain.event.Initiator;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The end of entries of an access list: quiet work of a READY cluster, without an operation, which
 * goes on serving all the while.
 */
final class Expiry {
  private Expiry() {}

  /** Whether it can be reached from where it could be before entries expired, and nothing else. */
  static boolean isAllThatIsLeft(Cluster cluster, ClusterObservation seen, Instant now) {
    return isOver(cluster, now)
        && seen instanceof ClusterObservation.Running running
        && running.generation() == cluster.spec().generation()
        && running.admitted().equals(Optional.of(cluster.spec().access().ranges()));
  }

  /** Whether entries are in the list that count no more. */
  static boolean isOver(Cluster cluster, Instant now) {
    return cluster.spec().access().nextExpiry().filter(end -> !now.isBefore(end)).isPresent();
  }

  /** They are not in force any more, leave the list, and are told to be over. */
  static Cluster done(Cluster cluster, Turn turn) {
    var before = cluster.spec().access();
    var left = before.at(turn.now());
    var ended =
        before.entries().stream()
            .filter(entry -> entry.isExpired(turn.now()))
            .map(entry -> entry.range().value())
            .collect(Collectors.joining(", "));
    var shorter = ClusterLifecycle.awaitEnd(cluster.with(left), turn.now());
    return shorter.tell(
        EventType.CLUSTER_ACCESS_EXPIRED,
        "The access of %s to cluster %s has ended.".formatted(ended, cluster.name()),
        Initiator.EUTLAS,
        Arrival.ownWork(turn),
        turn);
  }
}
