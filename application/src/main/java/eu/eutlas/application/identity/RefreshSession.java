package eu.eutlas.application.identity;

import eu.eutlas.application.SaveResult;
import eu.eutlas.domain.Outcome;
import eu.eutlas.domain.Refusal;
import eu.eutlas.domain.RefusalCode;
import eu.eutlas.domain.Secret;
import eu.eutlas.domain.identity.Actor;
import eu.eutlas.domain.identity.Session;
import eu.eutlas.domain.identity.Session.Refreshed;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Exchanges a refresh token for the tokens of the session's next generation. A stolen one ends the
 * session.
 */
public final class RefreshSession {
  private static final int TRIES = 5;

  private final SessionRepository sessions;
  private final UserRepository users;
  private final Tokens tokens;
  private final TokenIssue issue;
  private final Logins logins;
  private final InstantSource clock;

  public RefreshSession(
      SessionRepository sessions,
      UserRepository users,
      Tokens tokens,
      TokenIssue issue,
      Logins logins,
      InstantSource clock) {
    this.sessions = sessions;
    this.users = users;
    this.tokens = tokens;
    this.issue = issue;
    this.logins = logins;
    this.clock = clock;
  }

  public Outcome<SignedIn> handle(Actor.Guest guest, Secret refreshToken) {
    return tokens
        .readRefreshToken(refreshToken)
        .flatMap(this::refresh)
        .flatMap(session -> users.find(session.userId()).map(user -> issue.issue(session, user)))
        .map(Outcome::done)
        .orElseGet(() -> Outcome.refused(ended()));
  }

  /**
   * The session to issue tokens of; absent when there is none to continue. Who loses a race looks
   * again and finds the winner's.
   */
  private Optional<Session> refresh(Tokens.RefreshClaim claim) {
    for (var attempt = 1; attempt <= TRIES; attempt++) {
      var session = sessions.find(claim.session());
      if (session.isEmpty()) {
        return Optional.empty();
      }
      switch (session.get().refresh(claim.generation(), clock.instant())) {
        case Refreshed.Repeated(var present) -> {
          return Optional.of(present);
        }
        case Refreshed.Ended ignored -> {
          return Optional.empty();
        }
        case Refreshed.Rotated(var next) -> {
          if (sessions.save(next) == SaveResult.SAVED) {
            return Optional.of(next);
          }
        }
        case Refreshed.Reused(var stopped) -> {
          if (sessions.save(stopped) == SaveResult.SAVED) {
            logins.forget(stopped.id());
            return Optional.empty();
          }
        }
      }
    }
    return Optional.empty();
  }

  private static Refusal ended() {
    return new Refusal.Unauthenticated(
        RefusalCode.SESSION_ENDED, "The session has ended. Log in again.");
  }
}
