package eu.eutlas.application.identity;

import eu.eutlas.domain.Outcome;
import eu.eutlas.domain.identity.Actor;
import eu.eutlas.domain.identity.User;

/** Reads one's own account, verified or not. */
public final class ReadProfile {
  private final UserRepository users;

  public ReadProfile(UserRepository users) {
    this.users = users;
  }

  public Outcome<User> handle(Actor.Person person) {
    return Authenticate.orEnded(users.find(person.id()));
  }
}
