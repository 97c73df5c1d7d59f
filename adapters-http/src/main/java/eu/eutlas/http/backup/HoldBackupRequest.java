package eu.eutlas.http.backup;

import eu.eutlas.domain.backup.Hold;
import eu.eutlas.http.json.JsonRequest;
import java.util.Optional;

/** Whether a backup must not go, and why. */
record HoldBackupRequest(Boolean held, Optional<Hold.Reason> reason) implements JsonRequest {

  /** Absent when it may go again. */
  Optional<Hold.Reason> begun() {
    return held ? reason.or(() -> Optional.of(new Hold.Reason(""))) : Optional.empty();
  }
}
