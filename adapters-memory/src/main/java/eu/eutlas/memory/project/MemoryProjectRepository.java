package eu.eutlas.memory.project;

import eu.eutlas.application.Cursor;
import eu.eutlas.application.Page;
import eu.eutlas.application.PageRequest;
import eu.eutlas.application.SaveResult;
import eu.eutlas.application.Scope;
import eu.eutlas.application.project.ProjectRepository;
import eu.eutlas.domain.OriginKey;
import eu.eutlas.domain.event.Outbox;
import eu.eutlas.domain.organization.OrgId;
import eu.eutlas.domain.project.Project;
import eu.eutlas.domain.project.ProjectId;
import eu.eutlas.memory.Documents;
import eu.eutlas.memory.Index;
import eu.eutlas.memory.Outboxes;
import eu.eutlas.memory.Reservations;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The projects, in memory. */
public final class MemoryProjectRepository implements ProjectRepository {
  private final Documents<Project> projects =
      new Documents<>(
          new Documents.Shape<>(
              project -> project.id().value(),
              Project::version,
              (project, version) -> with(project, project.outbox(), project.origin(), version)));
  private final Index<Project, String> byOrigin =
      projects.uniqueIndex(each -> each.origin().map(OriginKey::keyHash).stream());
  private final Index<Project, Instant> origins =
      projects.index(each -> each.origin().map(OriginKey::at).stream());
  private final Index<Project, String> activeByOrg =
      projects.index(
          each -> each.isActive() ? Stream.of(each.orgId().value()) : Stream.<String>empty());
  private final Index<Project, String> going =
      projects.index(each -> each.isActive() ? Stream.empty() : Stream.of(each.id().value()));
  private final Index<Project, String> outboxes =
      projects.index(each -> Outboxes.key(each.outbox()));
  private final Index<Project, Instant> reservations =
      projects.index(each -> Reservations.oldest(each.clusters()));

  @Override
  public void insert(Project project) {
    projects.insert(project);
  }

  @Override
  public SaveResult save(Project project) {
    return projects.save(project);
  }

  @Override
  public Optional<Project> find(Scope scope, ProjectId id) {
    return projects.find(id.value()).filter(found -> scope.covers(found.orgId()));
  }

  @Override
  public Optional<Project> findByOrigin(String originKeyHash) {
    return byOrigin.first(originKeyHash);
  }

  @Override
  public Page<Project> list(Scope scope, OrgId org, PageRequest request) {
    if (!scope.covers(org)) {
      return new Page<>(List.of(), Optional.empty());
    }
    var found = activeByOrg.with(org.value(), request.after().map(Cursor::id), request.limit() + 1);
    return Page.of(found, request, project -> new Cursor("", project.id().value()));
  }

  @Override
  public List<ProjectId> withOutbox(int limit) {
    return ids(outboxes.first(limit));
  }

  @Override
  public List<ProjectId> withReservations(Instant madeBefore, int limit) {
    return ids(reservations.before(madeBefore, limit));
  }

  @Override
  public List<ProjectId> deleting(int limit) {
    return ids(going.first(limit));
  }

  @Override
  public void drain(ProjectId id, Outbox copied) {
    projects.change(
        id.value(),
        found ->
            with(found, Outboxes.without(found.outbox(), copied), found.origin(), found.version()));
  }

  @Override
  public void remove(ProjectId id) {
    projects.takeIf(id.value(), found -> !found.isActive() && found.outbox().isEmpty());
  }

  @Override
  public long forgetOrigins(Instant before) {
    return projects.changeBefore(
        origins, before, found -> with(found, found.outbox(), Optional.empty(), found.version()));
  }

  private static List<ProjectId> ids(List<Project> found) {
    return found.stream().map(Project::id).toList();
  }

  private static Project with(
      Project project, Outbox outbox, Optional<OriginKey> origin, long version) {
    return new Project(
        project.id(),
        project.orgId(),
        project.name(),
        project.state(),
        project.clusters(),
        outbox,
        origin,
        project.createdAt(),
        project.updatedAt(),
        project.revision(),
        version);
  }
}
