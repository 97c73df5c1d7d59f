package eu.eutlas.domain.cluster;

import static eu.eutlas.domain.cluster.ClusterFixture.ELSEWHERE;
import static eu.eutlas.domain.cluster.ClusterFixture.GENERATION;
import static eu.eutlas.domain.cluster.ClusterFixture.HERE;

import java.util.Optional;
import java.util.Set;

/**
 * Every kind of observation. OLD ones are of the generation before, MOVED ones at another endpoint.
 */
enum Seen {
  ABSENT,
  STARTING,
  STARTING_OLD,
  FAILING,
  FAILING_OLD,
  STOPPED,
  STOPPED_OLD,
  LEAVING,
  UNTRIED,
  PROVED,
  REFUSED,
  NOT_YET,
  MOVED_UNTRIED,
  MOVED_PROVED,
  RUNNING_OLD;

  /** It, where {@link ClusterFixture#GENERATION} is wanted. */
  ClusterObservation observation() {
    return observation(GENERATION);
  }

  /** It, where this generation is wanted. */
  ClusterObservation observation(long wanted) {
    return switch (this) {
      case ABSENT -> new ClusterObservation.Absent();
      case STARTING -> new ClusterObservation.Starting(wanted, "It starts.");
      case STARTING_OLD -> new ClusterObservation.Starting(wanted - 1, "It starts.");
      case FAILING -> new ClusterObservation.Failing(wanted, "It fails.");
      case FAILING_OLD -> new ClusterObservation.Failing(wanted - 1, "It fails.");
      case STOPPED -> new ClusterObservation.Stopped(wanted);
      case STOPPED_OLD -> new ClusterObservation.Stopped(wanted - 1);
      case LEAVING -> new ClusterObservation.Leaving("It is leaving.");
      case UNTRIED -> running(wanted, HERE, new UsersTrial.NotTried());
      case PROVED -> running(wanted, HERE, new UsersTrial.Proved(Optional.empty()));
      case REFUSED -> running(wanted, HERE, new UsersTrial.Differs(Set.of("shop"), Set.of()));
      case NOT_YET -> running(wanted, HERE, new UsersTrial.NotYet("It has no primary."));
      case MOVED_UNTRIED -> running(wanted, ELSEWHERE, new UsersTrial.NotTried());
      case MOVED_PROVED -> running(wanted, ELSEWHERE, new UsersTrial.Proved(Optional.empty()));
      case RUNNING_OLD -> running(wanted - 1, HERE, new UsersTrial.Proved(Optional.empty()));
    };
  }

  private static ClusterObservation running(long generation, Endpoint endpoint, UsersTrial users) {
    return new ClusterObservation.Running(generation, endpoint, users);
  }
}
