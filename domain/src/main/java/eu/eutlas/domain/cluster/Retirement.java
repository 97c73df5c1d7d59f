package eu.eutlas.domain.cluster;

import eu.eutlas.domain.event.EventType;
import eu.eutlas.domain.event.Initiator;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * The end of a customer's former login: quiet work of a READY cluster, without an operation, which
 * goes on serving all the while.
 */
final class Retirement {
  private Retirement() {}

  /** Whether all that is amiss is that the login that has ended is still there. */
  static boolean isAllThatIsLeft(Cluster cluster, ClusterObservation seen, Instant now) {
    return seen instanceof ClusterObservation.Running running
        && running.users() instanceof UsersTrial.Differs(var wrong, var superfluous)
        && wrong.isEmpty()
        && cluster
            .spec()
            .users()
            .ended(now)
            .filter(ended -> superfluous.equals(Set.of(ended.username())))
            .isPresent();
  }

  /** Whether the login that has ended was tried, and is gone. */
  static boolean isProved(Cluster cluster, ClusterObservation seen, Instant now) {
    return seen instanceof ClusterObservation.Running running
        && running.users() instanceof UsersTrial.Proved(var dead)
        && dead.isPresent()
        && dead.equals(cluster.spec().users().ended(now).map(DatabaseLogin::username));
  }

  /** It is gone, and is told to be. */
  static Step done(Cluster cluster, ClusterObservation seen, Turn turn) {
    var ended = cluster.spec().users().ended(turn.now()).orElseThrow();
    var retired = cluster.with(cluster.spec().users().retired());
    var told =
        Arrival.proved(retired, seen, turn.now())
            .tell(
                EventType.CLUSTER_CREDENTIALS_ENDED,
                "The former login %s of cluster %s does not work any more."
                    .formatted(ended.username(), cluster.name()),
                Initiator.EUTLAS,
                Arrival.ownWork(turn),
                turn);
    return new Step(told, List.of());
  }
}
