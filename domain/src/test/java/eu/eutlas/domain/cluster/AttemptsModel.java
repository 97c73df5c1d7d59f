package eu.eutlas.domain.cluster;

import eu.eutlas.domain.Given;
import eu.eutlas.domain.operation.Backoff;
import java.time.Duration;
import java.time.Instant;

/** The time that a change has, and how often it may fail. */
final class AttemptsModel {
  private static final int MOST = 30;

  private Instant deadline;
  private Instant next = Given.NOW;
  private int failures;
  private boolean begun;

  AttemptsModel(Duration takes) {
    deadline = Given.NOW.plus(takes);
  }

  /** The time of the change that a cluster in this state is under. */
  static Duration takes(ClusterState.Name state) {
    return switch (state) {
      case CREATING -> ClusterFixture.CREATE_TAKES;
      case DELETING -> ClusterFixture.DELETE_TAKES;
      case UPDATING -> ClusterFixture.UPDATE_TAKES;
      case PAUSING, RESUMING, RESTORING -> ClusterFixture.PAUSE_TAKES;
      case READY, PAUSED, DEGRADED, DELETED, FAILED -> throw new AssertionError(state);
    };
  }

  void begin(Instant now, Duration takes) {
    deadline = now.plus(takes);
    begun = false;
    failures = 0;
    next = now;
  }

  /** Begins what is never taken back. */
  void beginForGood(Instant now, Duration takes) {
    begin(now, takes);
    begun = true;
  }

  /** Whoever looks when it is time has begun. */
  void look(Instant now) {
    begun |= isTime(now);
  }

  boolean haveBegun() {
    return begun;
  }

  boolean areOver(Instant now) {
    return !now.isBefore(deadline);
  }

  /** An attempt failed, if it was time for one; whether it was the last. */
  boolean failAndGiveUp(Instant now, double jitter) {
    if (!isTime(now)) {
      return false;
    }
    failures++;
    next = now.plus(Backoff.after(failures, jitter));
    return failures == MOST || !next.isBefore(deadline);
  }

  private boolean isTime(Instant now) {
    return !now.isBefore(next);
  }
}
