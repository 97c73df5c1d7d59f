package eu.eutlas.application.identity;

import eu.eutlas.application.Changes;
import eu.eutlas.domain.Outcome;
import eu.eutlas.domain.Refusal;
import eu.eutlas.domain.identity.Actor;
import eu.eutlas.domain.identity.Email;
import eu.eutlas.domain.identity.User;
import java.time.InstantSource;

/**
 * Makes a user an administrator of the installation. Only who sits at its machine can ask.
 * Repeatable.
 */
public final class GrantAdministration {
  private final UserRepository users;
  private final InstantSource clock;

  public GrantAdministration(UserRepository users, InstantSource clock) {
    this.users = users;
    this.clock = clock;
  }

  public Outcome<User> handle(Actor.Machine machine, Email email) {
    return Changes.apply(
        () ->
            users
                .findByEmail(email)
                .map(Outcome::done)
                .orElseGet(() -> Outcome.refused(Refusal.notFound("account"))),
        user ->
            Outcome.done(user.administrator() ? user : user.grantAdministration(clock.instant())),
        users::save);
  }
}
