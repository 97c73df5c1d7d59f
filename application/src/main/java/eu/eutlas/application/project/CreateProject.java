package eu.eutlas.application.project;

import eu.eutlas.application.Access;
import eu.eutlas.application.Authorizer;
import eu.eutlas.application.Changes;
import eu.eutlas.application.Created;
import eu.eutlas.application.Ids;
import eu.eutlas.application.Origins;
import eu.eutlas.application.PortFailure;
import eu.eutlas.application.internal.ProjectSlots;
import eu.eutlas.application.operation.ReconcileQueue;
import eu.eutlas.application.operation.ReconcileQueue.Lane;
import eu.eutlas.application.operation.Work;
import eu.eutlas.application.organization.OrganizationRepository;
import eu.eutlas.domain.OriginKey;
import eu.eutlas.domain.Outcome;
import eu.eutlas.domain.Reservation;
import eu.eutlas.domain.event.Event;
import eu.eutlas.domain.event.EventId;
import eu.eutlas.domain.event.EventType;
import eu.eutlas.domain.event.Initiator;
import eu.eutlas.domain.identity.Actor;
import eu.eutlas.domain.organization.OrgId;
import eu.eutlas.domain.organization.Organization;
import eu.eutlas.domain.organization.Permission;
import eu.eutlas.domain.project.Project;
import eu.eutlas.domain.project.ProjectId;
import eu.eutlas.domain.project.ProjectName;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/**
 * Creates a project: its organization reserves the place and the name, then the project comes to
 * be, then the place is taken.
 */
public final class CreateProject {
  private final Authorizer authorizer;
  private final OrganizationRepository organizations;
  private final ProjectRepository projects;
  private final ProjectSlots slots;
  private final ReconcileQueue queue;
  private final Ids ids;
  private final InstantSource clock;

  public CreateProject(
      Authorizer authorizer,
      OrganizationRepository organizations,
      ProjectRepository projects,
      ProjectSlots slots,
      ReconcileQueue queue,
      Ids ids,
      InstantSource clock) {
    this.authorizer = authorizer;
    this.organizations = organizations;
    this.projects = projects;
    this.slots = slots;
    this.queue = queue;
    this.ids = ids;
    this.clock = clock;
  }

  public record Command(OrgId org, ProjectName name, Optional<OriginKey> origin) {}

  public Outcome<Created<Project>> handle(Actor actor, Command command) {
    return authorizer
        .admit(actor)
        .flatMap(
            access -> organization(access, command.org()).flatMap(org -> create(access, command)));
  }

  private Outcome<Organization> organization(Access access, OrgId id) {
    return access.allow(
        Permission.CREATE_PROJECT,
        organizations.find(access.scope(), id),
        Organization::id,
        "organization");
  }

  private Outcome<Created<Project>> create(Access access, Command command) {
    return replay(command)
        .orElseGet(() ->
            reserve(access, command)
                .flatMap(id -> insert(project(access.actor(), command, id), command)));
  }

  private Outcome<ProjectId> reserve(Access access, Command command) {
    var wanted = new ProjectId(ids.next());
    return Changes.reserve(
            () -> organization(access, command.org()),
            org -> org.reserve(wanted, command.name(), command.origin(), clock.instant()),
            organizations::save)
        .map(Reservation::child);
  }

  private Outcome<Created<Project>> insert(Project project, Command command) {
    try {
      projects.insert(project);
    } catch (PortFailure.Duplicate e) {
      // The same request in two copies: the other one was faster. Or its key is forgotten by now,
      // and only the name is left of it.
      return replay(command).orElseGet(Organization::projectNameTaken);
    }
    // Should the place have been given up meanwhile, the relay finds none and ends the project.
    queue.nudge(new Work.RelayProject(project.id()), Lane.PEOPLE);
    if (!slots.occupy(project.orgId(), project.id())) {
      return Outcome.refused(Changes.busy());
    }
    return Outcome.done(new Created<>(project, false));
  }

  private Project project(Actor.Person actor, Command command, ProjectId id) {
    var now = clock.instant();
    return Project.create(
        id, command.org(), command.name(), command.origin(), told(actor, command, id, now), now);
  }

  private Event told(Actor.Person actor, Command command, ProjectId id, Instant now) {
    return new Event(
        new EventId(ids.next()),
        EventType.PROJECT_CREATED,
        "Project %s was created.".formatted(command.name()),
        Initiator.of(actor),
        command.org(),
        Optional.of(id),
        Optional.empty(),
        actor.correlationId(),
        Map.of("project", command.name().value()),
        now);
  }

  private Optional<Outcome<Created<Project>>> replay(Command command) {
    var found = command.origin().flatMap(origin -> projects.findByOrigin(origin.keyHash()));
    return Origins.replay(
        command.origin(),
        found,
        found.flatMap(Project::origin),
        project -> !project.isActive(),
        "project");
  }
}
