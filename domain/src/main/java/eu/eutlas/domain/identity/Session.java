package eu.eutlas.domain.identity;

import eu.eutlas.domain.InvalidValue;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * One log-in of a user, kept alive by refreshing. A refresh token names the session and a
 * generation; each refresh raises the generation. The generation just before the present one still
 * works for {@link #GRACE}, so that a lost answer or two tabs do not log a person out; anything
 * older is a stolen token and ends the session.
 *
 * @param refreshedAt when the present generation was made
 * @param endedAt absent while the session lasts
 */
public record Session(
    SessionId id,
    UserId userId,
    ClientKind client,
    String address,
    String userAgent,
    long generation,
    Instant createdAt,
    Instant refreshedAt,
    Instant expiresAt,
    Optional<Instant> endedAt,
    long version) {

  /** How long a session lasts without a refresh. */
  public static final Duration LASTS = Duration.ofDays(30);

  /**
   * How long the immediate predecessor of a refresh token is still answered, with the same
   * successor.
   */
  public static final Duration GRACE = Duration.ofSeconds(30);

  public Session {
    InvalidValue.unless(generation >= 1, "A session's generation is 1 or more.");
  }

  public static Session start(
      SessionId id,
      UserId userId,
      ClientKind client,
      String address,
      String userAgent,
      Instant now) {
    return new Session(
        id, userId, client, address, userAgent, 1, now, now, now.plus(LASTS), Optional.empty(), 0);
  }

  public boolean isOpenAt(Instant now) {
    return endedAt.isEmpty() && now.isBefore(expiresAt);
  }

  /** Answers a refresh token of the generation given. */
  public Refreshed refresh(long presented, Instant now) {
    if (!isOpenAt(now)) {
      return new Refreshed.Ended(this);
    }
    if (presented == generation) {
      return new Refreshed.Rotated(nextGeneration(now));
    }
    var predecessor = presented >= 1 && presented == generation - 1;
    if (predecessor && now.isBefore(refreshedAt.plus(GRACE))) {
      return new Refreshed.Repeated(this);
    }
    return new Refreshed.Reused(end(now));
  }

  public Session end(Instant now) {
    return endedAt.isPresent()
        ? this
        : new Session(
            id,
            userId,
            client,
            address,
            userAgent,
            generation,
            createdAt,
            refreshedAt,
            expiresAt,
            Optional.of(now),
            version);
  }

  private Session nextGeneration(Instant now) {
    return new Session(
        id,
        userId,
        client,
        address,
        userAgent,
        generation + 1,
        createdAt,
        now,
        now.plus(LASTS),
        endedAt,
        version);
  }

  /** What a refresh token comes to. */
  public sealed interface Refreshed {
    /** A new generation, to be saved before it is answered. */
    record Rotated(Session session) implements Refreshed {}

    /** The predecessor within its grace: the present generation again, nothing to save. */
    record Repeated(Session session) implements Refreshed {}

    /** An old token: somebody else has used it. The session ends, to be saved. */
    record Reused(Session session) implements Refreshed {}

    /** The session had ended before. */
    record Ended(Session session) implements Refreshed {}
  }
}
