package eu.eutlas.domain.backup;

import eu.eutlas.domain.OriginKey;
import eu.eutlas.domain.cluster.RegionId;
import eu.eutlas.domain.event.Initiator;
import eu.eutlas.domain.identity.CorrelationId;
import eu.eutlas.domain.operation.OperationError;
import java.time.Instant;
import java.util.Optional;

/**
 * The last wish to prove a backup, and how far that has come. It is saved before anything is done
 * for it, so that whoever goes on after a crash finds the throw-away cluster by it.
 *
 * @param region where the throw-away cluster runs
 * @param origin absent when it was wished without an idempotency key
 * @param lookAgainAt when something is to be done about it; absent when it is over
 */
public record Proving(
    RegionId region,
    Initiator actor,
    CorrelationId correlationId,
    Optional<OriginKey> origin,
    Instant at,
    Stage stage,
    Optional<Instant> lookAgainAt) {

  /** One that was just wished, to be begun at once. */
  public static Proving wished(
      RegionId region,
      Initiator actor,
      CorrelationId correlationId,
      Optional<OriginKey> origin,
      Instant now) {
    return new Proving(region, actor, correlationId, origin, now, new Waiting(), Optional.of(now));
  }

  /** How far it has come. */
  public sealed interface Stage {}

  /** It waits for its turn; nothing was done for it. */
  public record Waiting() implements Stage {}

  /**
   * Servers start, or data is restored into them and compared.
   *
   * @param since when the work on it began; a node that went on after another counts from there
   * @param failures how many attempts have failed
   * @param error of the last of them
   */
  public record Restoring(
      ThrowAway throwAway, Instant since, int failures, Optional<OperationError> error)
      implements Stage {}

  /**
   * It is known what came of it, and the throw-away cluster goes.
   *
   * @param looks how often it was looked whether it is gone
   * @param error why the backup was not proved; absent when it was
   */
  public record Leaving(ThrowAway throwAway, int looks, Optional<OperationError> error)
      implements Stage {
    Leaving again() {
      return new Leaving(throwAway, looks + 1, error);
    }
  }

  /**
   * Nothing of it is left.
   *
   * @param error why the backup was not proved; absent when it was
   */
  public record Over(Instant at, Optional<OperationError> error) implements Stage {}

  /** What people are told of the stage. */
  public enum State {
    QUEUED,
    RUNNING,
    SUCCEEDED,
    FAILED
  }

  public State state() {
    return switch (stage) {
      case Waiting() -> State.QUEUED;
      case Restoring restoring -> State.RUNNING;
      case Leaving leaving -> leaving.error().isEmpty() ? State.SUCCEEDED : State.FAILED;
      case Over over -> over.error().isEmpty() ? State.SUCCEEDED : State.FAILED;
    };
  }

  /** Why the last attempt failed, or the whole. */
  public Optional<OperationError> error() {
    return switch (stage) {
      case Waiting() -> Optional.empty();
      case Restoring restoring -> restoring.error();
      case Leaving leaving -> leaving.error();
      case Over over -> over.error();
    };
  }

  /** The cluster that exists for it, or may; absent before and after. */
  public Optional<ThrowAway> throwAway() {
    return switch (stage) {
      case Waiting() -> Optional.empty();
      case Restoring restoring -> Optional.of(restoring.throwAway());
      case Leaving leaving -> Optional.of(leaving.throwAway());
      case Over over -> Optional.empty();
    };
  }

  /** Whether something is left to do. */
  public boolean isUnderWay() {
    return !(stage instanceof Over);
  }

  /** Whether the same request wished it. */
  public boolean isOf(OriginKey asked) {
    return origin.filter(known -> known.keyHash().equals(asked.keyHash())).isPresent();
  }

  Proving at(Stage next, Instant lookAgain) {
    return new Proving(region, actor, correlationId, origin, at, next, Optional.of(lookAgain));
  }

  Proving over(Instant now, Optional<OperationError> error) {
    return new Proving(
        region, actor, correlationId, origin, at, new Over(now, error), Optional.empty());
  }
}
