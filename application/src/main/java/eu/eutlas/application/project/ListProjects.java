package eu.eutlas.application.project;

import eu.eutlas.application.Authorizer;
import eu.eutlas.application.Page;
import eu.eutlas.application.PageRequest;
import eu.eutlas.application.organization.OrganizationRepository;
import eu.eutlas.domain.Outcome;
import eu.eutlas.domain.identity.Actor;
import eu.eutlas.domain.organization.OrgId;
import eu.eutlas.domain.organization.Organization;
import eu.eutlas.domain.organization.Permission;
import eu.eutlas.domain.project.Project;

/** Lists the projects of an organization. */
public final class ListProjects {
  private final Authorizer authorizer;
  private final OrganizationRepository organizations;
  private final ProjectRepository projects;

  public ListProjects(
      Authorizer authorizer, OrganizationRepository organizations, ProjectRepository projects) {
    this.authorizer = authorizer;
    this.organizations = organizations;
    this.projects = projects;
  }

  public Outcome<Page<Project>> handle(Actor actor, OrgId org, PageRequest page) {
    return authorizer
        .admit(actor)
        .flatMap(access ->
            access
                .allow(
                    Permission.READ_PROJECT,
                    organizations.find(access.scope(), org),
                    Organization::id,
                    "organization")
                .map(found -> projects.list(access.scope(), org, page)));
  }
}
