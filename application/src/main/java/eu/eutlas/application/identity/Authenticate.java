package eu.eutlas.application.identity;

import eu.eutlas.application.Authorizer;
import eu.eutlas.domain.Outcome;
import eu.eutlas.domain.Secret;
import eu.eutlas.domain.identity.Actor;
import eu.eutlas.domain.identity.Caller;
import java.time.InstantSource;
import java.util.Optional;

/** Tells who a request comes from, by its access token and the session behind it. */
public final class Authenticate {
  private final Tokens tokens;
  private final Logins logins;
  private final InstantSource clock;

  public Authenticate(Tokens tokens, Logins logins, InstantSource clock) {
    this.tokens = tokens;
    this.logins = logins;
    this.clock = clock;
  }

  public Outcome<Actor.Person> handle(Secret accessToken, Caller caller) {
    return orEnded(
        tokens
            .readAccessToken(accessToken, clock.instant())
            .flatMap(logins::find)
            .map(login -> person(login, caller)));
  }

  static <T> Outcome<T> orEnded(Optional<T> found) {
    return found.map(Outcome::done).orElseGet(() -> Outcome.refused(Authorizer.unauthenticated()));
  }

  private static Actor.Person person(Login login, Caller caller) {
    var user = login.user();
    return new Actor.Person(
        user.id(),
        user.email(),
        user.name(),
        user.isVerified(),
        user.administrator(),
        login.session().id(),
        caller);
  }
}
