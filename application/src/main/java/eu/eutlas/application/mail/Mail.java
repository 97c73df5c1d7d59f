package eu.eutlas.application.mail;

import eu.eutlas.domain.OriginKey;
import eu.eutlas.domain.SealedSecret;
import eu.eutlas.domain.identity.CorrelationId;
import eu.eutlas.domain.identity.Email;
import eu.eutlas.domain.identity.User;
import eu.eutlas.domain.operation.Backoff;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A mail to be sent, or that was.
 *
 * @param variables what the template needs, sealed as one JSON-free text of lines; absent when sent
 *     or given up
 * @param nextAttemptAt when to send or try again, which is also how a sender claims it; absent when
 *     sent or given up
 * @param origin of the request that wrote it; absent without an idempotency key
 * @param answeredUserId what the request that wrote it was answered, so that it can be answered
 *     alike again
 */
public record Mail(
    MailId id,
    MailTemplate template,
    Email to,
    Optional<SealedSecret> variables,
    State state,
    int attempts,
    Optional<Instant> nextAttemptAt,
    Optional<OriginKey> origin,
    Optional<String> answeredUserId,
    CorrelationId correlationId,
    Instant createdAt,
    long version) {

  /** A mail is queued until it is sent or given up. */
  public enum State {
    QUEUED,
    SENT,
    FAILED
  }

  /** As long as a link in it works: after that it says nothing that is true any more. */
  public static final Duration TRIED_FOR = User.VERIFICATION_LASTS;

  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);
  private static final Duration CLAIM = Duration.ofSeconds(60);

  /** Claims the mail for one attempt: nobody else tries before the claim has ended. */
  public Mail claim(Instant now) {
    return with(variables, State.QUEUED, attempts + 1, Optional.of(now.plus(CLAIM)));
  }

  public boolean isDueAt(Instant now) {
    return state == State.QUEUED && nextAttemptAt.map(at -> !now.isBefore(at)).orElse(false);
  }

  /** Sent: what it said is erased. */
  public Mail sent() {
    return with(Optional.empty(), State.SENT, attempts, Optional.empty());
  }

  /** An attempt failed: again later, or never and erased. */
  public Mail attemptFailed(boolean retryable, Instant now, double jitter) {
    var next = now.plus(Backoff.after(Math.max(1, attempts), LONGEST_PAUSE, jitter));
    return retryable && !isPastAt(next)
        ? with(variables, State.QUEUED, attempts, Optional.of(next))
        : givenUp();
  }

  /**
   * Whether its time has passed. Also what is claimed again and again by senders that die with it
   * comes to its end by that.
   */
  public boolean isPastAt(Instant now) {
    return !now.isBefore(createdAt.plus(TRIED_FOR));
  }

  /** Not sent, and never to be: what it said is erased. */
  public Mail givenUp() {
    return with(Optional.empty(), State.FAILED, attempts, Optional.empty());
  }

  /** This mail as the next write over what is stored now. */
  Mail over(Mail stored) {
    return with(variables, state, attempts, nextAttemptAt, stored.version());
  }

  private Mail with(
      Optional<SealedSecret> variables,
      State state,
      int attempts,
      Optional<Instant> nextAttemptAt) {
    return with(variables, state, attempts, nextAttemptAt, version);
  }

  private Mail with(
      Optional<SealedSecret> variables,
      State state,
      int attempts,
      Optional<Instant> nextAttemptAt,
      long version) {
    return new Mail(
        id,
        template,
        to,
        variables,
        state,
        attempts,
        nextAttemptAt,
        origin,
        answeredUserId,
        correlationId,
        createdAt,
        version);
  }
}
