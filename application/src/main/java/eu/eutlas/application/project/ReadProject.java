package eu.eutlas.application.project;

import eu.eutlas.application.Authorizer;
import eu.eutlas.domain.Outcome;
import eu.eutlas.domain.Refusal;
import eu.eutlas.domain.identity.Actor;
import eu.eutlas.domain.organization.OrgId;
import eu.eutlas.domain.organization.Permission;
import eu.eutlas.domain.project.Project;
import eu.eutlas.domain.project.ProjectId;

/** Reads one project. A project that is being deleted is gone already for whoever asks. */
public final class ReadProject {
  private final Authorizer authorizer;
  private final ProjectRepository projects;

  public ReadProject(Authorizer authorizer, ProjectRepository projects) {
    this.authorizer = authorizer;
    this.projects = projects;
  }

  public Outcome<Project> handle(Actor actor, OrgId org, ProjectId id) {
    return authorizer
        .admit(actor)
        .flatMap(access ->
            access.allow(
                Permission.READ_PROJECT,
                projects.find(access.scope(), id).filter(Project::isActive),
                Project::orgId,
                "project"))
        .flatMap(project ->
            project.orgId().equals(org)
                ? Outcome.done(project)
                : Outcome.refused(Refusal.notFound("project")));
  }
}
