package eu.eutlas.domain.backup;

import eu.eutlas.domain.cluster.Turn;
import eu.eutlas.domain.event.Event;
import eu.eutlas.domain.event.EventType;
import eu.eutlas.domain.operation.FailureClass;
import eu.eutlas.domain.operation.OperationError;
import eu.eutlas.domain.operation.RetryPolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * The proof of a backup, from the wish until nothing of its throw-away cluster is left. Each change
 * does nothing where the proof is not at the stage that it belongs to.
 */
public final class BackupProving {
  /** The code of an attempt that found something else than what was backed up. */
  public static final String DIFFERENT = "BACKUP_DIFFERENT";

  /** Of attempts that failed, and may work in a while. */
  public static final RetryPolicy POLICY =
      new RetryPolicy(Duration.ofSeconds(5), 2, Duration.ofMinutes(2), 0.2, 5, 5);

  /** For ever. */
  private static final RetryPolicy LEAVING =
      new RetryPolicy(Duration.ofSeconds(1), 2, Duration.ofMinutes(5), 0.2, 1, 1);

  private static final OperationError ABANDONED =
      new OperationError(
          FailureClass.PERMANENT, "BACKUP_REMOVED", "The backup was removed meanwhile.");

  /** A proof that has not begun by then does not begin any more. */
  private static final Duration WAITS = Duration.ofDays(1);

  private static final Duration AT_LEAST = Duration.ofMinutes(30);
  private static final long BYTES_A_SECOND = 2_000_000;

  private BackupProving() {}

  /** Somebody or the policy wishes it proved; while a proof is under way that is the answer. */
  public static Backup wish(Backup backup, Proving wanted) {
    return backup.keeping().isBeingProved()
        ? backup
        : backup.with(backup.keeping().proving(wanted), wanted.at());
  }

  /** It is wished, and there is no place where it could be proved. */
  public static Backup impossible(Backup backup, Proving wanted, OperationError why, Turn turn) {
    return backup.keeping().isBeingProved()
        ? backup
        : over(backup, wanted.over(turn.now(), Optional.of(why)), why, turn);
  }

  /** The work on it begins, with a cluster that is not there yet. */
  public static Backup begin(Backup backup, ThrowAway throwAway, Instant now) {
    return change(
        backup,
        Proving.Waiting.class,
        now,
        (proving, waiting) ->
            proving.at(new Proving.Restoring(throwAway, now, 0, Optional.empty()), now));
  }

  /** It is worked on, and looked at again then. */
  public static Backup lookAgain(Backup backup, Instant at, Instant now) {
    return change(
        backup, Proving.Restoring.class, now, (proving, restoring) -> proving.at(restoring, at));
  }

  /** Until when a proof has to come to its end: it has more time the larger the data is. */
  public static Instant deadline(Proving proving, Contents contents) {
    return switch (proving.stage()) {
      case Proving.Waiting waiting -> proving.at().plus(WAITS);
      case Proving.Restoring restoring ->
          restoring.since().plus(AT_LEAST).plusSeconds(contents.dataBytes() / BYTES_A_SECOND);
      // What is left of it goes, however long that takes.
      case Proving.Leaving leaving -> Instant.MAX;
      case Proving.Over over -> Instant.MAX;
    };
  }

  /**
   * An attempt failed: another one after a pause, or it is given up. What is different is so twice
   * before it is told.
   */
  public static Backup troubled(Backup backup, OperationError error, Turn turn) {
    var failures = failures(backup) + 1;
    if (failures >= POLICY.attempts(error.failureClass()) || isDifferentAgain(backup, error)) {
      return failed(backup, error, turn);
    }
    return change(
        backup,
        Proving.Restoring.class,
        turn.now(),
        (proving, restoring) ->
            proving.at(
                new Proving.Restoring(
                    restoring.throwAway(), restoring.since(), failures, Optional.of(error)),
                turn.now().plus(POLICY.after(failures, turn.jitter()))));
  }

  private static boolean isDifferentAgain(Backup backup, OperationError error) {
    return error.code().equals(DIFFERENT)
        && backup
            .keeping()
            .proving()
            .flatMap(Proving::error)
            .filter(before -> before.code().equals(DIFFERENT))
            .isPresent();
  }

  private static int failures(Backup backup) {
    return backup
        .keeping()
        .proving()
        .filter(proving -> proving.stage() instanceof Proving.Restoring)
        .map(proving -> ((Proving.Restoring) proving.stage()).failures())
        .orElse(0);
  }

