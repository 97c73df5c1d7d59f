package eu.eutlas.mongo.project;

import static eu.eutlas.mongo.Values.value;

import com.mongodb.client.model.Sorts;
import eu.eutlas.application.Cursor;
import eu.eutlas.application.Page;
import eu.eutlas.application.PageRequest;
import eu.eutlas.application.SaveResult;
import eu.eutlas.application.Scope;
import eu.eutlas.application.project.ProjectRepository;
import eu.eutlas.domain.event.Outbox;
import eu.eutlas.domain.organization.OrgId;
import eu.eutlas.domain.project.Project;
import eu.eutlas.domain.project.ProjectId;
import eu.eutlas.domain.project.ProjectState;
import eu.eutlas.mongo.CollectionSchema;
import eu.eutlas.mongo.CollectionSchema.Index;
import eu.eutlas.mongo.Documents;
import eu.eutlas.mongo.OriginDocument;
import eu.eutlas.mongo.Store;
import eu.eutlas.mongo.Where;
import eu.eutlas.mongo.event.OutboxDocument;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bson.conversions.Bson;

/** The projects, in the collection {@code projects}. */
public final class MongoProjectRepository implements ProjectRepository {
  public static final CollectionSchema COLLECTION =
      CollectionSchema.of(
          "projects",
          OriginDocument.UNIQUE,
          OriginDocument.BY_AGE,
          OutboxDocument.INDEX,
          Index.on(ProjectDocument.ORG_ID, ProjectDocument.STATE, "_id"),
          Index.on(ProjectDocument.STATE, "_id"),
          Index.sparseOn(ProjectDocument.RESERVED_AT));

  private static final Bson OLDEST_FIRST = Sorts.ascending("_id");

  private final Documents<Project> projects;

  public MongoProjectRepository(Store store) {
    this.projects = store.documents(COLLECTION, ProjectDocument::toBson, ProjectDocument::fromBson);
  }

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
    return projects.find(Where.id(id.value()).within(scope, ProjectDocument.ORG_ID));
  }

  @Override
  public Optional<Project> findByOrigin(String originKeyHash) {
    return OriginDocument.find(projects, originKeyHash);
  }

  @Override
  public Page<Project> list(Scope scope, OrgId org, PageRequest request) {
    if (!scope.covers(org)) {
      return new Page<>(List.of(), Optional.empty());
    }
    var active =
        Where.anything()
            .is(ProjectDocument.ORG_ID, value(org.value()))
            .is(ProjectDocument.STATE, value(ProjectState.ACTIVE));
    var where =
        request.after().map(cursor -> active.above("_id", value(cursor.id()))).orElse(active);
    return projects.page(
        where, OLDEST_FIRST, request, project -> new Cursor("", project.id().value()));
  }

  @Override
  public List<ProjectId> withOutbox(int limit) {
    return typed(OutboxDocument.idsOfNotEmpty(projects, limit));
  }

  @Override
  public List<ProjectId> withReservations(Instant madeBefore, int limit) {
    var reserved = ProjectDocument.RESERVED_AT;
    var where = Where.anything().below(reserved, value(madeBefore));
    return typed(projects.ids(where, Sorts.ascending(reserved), limit));
  }

  @Override
  public List<ProjectId> deleting(int limit) {
    return typed(projects.ids(deleting(Where.anything()), OLDEST_FIRST, limit));
  }

  @Override
  public void drain(ProjectId id, Outbox copied) {
    OutboxDocument.drain(projects, id.value(), copied);
  }

  @Override
  public void remove(ProjectId id) {
    projects.remove(OutboxDocument.empty(deleting(Where.id(id.value()))));
  }

  @Override
  public long forgetOrigins(Instant before) {
    return OriginDocument.forget(projects, before);
  }

  private static Where deleting(Where where) {
    return where.is(ProjectDocument.STATE, value(ProjectState.DELETING));
  }

  private static List<ProjectId> typed(List<String> ids) {
    return ids.stream().map(ProjectId::new).toList();
  }
}
