package eu.eutlas.domain.backup;

import eu.eutlas.domain.SealedSecret;
import eu.eutlas.domain.operation.OperationError;
import eu.eutlas.domain.operation.RetryPolicy;
import java.time.Duration;
import java.util.Optional;

/**
 * The attempts to write a backup.
 *
 * @param count the present one included; each writes to a place of its own
 * @param error of the last one that failed; absent when none has, and when one went well
 * @param dataKey the sealed key of what the last one wrote; absent when there is nothing
 */
public record Tries(int count, Optional<OperationError> error, Optional<SealedSecret> dataKey) {
  /** Five attempts, a minute after the first, then twice as long each time up to a quarter hour. */
  public static final RetryPolicy POLICY =
      new RetryPolicy(Duration.ofMinutes(1), 2, Duration.ofMinutes(15), 0.2, 5, 5);

  public static final Tries NONE = new Tries(0, Optional.empty(), Optional.empty());

  /** Whether there is no further attempt after one that failed so. */
  boolean areOver(OperationError failure) {
    return count >= POLICY.attempts(failure.failureClass());
  }

  /** The wait before the next attempt. */
  Duration pause(double jitter) {
    return POLICY.after(count, jitter);
  }

  Tries next(SealedSecret key) {
    return new Tries(count + 1, error, Optional.of(key));
  }

  /** One that failed before anything was written. */
  Tries missed() {
    return new Tries(count + 1, error, dataKey);
  }

  Tries failed(OperationError failure) {
    return new Tries(count, Optional.of(failure), dataKey);
  }

  Tries well() {
    return new Tries(count, Optional.empty(), dataKey);
  }

  Tries resealed(SealedSecret key) {
    return new Tries(count, error, Optional.of(key));
  }
}