  /** It was restored and compared, and was the same. */
  public static Backup same(Backup backup, Turn turn) {
    var proving = backup.keeping().proving();
    if (proving.isEmpty() || !(proving.get().stage() instanceof Proving.Restoring restoring)) {
      return backup;
    }
    var proof =
        new BackupProof(backup.id(), turn.now(), Duration.between(restoring.since(), turn.now()));
    var contents = backup.contents();
    var message =
        "The %s was restored into a throw-away cluster and was the same: %d documents in %d collections, in %s."
            .formatted(
                backup.order().words(),
                contents.map(Contents::documents).orElse(0L),
                contents.map(Contents::collections).orElse(0),
                words(proof.recovery()));
    return leave(
            backup.with(backup.keeping().proved(proof), turn.now()), Optional.empty(), turn.now())
        .tell(event(backup, proving.get(), EventType.BACKUP_PROVED, message, turn));
  }

  /** It is damaged or different, or could not be tried. */
  public static Backup failed(Backup backup, OperationError error, Turn turn) {
    var proving = backup.keeping().proving();
    if (proving.isEmpty()) {
      return backup;
    }
    return switch (proving.get().stage()) {
      case Proving.Waiting waiting ->
          over(backup, proving.get().over(turn.now(), Optional.of(error)), error, turn);
      case Proving.Restoring restoring ->
          leave(backup, Optional.of(error), turn.now())
              .tell(failure(backup, proving.get(), error, turn));
      case Proving.Leaving leaving -> backup;
      case Proving.Over over -> backup;
    };
  }

  /** The backup is on its way out: nobody waits for its proof any more. */
  static Backup abandoned(Backup backup, Instant now) {
    var left =
        change(
            backup,
            Proving.Waiting.class,
            now,
            (proving, waiting) -> proving.over(now, Optional.of(ABANDONED)));
    return leave(left, Optional.of(ABANDONED), now);
  }

  /** It was looked for the throw-away cluster: it is gone, or looked for again after a pause. */
  public static Backup looked(Backup backup, boolean isGone, Turn turn) {
    var next =
        change(
            backup,
            Proving.Leaving.class,
            turn.now(),
            (proving, leaving) ->
                isGone
                    ? proving.over(turn.now(), leaving.error())
                    : proving.at(leaving.again(), turn.now().plus(pause(leaving, turn))));
    // What waited for the end of the proof goes on.
    return isGone && next.state() instanceof BackupState.Deleting
        ? next.lookAgain(turn.now())
        : next;
  }

  private static Duration pause(Proving.Leaving leaving, Turn turn) {
    return LEAVING.after(leaving.looks() + 1, turn.jitter());
  }

  private static Backup leave(Backup backup, Optional<OperationError> error, Instant now) {
    return change(
        backup,
        Proving.Restoring.class,
        now,
        (proving, restoring) ->
            proving.at(new Proving.Leaving(restoring.throwAway(), 0, error), now));
  }

  private static Backup over(Backup backup, Proving over, OperationError error, Turn turn) {
    return backup
        .with(backup.keeping().proving(over), turn.now())
        .tell(failure(backup, over, error, turn));
  }

  private static Event failure(Backup backup, Proving proving, OperationError error, Turn turn) {
    return event(
        backup,
        proving,
        EventType.BACKUP_PROOF_FAILED,
        "The %s was not proved. %s".formatted(backup.order().words(), error.message()),
        turn);
  }

  private static Event event(
      Backup backup, Proving proving, EventType type, String message, Turn turn) {
    return backup.order().event(type, message, proving.actor(), proving.correlationId(), turn);
  }

  private static <S extends Proving.Stage> Backup change(
      Backup backup, Class<S> stage, Instant now, BiFunction<Proving, S, Proving> change) {
    return backup
        .keeping()
        .proving()
        .filter(proving -> stage.isInstance(proving.stage()))
        .map(proving -> change.apply(proving, stage.cast(proving.stage())))
        .map(next -> backup.with(backup.keeping().proving(next), now))
        .orElse(backup);
  }

  /** For people: so many hours, minutes and seconds, the last only below an hour. */
  private static String words(Duration time) {
    if (time.toHours() > 0) {
      return "%d h %d min".formatted(time.toHours(), time.toMinutesPart());
    }
    return time.toMinutes() > 0
        ? "%d min %d s".formatted(time.toMinutes(), time.toSecondsPart())
        : "%d s".formatted(Math.max(1, time.toSeconds()));
  }
}
