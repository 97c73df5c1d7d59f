package eu.eutlas.application.project;

import eu.eutlas.application.Page;
import eu.eutlas.application.PageRequest;
import eu.eutlas.application.PortFailure;
import eu.eutlas.application.SaveResult;
import eu.eutlas.application.Scope;
import eu.eutlas.domain.event.Outbox;
import eu.eutlas.domain.organization.OrgId;
import eu.eutlas.domain.project.Project;
import eu.eutlas.domain.project.ProjectId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The projects. Any call may throw {@link PortFailure.Unavailable}; a write also {@link
 * PortFailure.OutcomeUnknown}.
 */
public interface ProjectRepository {

  /**
   * Adds a project.
   *
   * @throws PortFailure.Duplicate when the id or the origin's key is there already
   */
  void insert(Project project);

  /**
   * Writes it if the stored version is still the one that was read; the stored version rises by
   * one.
   */
  SaveResult save(Project project);

  Optional<Project> find(Scope scope, ProjectId id);

  /**
   * The project that a request with this key created. The key's hash names its maker, so no scope
   * is needed.
   */
  Optional<Project> findByOrigin(String originKeyHash);

  /** The active projects of an organization by id, oldest first. */
  Page<Project> list(Scope scope, OrgId org, PageRequest request);

  /** The ids of projects whose outbox is not empty. */
  List<ProjectId> withOutbox(int limit);

  /** The ids of projects that hold a reservation made before the moment. */
  List<ProjectId> withReservations(Instant madeBefore, int limit);

  /** The ids of projects that are being deleted. */
  List<ProjectId> deleting(int limit);

  /**
   * Takes out of the outbox what was copied; entries that came since stay, the version too.
   * Repeatable.
   */
  void drain(ProjectId id, Outbox copied);

  /**
   * Removes a project that is being deleted and whose outbox is empty; any other stays. Repeatable.
   */
  void remove(ProjectId id);

  /** Forgets origins older than the moment; returns how many. Repeatable. */
  long forgetOrigins(Instant before);
}
