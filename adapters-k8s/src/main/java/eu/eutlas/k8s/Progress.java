package eu.eutlas.k8s;

/** How far an operator says it is with a cluster. Details are sentences for people. */
sealed interface Progress {

  /** It has done what the newest configuration says, and the servers run. */
  record Finished() implements Progress {}

  /** It has done what the newest configuration says, and the servers are stopped. */
  record Paused() implements Progress {}

  record Underway(String detail) implements Progress {}

  /** It says that it cannot; it tries again by itself. */
  record Failing(String detail) implements Progress {}

  /** It waits for something that EUTLAS has begun and not ended. */
  record Unfinished(String detail) implements Progress {}

  static Progress of(Dialect dialect, Live resource) {
    return switch (dialect) {
      case MONGODB_COMMUNITY -> CommunityProgress.of(resource);
      case PERCONA -> PerconaProgress.of(resource);
    };
  }

  /** Nothing was said yet. */
  static Progress unseen() {
    return new Underway("The operator has not looked at it yet.");
  }

  /** The word itself is not repeated: it is whatever stood there. */
  static Progress unknown() {
    return new Failing("The operator reports a state that this version of EUTLAS does not know.");
  }

  static Progress outdated() {
    return new Underway("The operator has not finished the newest configuration yet.");
  }

  static Progress failed() {
    return new Failing("The operator reports a failure, and tries again.");
  }
}
