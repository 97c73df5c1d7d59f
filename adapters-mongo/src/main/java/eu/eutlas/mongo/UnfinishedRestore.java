package eu.eutlas.mongo;

import java.time.Instant;

/**
 * The metadata is being restored, or was and did not come to its end: what is there is not whole.
 * It was left untouched.
 */
public final class UnfinishedRestore extends RuntimeException {
  UnfinishedRestore(Instant begunAt) {
    super("A restore of the metadata began at " + begunAt + " and did not come to its end.");
  }
}
