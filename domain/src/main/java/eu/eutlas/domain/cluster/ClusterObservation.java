package eu.eutlas.domain.cluster;

import java.util.List;
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
   * @param admitted from where it can be reached, as {@link AccessList#ranges} orders them; absent
   *     where the data plane does not keep anybody out
   */
  record Running(
      long generation,
      Endpoint endpoint,
      Optional<String> fingerprint,
      Optional<List<Cidr>> admitted,
      UsersTrial users)
      implements ClusterObservation {
    public Running {
      admitted = admitted.map(List::copyOf);
    }

    /** As a data plane sees it that sees no users and keeps nobody out. */
    public Running(long generation, Endpoint endpoint, UsersTrial users) {
      this(generation, endpoint, Optional.empty(), Optional.empty(), users);
    }

    /** The same with what the data plane sees of the users. */
    public Running with(String seen) {
      return new Running(generation, endpoint, Optional.of(seen), admitted, users);
    }

    /** The same, reached from these ranges alone. */
    public Running admitting(List<Cidr> ranges) {
      return new Running(generation, endpoint, fingerprint, Optional.of(ranges), users);
    }

    /** The same with what became of trying the users. */
    public Running with(UsersTrial tried) {
      return new Running(generation, endpoint, fingerprint, admitted, tried);
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
      case Running(var generation, var endpoint, var fingerprint, var admitted, var tried) ->
          "running "
              + generation
              + " "
              + endpoint
              + fingerprint.map(users -> " " + users).orElse("")
              + admitted.map(ranges -> " admits " + summary(ranges)).orElse("");
      case Stopped(var generation) -> "stopped " + generation;
      case Failing(var generation, var detail) -> "failing " + generation + " " + detail;
      case Leaving(var detail) -> "leaving";
    };
  }

  /** Of as many ranges as an access list may have, in one short text. */
  private static String summary(List<Cidr> ranges) {
    return ranges.size() + "-" + Integer.toHexString(ranges.hashCode());
  }
}
