package eu.eutlas.application.organization;

import eu.eutlas.application.Authorizer;
import eu.eutlas.domain.Outcome;
import eu.eutlas.domain.identity.Actor;
import eu.eutlas.domain.organization.OrgId;
import eu.eutlas.domain.organization.Organization;
import eu.eutlas.domain.organization.Permission;

/** Reads one organization of one's own. */
public final class ReadOrganization {
  private final Authorizer authorizer;
  private final OrganizationRepository organizations;

  public ReadOrganization(Authorizer authorizer, OrganizationRepository organizations) {
    this.authorizer = authorizer;
    this.organizations = organizations;
  }

  public Outcome<Organization> handle(Actor actor, OrgId id) {
    return authorizer
        .admit(actor)
        .flatMap(access ->
            access.allow(
                Permission.READ_ORGANIZATION,
                organizations.find(access.scope(), id),
                Organization::id,
                "organization"));
  }
}
