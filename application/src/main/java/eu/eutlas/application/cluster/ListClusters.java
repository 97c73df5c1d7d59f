package eu.eutlas.application.cluster;

import eu.eutlas.application.Access;
import eu.eutlas.application.Authorizer;
import eu.eutlas.application.Page;
import eu.eutlas.application.PageRequest;
import eu.eutlas.application.organization.OrganizationRepository;
import eu.eutlas.application.project.ProjectRepository;
import eu.eutlas.domain.Outcome;
import eu.eutlas.domain.identity.Actor;
import eu.eutlas.domain.organization.OrgId;
import eu.eutlas.domain.organization.Organization;
import eu.eutlas.domain.organization.Permission;
import eu.eutlas.domain.project.Project;
import eu.eutlas.domain.project.ProjectId;

/** Lists the clusters of a project, or of a whole organization. */
public final class ListClusters {
  private final Authorizer authorizer;
  private final OrganizationRepository organizations;
  private final ProjectRepository projects;
  private final ClusterRepository clusters;

  public ListClusters(
      Authorizer authorizer,
      OrganizationRepository organizations,
      ProjectRepository projects,
      ClusterRepository clusters) {
    this.authorizer = authorizer;
    this.organizations = organizations;
    this.projects = projects;
    this.clusters = clusters;
  }

  /**
   * The clusters of a project. Whoever finds one needs no proof that the project exists, so only an
   * empty list is looked into.
   */
  public Outcome<Page<ClusterSummary>> ofProject(
      Actor actor, ProjectId project, ClusterQuery query, PageRequest page) {
    return authorizer
        .admit(actor)
        .flatMap(access -> {
          var found = clusters.list(access.scope(), query.in(project), page);
          return found.items().isEmpty()
              ? project(access, project).map(exists -> found)
              : Outcome.done(found);
        });
  }

  /** The clusters of all projects of an organization. */
  public Outcome<Page<ClusterSummary>> ofOrganization(
      Actor actor, OrgId org, ClusterQuery query, PageRequest page) {
    return authorizer
        .admit(actor)
        .flatMap(access ->
            organization(access, org)
                .map(exists -> clusters.list(access.scope(), query.in(org), page)));
  }

  private Outcome<Project> project(Access access, ProjectId id) {
    return access.allow(
        Permission.READ_CLUSTER,
        projects.find(access.scope(), id).filter(Project::isActive),
        Project::orgId,
        "project");
  }

  private Outcome<Organization> organization(Access access, OrgId id) {
    return access.allow(
        Permission.READ_CLUSTER,
        organizations.find(access.scope(), id),
        Organization::id,
        "organization");
  }
}
