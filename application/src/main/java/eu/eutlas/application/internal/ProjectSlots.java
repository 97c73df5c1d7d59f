package eu.eutlas.application.internal;

import eu.eutlas.application.Changes;
import eu.eutlas.application.Scope;
import eu.eutlas.application.organization.OrganizationRepository;
import eu.eutlas.domain.organization.OrgId;
import eu.eutlas.domain.organization.Organization;
import eu.eutlas.domain.project.ProjectId;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Keeps an organization's slots in step with its projects. */
public final class ProjectSlots {
  private static final Scope ALL = new Scope.Everything("slots follow projects, whoever asked");

  private final OrganizationRepository organizations;

  public ProjectSlots(OrganizationRepository organizations) {
    this.organizations = organizations;
  }

  /**
   * Makes a project's slot live. Repeatable; false when there is no slot, so that the project was
   * never to be.
   */
  public boolean occupy(OrgId org, ProjectId project) {
    return change(org, present -> present.occupy(project))
        .filter(saved -> saved.projects().find(project).isPresent())
        .isPresent();
  }

  /** Frees a project's slot, and with it the name. Repeatable. */
  public void free(OrgId org, ProjectId project) {
    change(org, present -> present.free(project));
  }

  /** The parent after the change; absent when there is none. */
  private Optional<Organization> change(OrgId id, UnaryOperator<Organization> change) {
    return Changes.insist(() -> organizations.find(ALL, id), change, organizations::save);
  }
}
