package eu.eutlas.application.organization;

import eu.eutlas.application.Authorizer;
import eu.eutlas.application.Page;
import eu.eutlas.application.PageRequest;
import eu.eutlas.domain.Outcome;
import eu.eutlas.domain.identity.Actor;
import eu.eutlas.domain.organization.Organization;

/** Lists the organizations that one belongs to. */
public final class ListOrganizations {
  private final Authorizer authorizer;
  private final OrganizationRepository organizations;

  public ListOrganizations(Authorizer authorizer, OrganizationRepository organizations) {
    this.authorizer = authorizer;
    this.organizations = organizations;
  }

  public Outcome<Page<Organization>> handle(Actor actor, PageRequest page) {
    return authorizer.admit(actor).map(access -> organizations.list(access.scope(), page));
  }
}
