package eu.eutlas.application.identity;

import eu.eutlas.application.Changes;
import eu.eutlas.domain.Outcome;
import eu.eutlas.domain.Secret;
import eu.eutlas.domain.identity.Actor;
import eu.eutlas.domain.identity.User;
import java.time.InstantSource;

/** Uses the token of a verification mail. It works once; two clicks at once are one success. */
public final class VerifyEmail {
  private final UserRepository users;
  private final Tokens tokens;
  private final InstantSource clock;

  public VerifyEmail(UserRepository users, Tokens tokens, InstantSource clock) {
    this.users = users;
    this.tokens = tokens;
    this.clock = clock;
  }

  public Outcome<User> handle(Actor.Guest guest, Secret token) {
    var hash = tokens.hash(token);
    return Changes.apply(
        () ->
            users
                .findByVerification(hash)
                .map(Outcome::done)
                .orElseGet(() -> Outcome.refused(User.invalidToken())),
        user -> user.verify(hash, clock.instant()),
        users::save);
  }
}
