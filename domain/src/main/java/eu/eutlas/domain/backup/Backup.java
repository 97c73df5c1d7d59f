package eu.eutlas.domain.backup;

import eu.eutlas.domain.Outcome;
import eu.eutlas.domain.Refusal;
import eu.eutlas.domain.RefusalCode;
import eu.eutlas.domain.Revision;
import eu.eutlas.domain.SealedSecret;
import eu.eutlas.domain.cluster.Turn;
import eu.eutlas.domain.event.Event;
import eu.eutlas.domain.event.EventType;
import eu.eutlas.domain.event.Initiator;
import eu.eutlas.domain.event.Outbox;
import eu.eutlas.domain.identity.Actor;
import eu.eutlas.domain.operation.OperationError;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A backup of a cluster, from its order to its removal. Its cluster says whether it may be taken:
 * only the one that stands there as active is worked on.
 *
 * @param outbox what writes of this document caused and the relay has not yet copied
 * @param lookAgainAt when something is to be done about it; absent when nothing is
 * @param revision rises with what people change
 * @param version counts the writes of the document and decides races
 */
public record Backup(
    BackupId id,
    BackupOrder order,
    BackupState state,
    Tries tries,
    Keeping keeping,
    Outbox outbox,
    Optional<Instant> lookAgainAt,
    Instant updatedAt,
    Revision revision,
    long version) {

  /** After so long without a word, who writes it is dead. */
  public static final Duration SILENCE = Duration.ofMinutes(2);

  /** How long it is shown that one has failed. */
  private static final Duration FAILED_LASTS = Duration.ofDays(30);

  /** How soon it is looked at again what is being read or could not be removed. */
  private static final Duration PACE = Duration.ofMinutes(5);

  /** The same for what stays though its time is over. */
  private static final Duration STAYS_PACE = Duration.ofHours(6);

  /** A backup that is ordered. It is taken when its cluster says so. */
  public static Backup request(BackupId id, BackupOrder order) {
    return new Backup(
        id,
        order,
        new BackupState.Queued(),
        Tries.NONE,
        Keeping.NONE,
        Outbox.EMPTY,
        Optional.of(order.at()),
        order.at(),
        Revision.FIRST,
        0);
  }

  /** Whether it is still to be taken, or is being taken. */
  public boolean isUnderWay() {
    return state instanceof BackupState.Queued || state instanceof BackupState.Running;
  }

  /** What it holds; absent while it cannot be restored. */
  public Optional<Contents> contents() {
    return state instanceof BackupState.Completed(var started, var completed, var contents)
        ? Optional.of(contents)
        : Optional.empty();
  }

  /** What it holds, or that it cannot be used. */
  public Outcome<Contents> usable() {
    return contents()
        .map(Outcome::done)
        .orElseGet(() ->
            Outcome.refused(
                Refusal.conflict(
                    RefusalCode.BACKUP_NOT_COMPLETED,
                    "The backup is %s. Only one that is COMPLETED can be used."
                        .formatted(state.name()))));
  }

  /** Under which keys its objects begin in the store, whatever attempt wrote them. */
  public String place() {
    return order.orgId() + "/" + order.clusterId() + "/" + id;
  }

  /** A new attempt begins, with a data key of its own. */
  public Backup run(SealedSecret key, Instant now) {
    return with(new BackupState.Running(now, 0, 0, 0), tries.next(key), now)
        .lookAgain(now.plus(SILENCE));
  }

  /** Who writes it is alive, and has come so far. */
  public Backup progress(long documents, long bytes, long expectedBytes, Instant now) {
    return state instanceof BackupState.Running(var since, var before, var so, var far)
        ? with(new BackupState.Running(since, documents, bytes, expectedBytes), tries, now)
            .lookAgain(now.plus(SILENCE))
        : this;
  }

  /** It is whole, and stays as long as the policy of this moment says. */
  public Backup complete(Contents contents, Retention retention, Turn turn) {
    return state instanceof BackupState.Running running
        ? with(
                new BackupState.Completed(running.since(), turn.now(), contents),
                tries.well(),
                turn.now())
            .with(keeping.until(retention.expiry(turn.now())), turn.now())
            .lookAgain(turn.now())
            .tell(
                EventType.BACKUP_COMPLETED,
                "Cluster %s was backed up: %d documents in %d collections."
                    .formatted(order.clusterName(), contents.documents(), contents.collections()),
                turn)
        : this;
  }

  /** An attempt failed or could not begin: another one after a pause, or it is given up. */
  public Backup attemptFailed(OperationError failure, Turn turn) {
    var made = state instanceof BackupState.Queued ? tries.missed() : tries;
    if (!isUnderWay()) {
      return this;
    }
    return made.areOver(failure)
        ? with(state, made, turn.now()).giveUp(failure, turn)
        : with(new BackupState.Queued(), made.failed(failure), turn.now())
            .lookAgain(turn.now().plus(made.pause(turn.jitter())));
  }

  /** It is not to be taken any more. */
  public Backup giveUp(OperationError reason, Turn turn) {
    return isUnderWay()
        ? with(new BackupState.Failed(turn.now()), tries.failed(reason), turn.now())
            .with(keeping.until(turn.now().plus(FAILED_LASTS)), turn.now())
            .lookAgain(turn.now())
            .tell(order.failed(reason, turn))
        : this;
  }

  /** It is looked at again then. */
  public Backup lookAgain(Instant at) {
    return new Backup(
        id, order, state, tries, keeping, outbox, Optional.of(at), updatedAt, revision, version);
  }

  /** Its cluster knows of its end: what is left is its expiry. */
  public Backup settled() {
    return state instanceof BackupState.Deleting
        ? this
        : keeping.expiresAt().map(this::lookAgain).orElse(this);
  }

  /** What somebody wants gone goes, unless it is held. */
  public Outcome<Backup> delete(Actor actor, Turn turn) {
    if (keeping.hold().isPresent()) {
      return Outcome.refused(
          Refusal.conflict(
              RefusalCode.BACKUP_HELD,
              "The backup is on hold and stays. End the hold first, if you may."));
    }
    return Outcome.done(
        state instanceof BackupState.Deleting
            ? this
            : leave(turn.now())
                .changed()
                .tell(
                    EventType.BACKUP_DELETED,
                    "The %s was deleted.".formatted(order.words()),
                    actor,
                    turn));
  }

  /**
   * Its time may be over: then it goes, unless it is held, being read, or one that stays however
   * old it is; then it is looked at again soon.
   */
  public Backup tend(boolean stays, Turn turn) {
    var over = keeping.expiresAt().filter(end -> !turn.now().isBefore(end)).isPresent();
    if (!over) {
      return settled();
    }
    if (stays || keeping.hold().isPresent()) {
      return lookAgain(turn.now().plus(STAYS_PACE));
    }
    if (keeping.isRead(turn.now())) {
      return lookAgain(turn.now().plus(PACE));
    }
    var leaving = leave(turn.now());
    return contents().isEmpty()
        ? leaving
        : leaving.tell(
            EventType.BACKUP_EXPIRED,
            "The %s was removed: its time was over.".formatted(order.words()),
            turn);
  }

  /** Its cluster never took it: it goes, and there is nothing to tell. */
  public Backup drop(Instant now) {
    return leave(now);
  }

  private Backup leave(Instant now) {
    return BackupProving.abandoned(with(new BackupState.Deleting(now), tries, now), now)
        .lookAgain(now);
  }

  /** Whether what it holds may be removed now: nobody reads it, and all of it was told. */
  public boolean isRemovable(Instant now) {
    return state instanceof BackupState.Deleting && !keeping.isRead(now) && outbox.isEmpty();
  }

  /** Its removal has to wait, or did not work. */
  public Backup removalPutOff(Optional<OperationError> failure, Instant now) {
    return with(state, failure.map(tries::failed).orElse(tries), now).lookAgain(now.plus(PACE));
  }

  /** Somebody holds it, so that it stays whatever its age, or lets it go. */
  public Backup hold(Optional<Hold> wanted, Actor actor, Turn turn) {
    if (wanted.map(Hold::reason).equals(keeping.hold().map(Hold::reason))) {
      return this;
    }
    // What is let go may be over already.
    var changed = with(keeping.held(wanted), turn.now()).lookAgain(turn.now()).changed();
    return changed.tell(
        wanted.isPresent() ? EventType.BACKUP_HELD : EventType.BACKUP_RELEASED,
        wanted
            .map(hold -> "The %s is on hold. %s".formatted(order.words(), hold.reason().value()))
            .orElseGet(() -> "The hold of the %s was ended.".formatted(order.words()))
            .strip(),
        actor,
        turn);
  }

  /** Somebody begins to download it, and reads it until then. */
  public Backup download(Instant until, Actor actor, Turn turn) {
    return read(until, turn.now())
        .tell(
            EventType.BACKUP_DOWNLOADED,
            "The %s is being downloaded.".formatted(order.words()),
            actor,
            turn);
  }

  /** It is read, and who reads it says so again before that time is over. */
  public Backup read(Instant until, Instant now) {
    return with(keeping.read(until), now);
  }

  /** The same with its data key sealed by another key. */
  public Backup resealed(SealedSecret key) {
    return with(state, tries.resealed(key), updatedAt);
  }

  private Backup tell(EventType type, String message, Actor actor, Turn turn) {
    return tell(order.event(type, message, Initiator.of(actor), actor.correlationId(), turn));
  }

  private Backup tell(EventType type, String message, Turn turn) {
    return tell(order.event(type, message, order.actor(), order.correlationId(), turn));
  }

  Backup tell(Event event) {
    return new Backup(
        id,
        order,
        state,
        tries,
        keeping,
        outbox.tell(event),
        lookAgainAt,
        updatedAt,
        revision,
        version);
  }

  private Backup with(BackupState next, Tries made, Instant now) {
    return new Backup(id, order, next, made, keeping, outbox, lookAgainAt, now, revision, version);
  }

  Backup with(Keeping kept, Instant now) {
    return new Backup(id, order, state, tries, kept, outbox, lookAgainAt, now, revision, version);
  }

  private Backup changed() {
    return new Backup(
        id, order, state, tries, keeping, outbox, lookAgainAt, updatedAt, revision.next(), version);
  }
}
