package eu.eutlas.application.identity;

import eu.eutlas.domain.identity.Session;
import eu.eutlas.domain.identity.User;
import java.time.Duration;
import java.time.InstantSource;

/** Issues the tokens of a session's present generation. */
public final class TokenIssue {
  private static final Duration ACCESS_LASTS = Duration.ofMinutes(15);

  private final Tokens tokens;
  private final InstantSource clock;

  public TokenIssue(Tokens tokens, InstantSource clock) {
    this.tokens = tokens;
    this.clock = clock;
  }

  SignedIn issue(Session session, User user) {
    var now = clock.instant();
    return new SignedIn(
        tokens.accessToken(user.id(), session.id(), now, now.plus(ACCESS_LASTS)),
        ACCESS_LASTS,
        tokens.refreshToken(session.id(), session.generation()),
        session.client(),
        user);
  }
}
