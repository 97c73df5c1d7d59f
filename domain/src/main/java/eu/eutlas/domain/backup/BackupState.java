package eu.eutlas.domain.backup;

import java.time.Instant;

/** Where a backup stands. */
public sealed interface BackupState {

  /** The state's word. */
  enum Name {
    QUEUED,
    RUNNING,
    COMPLETED,
    FAILED,
    DELETING
  }

  Name name();

  /** It waits for its turn, or for its next attempt. */
  record Queued() implements BackupState {
    @Override
    public Name name() {
      return Name.QUEUED;
    }
  }

  /**
   * It is being written.
   *
   * @param documents how many were read so far
   * @param bytes of them, uncompressed
   * @param expectedBytes what the server says of its size, an estimate; 0 before it was asked
   */
  record Running(Instant since, long documents, long bytes, long expectedBytes)
      implements BackupState {
    @Override
    public Name name() {
      return Name.RUNNING;
    }
  }

  /** It is whole and can be restored. */
  record Completed(Instant startedAt, Instant completedAt, Contents contents)
      implements BackupState {
    @Override
    public Name name() {
      return Name.COMPLETED;
    }
  }

  /** It was given up, and nothing of it is kept. */
  record Failed(Instant at) implements BackupState {
    @Override
    public Name name() {
      return Name.FAILED;
    }
  }

  /** What is in the store is being removed; the record goes with it. */
  record Deleting(Instant since) implements BackupState {
    @Override
    public Name name() {
      return Name.DELETING;
    }
  }
}
