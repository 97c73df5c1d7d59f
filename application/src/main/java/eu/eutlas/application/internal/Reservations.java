package eu.eutlas.application.internal;

import eu.eutlas.application.Changes;
import eu.eutlas.application.Scope;
import eu.eutlas.application.cluster.ClusterRepository;
import eu.eutlas.application.organization.OrganizationRepository;
import eu.eutlas.application.project.ProjectRepository;
import eu.eutlas.domain.Slot;
import eu.eutlas.domain.Slots;
import eu.eutlas.domain.cluster.ClusterId;
import eu.eutlas.domain.organization.OrgId;
import eu.eutlas.domain.organization.Organization;
import eu.eutlas.domain.project.Project;
import eu.eutlas.domain.project.ProjectId;
import java.time.InstantSource;

/**
 * Ends reservations that were left behind by a crash between reserving and creating: where the
 * child exists its place becomes live, where it does not the place and its name are free again.
 */
public final class Reservations {
  private static final Scope ALL = new Scope.Everything("reservations of all tenants are swept");
  private static final int MOST = 100;

  private final OrganizationRepository organizations;
  private final ProjectRepository projects;
  private final ClusterRepository clusters;
  private final InstantSource clock;

  public Reservations(
      OrganizationRepository organizations,
      ProjectRepository projects,
      ClusterRepository clusters,
      InstantSource clock) {
    this.organizations = organizations;
    this.projects = projects;
    this.clusters = clusters;
    this.clock = clock;
  }

  /** Looks for abandoned reservations and ends them. Repeatable. */
  public void sweep() {
    var before = clock.instant().minus(Slots.RESERVATION_LASTS);
    organizations.withReservations(before, MOST).forEach(this::sweepOrganization);
    projects.withReservations(before, MOST).forEach(this::sweepProject);
  }

  private void sweepOrganization(OrgId id) {
    Changes.insist(() -> organizations.find(ALL, id), this::ended, organizations::save);
  }

  private void sweepProject(ProjectId id) {
    Changes.insist(() -> projects.find(ALL, id), this::ended, projects::save);
  }

  private Organization ended(Organization organization) {
    var next = organization;
    for (Slot<ProjectId> slot : organization.projects().abandonedAt(clock.instant())) {
      var exists = projects.find(ALL, slot.id()).filter(Project::isActive).isPresent();
      next = exists ? next.occupy(slot.id()) : next.free(slot.id());
    }
    return next;
  }

  private Project ended(Project project) {
    var next = project;
    for (Slot<ClusterId> slot : project.clusters().abandonedAt(clock.instant())) {
      var exists =
          clusters.find(ALL, slot.id()).filter(cluster -> !cluster.isDeleted()).isPresent();
      next = exists ? next.occupy(slot.id()) : next.free(slot.id());
    }
    return next;
  }
}
