package eu.eutlas.domain.backup;

import eu.eutlas.domain.SealedSecret;
import eu.eutlas.domain.operation.OperationError;
import java.util.Optional;

/**
 * The attempts to write a backup.
 *
 * @param count the present one included; each writes to a place of its own
 * @param error of the last one that failed; absent when none has, and when one went well
 * @param dataKey the sealed key of what the last one wrote; absent when there is nothing
 */
public record Tries(int count, Optional<OperationError> error, Optional<SealedSecret> dataKey) {
  public static final Tries NONE = new Tries(0, Optional.empty(), Optional.empty());

  Tries next(SealedSecret key) {
    return new Tries(count + 1, error, Optional.of(key));
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
