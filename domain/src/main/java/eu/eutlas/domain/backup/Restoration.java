package eu.eutlas.domain.backup;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What is being put into a cluster from a backup, or was last and did not come to a good end.
 *
 * @param source the backup
 * @param sourceAt as of when its data is
 * @param safety the backup of what was there before; absent where nobody wanted one, or nothing was
 * @param saved whether the safety backup is whole; true where there is none
 * @param fresh whether the cluster was made for it, so that nothing in it can be lost
 * @param documents how many were restored so far
 * @param heardAt when who copies was last heard of; absent while nobody copies
 */
public record Restoration(
    BackupId source,
    Instant sourceAt,
    Selection what,
    Optional<BackupId> safety,
    boolean saved,
    boolean fresh,
    Stage stage,
    long documents,
    Optional<Instant> heardAt) {

  /** After so long without a word, who copies is dead. */
  public static final Duration SILENCE = Duration.ofMinutes(2);

  /** How far it is. */
  public enum Stage {
    /** The servers are looked at, and users are kept out, so that nobody writes what is lost. */
    PREPARING,
    /** What was there before is backed up. */
    SAVING,
    /** The archive is read and held against its manifest; the cluster is as it was. */
    READING,
    /** The cluster's data is being replaced: it is neither the one nor the other. */
    WRITING,
    /** All of it is there and was compared; users may come back. */
    COPIED
  }

  /** Into a cluster that is made for it. */
  public static Restoration intoNew(Backup source, Contents contents, Selection what) {
    return of(source, contents, what, Optional.empty(), true);
  }

  /**
   * Into a cluster that is there.
   *
   * @param safety the backup that is taken of it first; absent when none is wanted
   */
  public static Restoration into(
      Backup source, Contents contents, Selection what, Optional<BackupId> safety) {
    return of(source, contents, what, safety, false);
  }

  private static Restoration of(
      Backup source, Contents contents, Selection what, Optional<BackupId> safety, boolean fresh) {
    return new Restoration(
        source.id(),
        contents.at(),
        what,
        safety,
        safety.isEmpty(),
        fresh,
        Stage.PREPARING,
        0,
        Optional.empty());
  }

  /** Whether somebody copies, or is to begin. */
  public boolean isCopying() {
    return stage == Stage.READING || stage == Stage.WRITING;
  }

  /** Whether what was in the cluster is still all of it, and nothing else. */
  public boolean isUntouched() {
    return stage.compareTo(Stage.WRITING) < 0;
  }

  /** Whether who copies was not heard of for too long, or nobody has begun. */
  public boolean isSilent(Instant now) {
    return heardAt.map(heard -> !now.isBefore(heard.plus(SILENCE))).orElse(true);
  }

  /** What was there before is saved. */
  public Restoration safe() {
    return new Restoration(source, sourceAt, what, safety, true, fresh, stage, documents, heardAt);
  }

  /** Nobody but EUTLAS can log in: what was there is saved, and then somebody may begin. */
  public Restoration locked() {
    return at(saved ? Stage.READING : Stage.SAVING, 0, Optional.empty());
  }

  /** Who copies is alive, and has come so far. */
  public Restoration heard(Stage reached, long restored, Instant now) {
    return at(reached, restored, Optional.of(now));
  }

  /** Every document is there, and was compared. */
  public Restoration copied(long restored) {
    return at(Stage.COPIED, restored, Optional.empty());
  }

  /** From the beginning, unless all of it is done. */
  public Restoration again() {
    return stage == Stage.COPIED ? this : at(Stage.PREPARING, 0, Optional.empty());
  }

  private Restoration at(Stage reached, long restored, Optional<Instant> heard) {
    return new Restoration(source, sourceAt, what, safety, saved, fresh, reached, restored, heard);
  }
}
