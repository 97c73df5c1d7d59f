package eu.eutlas.http.request;

import eu.eutlas.domain.Secret;
import eu.eutlas.domain.identity.Actor;
import java.security.Principal;

/**
 * The person whom a request comes from.
 *
 * @param accessToken that proved it, to be asked about again by what lasts longer than a request
 */
public record Visitor(Actor.Person person, Secret accessToken) implements Principal {
  @Override
  public String getName() {
    return person.id().value();
  }
}
