package eu.eutlas.application.project;

import eu.eutlas.application.Access;
import eu.eutlas.application.Authorizer;
import eu.eutlas.application.Changes;
import eu.eutlas.application.Ids;
import eu.eutlas.application.Revisions;
import eu.eutlas.application.internal.ProjectSlots;
import eu.eutlas.application.operation.ReconcileQueue;
import eu.eutlas.application.operation.ReconcileQueue.Lane;
import eu.eutlas.application.operation.Work;
import eu.eutlas.domain.Outcome;
import eu.eutlas.domain.Revision;
import eu.eutlas.domain.event.Event;
import eu.eutlas.domain.event.EventId;
import eu.eutlas.domain.event.EventType;
import eu.eutlas.domain.event.Initiator;
import eu.eutlas.domain.identity.Actor;
import eu.eutlas.domain.organization.OrgId;
import eu.eutlas.domain.organization.Permission;
import eu.eutlas.domain.project.Project;
import eu.eutlas.domain.project.ProjectId;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/**
 * Deletes a project that has no clusters. From the first write on it takes no more; its name is
 * free before the answer, and its document goes when its last event is told.
 */
public final class DeleteProject {
  private final Authorizer authorizer;
  private final ProjectRepository projects;
  private final ProjectSlots slots;
  private final ReconcileQueue queue;
  private final Ids ids;
  private final InstantSource clock;

  public DeleteProject(
      Authorizer authorizer,
      ProjectRepository projects,
      ProjectSlots slots,
      ReconcileQueue queue,
      Ids ids,
      InstantSource clock) {
    this.authorizer = authorizer;
    this.projects = projects;
    this.slots = slots;
    this.queue = queue;
    this.ids = ids;
    this.clock = clock;
  }

  public record Command(OrgId org, ProjectId project, Optional<Revision> ifMatch) {}

  public Outcome<Project> handle(Actor actor, Command command) {
    return authorizer
        .admit(actor)
        .flatMap(access ->
            Changes.apply(
                () -> load(access, command),
                project -> delete(access.actor(), project),
                projects::save))
        .map(this::finish);
  }

  private Outcome<Project> load(Access access, Command command) {
    return access
        .allow(
            Permission.DELETE_PROJECT,
            projects
                .find(access.scope(), command.project())
                .filter(project -> project.isActive() && project.orgId().equals(command.org())),
            Project::orgId,
            "project")
        .flatMap(project -> Revisions.check(project, project.revision(), command.ifMatch()));
  }

  private Outcome<Project> delete(Actor.Person actor, Project project) {
    var now = clock.instant();
    var told =
        new Event(
            new EventId(ids.next()),
            EventType.PROJECT_DELETED,
            "Project %s was deleted.".formatted(project.name()),
            Initiator.of(actor),
            project.orgId(),
            Optional.of(project.id()),
            Optional.empty(),
            actor.correlationId(),
            Map.of("project", project.name().value()),
            now);
    return project.delete(told, now);
  }

  private Project finish(Project project) {
    slots.free(project.orgId(), project.id());
    queue.nudge(new Work.RelayProject(project.id()), Lane.PEOPLE);
    return project;
  }
}
