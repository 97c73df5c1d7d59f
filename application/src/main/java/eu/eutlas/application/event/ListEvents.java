package eu.eutlas.application.event;

import eu.eutlas.application.Access;
import eu.eutlas.application.Authorizer;
import eu.eutlas.application.Page;
import eu.eutlas.application.PageRequest;
import eu.eutlas.application.organization.OrganizationRepository;
import eu.eutlas.domain.Outcome;
import eu.eutlas.domain.event.LoggedEvent;
import eu.eutlas.domain.identity.Actor;
import eu.eutlas.domain.organization.OrgId;
import eu.eutlas.domain.organization.Organization;
import eu.eutlas.domain.organization.Permission;

/** Lists what happened in an organization, newest first. */
public final class ListEvents {
  private final Authorizer authorizer;
  private final OrganizationRepository organizations;
  private final EventLog events;

  public ListEvents(Authorizer authorizer, OrganizationRepository organizations, EventLog events) {
    this.authorizer = authorizer;
    this.organizations = organizations;
    this.events = events;
  }

  public Outcome<Page<LoggedEvent>> handle(Actor actor, EventQuery query, PageRequest page) {
    return authorizer
        .admit(actor)
        .flatMap(access ->
            organization(access, query.org())
                .map(organization -> events.list(access.scope(), query, page)));
  }

  private Outcome<Organization> organization(Access access, OrgId id) {
    return access.allow(
        Permission.READ_EVENTS,
        organizations.find(access.scope(), id),
        Organization::id,
        "organization");
  }
}
