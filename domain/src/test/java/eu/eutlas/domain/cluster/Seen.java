package eu.eutlas.domain.cluster;

import static eu.eutlas.domain.cluster.ClusterFixture.ELSEWHERE;
import static eu.eutlas.domain.cluster.ClusterFixture.GENERATION;
import static eu.eutlas.domain.cluster.ClusterFixture.HERE;

/**
 * Every kind of observation. OLD ones are of the generation before, MOVED ones at another endpoint.
 */
enum Seen {
  ABSENT,
  STARTING,
  STARTING_OLD,
  FAILING,
  FAILING_OLD,
  LEAVING,
  UNTRIED,
  PROVED,
  REFUSED,
  NOT_YET,
  MOVED_UNTRIED,
  MOVED_PROVED,
  RUNNING_OLD;

  ClusterObservation observation() {
    return switch (this) {
      case ABSENT -> new ClusterObservation.Absent();
      case STARTING -> new ClusterObservation.Starting(GENERATION, "It starts.");
      case STARTING_OLD -> new ClusterObservation.Starting(GENERATION - 1, "It starts.");
      case FAILING -> new ClusterObservation.Failing(GENERATION, "It fails.");
      case FAILING_OLD -> new ClusterObservation.Failing(GENERATION - 1, "It fails.");
      case LEAVING -> new ClusterObservation.Leaving("It is leaving.");
      case UNTRIED -> running(HERE, new LoginTrial.NotTried());
      case PROVED -> running(HERE, new LoginTrial.Proved());
      case REFUSED -> running(HERE, new LoginTrial.Refused());
      case NOT_YET -> running(HERE, new LoginTrial.NotYet("It has no primary."));
      case MOVED_UNTRIED -> running(ELSEWHERE, new LoginTrial.NotTried());
      case MOVED_PROVED -> running(ELSEWHERE, new LoginTrial.Proved());
      case RUNNING_OLD ->
          new ClusterObservation.Running(GENERATION - 1, HERE, new LoginTrial.Proved());
    };
  }

  private static ClusterObservation running(Endpoint endpoint, LoginTrial login) {
    return new ClusterObservation.Running(GENERATION, endpoint, login);
  }
}
