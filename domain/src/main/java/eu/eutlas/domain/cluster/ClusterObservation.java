package eu.eutlas.domain.cluster;

/**
 * What the data plane shows of a cluster. Details are sentences for people, without the text of
 * foreign systems.
 */
public sealed interface ClusterObservation {

  /** Nothing of the cluster exists: no server, no file, no port. */
  record Absent() implements ClusterObservation {}

  /** It is on its way up. */
  record Starting(long generation, String detail) implements ClusterObservation {}

  /** Its servers run as the generation asked for. */
  record Running(long generation, Endpoint endpoint, LoginTrial login)
      implements ClusterObservation {}

  /** Its servers are stopped as the generation asked for, and its data is there. */
  record Stopped(long generation) implements ClusterObservation {}

  /** The data plane says that something is wrong; it may mend itself. */
  record Failing(long generation, String detail) implements ClusterObservation {}

  /** It is on its way out, and something is left. */
  record Leaving(String detail) implements ClusterObservation {}

  /**
   * A short text that is equal for equal observations, whatever became of the login: what a resync
   * compares.
   */
  default String digest() {
    return switch (this) {
      case Absent() -> "absent";
      case Starting(var generation, var detail) -> "starting " + generation;
      case Running(var generation, var endpoint, var login) ->
          "running " + generation + " " + endpoint;
      case Stopped(var generation) -> "stopped " + generation;
      case Failing(var generation, var detail) -> "failing " + generation + " " + detail;
      case Leaving(var detail) -> "leaving";
    };
  }
}
