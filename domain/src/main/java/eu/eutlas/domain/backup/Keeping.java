package eu.eutlas.domain.backup;

import java.time.Instant;
import java.util.Optional;

/**
 * What decides how long a backup stays, and how far it can be trusted.
 *
 * @param expiresAt when it may go; absent before it is whole
 * @param hold absent when it may go in time
 * @param readUntil somebody reads it up to then; absent when nobody has
 * @param proof the last that went well; absent when it was never proved
 * @param proving the last wish for a proof; absent when there was none
 */
public record Keeping(
    Optional<Instant> expiresAt,
    Optional<Hold> hold,
    Optional<Instant> readUntil,
    Optional<BackupProof> proof,
    Optional<Proving> proving) {
  public static final Keeping NONE =
      new Keeping(
          Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  Keeping until(Instant expiry) {
    return new Keeping(Optional.of(expiry), hold, readUntil, proof, proving);
  }

  Keeping held(Optional<Hold> wanted) {
    return new Keeping(expiresAt, wanted, readUntil, proof, proving);
  }

  Keeping read(Instant until) {
    return new Keeping(expiresAt, hold, Optional.of(until), proof, proving);
  }

  Keeping proved(BackupProof found) {
    return new Keeping(expiresAt, hold, readUntil, Optional.of(found), proving);
  }

  Keeping proving(Proving next) {
    return new Keeping(expiresAt, hold, readUntil, proof, Optional.of(next));
  }

  /** Whether it is being restored and compared, or is about to be. */
  public boolean isBeingProved() {
    return proving.filter(Proving::isUnderWay).isPresent();
  }

  /** Whether somebody reads it: a person, or a proof. */
  boolean isRead(Instant now) {
    return readUntil.filter(now::isBefore).isPresent() || isBeingProved();
  }
}
