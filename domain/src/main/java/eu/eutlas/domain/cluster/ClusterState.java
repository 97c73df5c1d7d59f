package eu.eutlas.domain.cluster;

import eu.eutlas.domain.operation.OperationType;
import java.time.Instant;

/** Our verdict on a cluster. Each state holds what only that state has. */
public sealed interface ClusterState {

  /** The state in a word, as people and programs read it. */
  Name name();

  /** The names of the states. */
  enum Name {
    CREATING,
    READY,
    DEGRADED,
    DELETING,
    DELETED,
    FAILED
  }

  /** Asked for, not yet proved. */
  record Creating() implements ClusterState {
    @Override
    public Name name() {
      return Name.CREATING;
    }
  }

  /** It works, and here is the proof. */
  record Ready(Proof proof) implements ClusterState {
    @Override
    public Name name() {
      return Name.READY;
    }
  }

  /** It worked before and does not show what is wanted; it is being repaired. */
  record Degraded(Instant since, String reason) implements ClusterState {
    @Override
    public Name name() {
      return Name.DEGRADED;
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
