package eu.eutlas.domain.cluster;

import java.util.Optional;

/**
 * What the data plane shows of a cluster. Details are sentences for people, without the text of
 * foreign systems.
 */
public sealed interface ClusterObservation {

  /** Nothing of the cluster exists: no server, no file, no port. */
  record Absent() implements ClusterObservation {}

  /** It is on its way up. */
  record Starting(long generation, String detail) implements ClusterObservation {}

  /**
   * Its servers run as the generation asked for.
   *
   * @param fingerprint a short text that is another when anything about the users is; absent where
   *     the data plane does not see users
   */
  record Running(long generation, Endpoint endpoint, Optional<String> fingerprint, UsersTrial users)
      implements ClusterObservation {
    /** As a data plane sees it that does not see users. */
    public Running(long generation, Endpoint endpoint, UsersTrial users) {
      this(generation, endpoint, Optional.empty(), users);
    }

    /** The same with what the data plane sees of the users. */
    public Running with(String seen) {
      return new Running(generation, endpoint, Optional.of(seen), users);
    }

    /** The same with what became of trying the users. */
    public Running with(UsersTrial tried) {
      return new Running(generation, endpoint, fingerprint, tried);
    }
  }

  /** Its servers are stopped as the generation asked for, and its data is there. */
  record Stopped(long generation) implements ClusterObservation {}

  /** The data plane says that something is wrong; it may mend itself. */
  record Failing(long generation, String detail) implements ClusterObservation {}

  /** It is on its way out, and something is left. */
  record Leaving(String detail) implements ClusterObservation {}

  /**
   * A short text that is equal for equal observations, whatever became of the users: what a resync
   * compares.
   */
  default String digest() {
    return switch (this) {
      case Absent() -> "absent";
      case Starting(var generation, var detail) -> "starting " + generation;
      case Running(var generation, var endpoint, var fingerprint, var tried) ->
          "running "
              + generation
              + " "
              + endpoint
              + fingerprint.map(users -> " " + users).orElse("");
      case Stopped(var generation) -> "stopped " + generation;
      case Failing(var generation, var detail) -> "failing " + generation + " " + detail;
      case Leaving(var detail) -> "leaving";
    };
  }
}
