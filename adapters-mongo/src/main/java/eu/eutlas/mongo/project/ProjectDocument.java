package eu.eutlas.mongo.project;

import eu.eutlas.domain.Revision;
import eu.eutlas.domain.cluster.ClusterId;
import eu.eutlas.domain.organization.OrgId;
import eu.eutlas.domain.project.Project;
import eu.eutlas.domain.project.ProjectId;
import eu.eutlas.domain.project.ProjectName;
import eu.eutlas.domain.project.ProjectState;
import eu.eutlas.mongo.DocumentReader;
import eu.eutlas.mongo.DocumentWriter;
import eu.eutlas.mongo.OriginDocument;
import eu.eutlas.mongo.SlotsDocument;
import eu.eutlas.mongo.Values;
import eu.eutlas.mongo.event.OutboxDocument;
import org.bson.BsonDocument;

/** A project as it is stored. */
final class ProjectDocument {
  static final String ORG_ID = "orgId";
  static final String STATE = "state";

  /** Derived: when the oldest reservation was made; absent when there is none. */
  static final String RESERVED_AT = "reservedAt";

  private ProjectDocument() {}

  static BsonDocument toBson(Project project) {
    return new DocumentWriter()
        .put("_id", project.id().value())
        .put("version", project.version())
        .put("revision", project.revision().value())
        .put(ORG_ID, project.orgId().value())
        .put("name", project.name().value())
        .put(STATE, project.state())
        .put("clusters", SlotsDocument.toBson(project.clusters(), ClusterId::value))
        .put(OutboxDocument.FIELD, OutboxDocument.toBson(project.outbox()))
        .put(OriginDocument.FIELD, project.origin().map(OriginDocument::toBson))
        .put("createdAt", project.createdAt())
        .put("updatedAt", project.updatedAt())
        .putIf(OutboxDocument.NOT_EMPTY, !project.outbox().isEmpty())
        .put(RESERVED_AT, SlotsDocument.oldestReservation(project.clusters()).map(Values::value))
        .done();
  }

  static Project fromBson(BsonDocument document) {
    var stored = DocumentReader.of(document);
    return new Project(
        new ProjectId(stored.text("_id")),
        new OrgId(stored.text(ORG_ID)),
        new ProjectName(stored.text("name")),
        stored.word(STATE, ProjectState.class),
        SlotsDocument.fromBson(stored, "clusters", ClusterId::new),
        stored.document(OutboxDocument.FIELD, OutboxDocument::fromBson),
        stored.findDocument(OriginDocument.FIELD, OriginDocument::fromBson),
        stored.time("createdAt"),
        stored.time("updatedAt"),
        new Revision(stored.number("revision")),
        stored.number("version"));
  }
}
