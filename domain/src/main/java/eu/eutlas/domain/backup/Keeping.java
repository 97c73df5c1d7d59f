package eu.eutlas.domain.backup;

import java.time.Instant;
import java.util.Optional;

/**
 * What decides how long a backup stays, and how far it can be trusted.
 *
 * @param expiresAt when it may go; absent before it is whole
 * @param hold absent when it may go in time
 * @param readUntil somebody reads it up to then; absent when nobody has
 * @param proof absent when it was never proved
 */
public record Keeping(
    Optional<Instant> expiresAt,
    Optional<Hold> hold,
    Optional<Instant> readUntil,
    Optional<BackupProof> proof) {
  public static final Keeping NONE =
      new Keeping(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  Keeping until(Instant expiry) {
    return new Keeping(Optional.of(expiry), hold, readUntil, proof);
  }

  Keeping held(Optional<Hold> wanted) {
    return new Keeping(expiresAt, wanted, readUntil, proof);
  }

  Keeping read(Instant until) {
    return new Keeping(expiresAt, hold, Optional.of(until), proof);
  }

  Keeping proved(BackupProof found) {
    return new Keeping(expiresAt, hold, readUntil, Optional.of(found));
  }

  boolean isRead(Instant now) {
    return readUntil.filter(now::isBefore).isPresent();
  }
}
