package eu.eutlas.domain.cluster;

import eu.eutlas.domain.operation.OperationType;
import java.time.Instant;
import java.util.Optional;

/** Our verdict on a cluster. Each state holds what only that state has. */
public sealed interface ClusterState {

  /** The state in a word, as people and programs read it. */
  Name name();

  /** The names of the states. */
  enum Name {
    CREATING,
    READY,
    UPDATING,
    PAUSING,
    PAUSED,
    RESUMING,
    RESTORING,
    DEGRADED,
    DELETING,
    DELETED,
    FAILED
  }

  /** The states in which nothing is asked for that is not there yet, and customers are served. */
  sealed interface Serving extends ClusterState {}

  /** Asked for, not yet proved. */
  record Creating() implements ClusterState {
    @Override
    public Name name() {
      return Name.CREATING;
    }
  }

  /** It works, and here is the proof. */
  record Ready(Proof proof) implements Serving {
    @Override
    public Name name() {
      return Name.READY;
    }
  }

  /**
   * Something else is wanted of it than before, which is not yet proved.
   *
   * @param before what a cancellation brings back; absent where something may have been done
   *     outside
   */
  record Updating(Optional<Before> before) implements ClusterState {
    @Override
    public Name name() {
      return Name.UPDATING;
    }
  }

  /** What was wanted of a cluster, and how it was, before something else was asked of it. */
  record Before(ClusterSpec spec, Serving state) {}

  /** It worked before and does not show what is wanted; it is being repaired. */
  record Degraded(Instant since, String reason) implements Serving {
    @Override
    public Name name() {
      return Name.DEGRADED;
    }
  }

  /** Its servers are being stopped. */
  record Pausing() implements ClusterState {
    @Override
    public Name name() {
      return Name.PAUSING;
    }
  }

  /**
   * Its servers are stopped, and its data is kept.
   *
   * @param drift what is seen instead, a sentence; absent when they are stopped indeed
   */
  record Paused(Instant since, Optional<String> drift) implements ClusterState {
    @Override
    public Name name() {
      return Name.PAUSED;
    }
  }

  /** Its servers are to run again, which is not yet proved. */
  record Resuming() implements ClusterState {
    @Override
    public Name name() {
      return Name.RESUMING;
    }
  }

  /** Its data is being replaced by a backup's; nobody but EUTLAS can log in. */
  record Restoring() implements ClusterState {
    @Override
    public Name name() {
      return Name.RESTORING;
    }
  }

  /** On its way out; nothing turns it back. */
  record Deleting() implements ClusterState {
    @Override
    public Name name() {
      return Name.DELETING;
    }
  }

  /** Gone: a tombstone, by which what a stalled node may apply again is removed again. */
  record Deleted(Instant at) implements ClusterState {
    @Override
    public Name name() {
      return Name.DELETED;
    }
  }

  /** An operation ended badly. It is looked at on, slowly. */
  record Failed(Instant since, String reason, OperationType during) implements ClusterState {
    @Override
    public Name name() {
      return Name.FAILED;
    }
  }
}
