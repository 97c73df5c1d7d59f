package eu.eutlas.application;

import eu.eutlas.application.installation.InstallationPause;
import eu.eutlas.application.organization.OrganizationRepository;
import eu.eutlas.domain.Outcome;
import eu.eutlas.domain.Refusal;
import eu.eutlas.domain.RefusalCode;
import eu.eutlas.domain.identity.Actor;
import eu.eutlas.domain.identity.UserId;
import eu.eutlas.domain.organization.OrgId;
import eu.eutlas.domain.organization.Role;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/** Decides who is let in. Every use case of a tenant asks here first. */
public final class Authorizer {
  private final OrganizationRepository organizations;
  private final InstallationPause pause;
  private final RecentReads<UserId, Map<OrgId, Role>> roles;

  public Authorizer(
      OrganizationRepository organizations, InstallationPause pause, InstantSource clock) {
    this.organizations = organizations;
    this.pause = pause;
    this.roles = new RecentReads<>(clock);
  }

  /** Admits a person whose address is verified, with their present roles. */
  public Outcome<Access> admit(Actor actor) {
    return switch (actor) {
      case Actor.Person person when person.verified() ->
          Outcome.done(new Access(person, rolesOf(person.id()), pause::refusal));
      case Actor.Person ignored ->
          Outcome.refused(
              new Refusal.Forbidden(
                  RefusalCode.EMAIL_NOT_VERIFIED,
                  "Your e-mail address is not verified yet. Open the link that was mailed to you."));
      case Actor.Guest ignored -> Outcome.refused(unauthenticated());
      case Actor.Machine ignored -> Outcome.refused(unauthenticated());
    };
  }

  /** Admits a person who runs the installation. */
  public Outcome<Actor.Person> admitAdministrator(Actor actor) {
    return admit(actor)
        .map(Access::actor)
        .flatMap(person ->
            person.administrator()
                ? Outcome.done(person)
                : Outcome.refused(
                    new Refusal.Forbidden(
                        RefusalCode.FORBIDDEN, "This is for administrators of the installation.")));
  }

  /** Forgets the roles of a user, because they have just changed. */
  public void forget(UserId user) {
    roles.forget(user);
  }

  /** The answer to whoever has not proved who they are. */
  public static Refusal unauthenticated() {
    return new Refusal.Unauthenticated(
        RefusalCode.UNAUTHENTICATED, "Log in first, and send the access token as a bearer token.");
  }

  private Map<OrgId, Role> rolesOf(UserId user) {
    return roles
        .get(user, id -> Optional.of(organizations.rolesOf(id)).filter(found -> !found.isEmpty()))
        .orElseGet(Map::of);
  }
}
