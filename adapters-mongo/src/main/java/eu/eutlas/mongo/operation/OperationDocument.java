package eu.eutlas.mongo.operation;

import eu.eutlas.domain.cluster.ClusterId;
import eu.eutlas.domain.identity.CorrelationId;
import eu.eutlas.domain.operation.Attempt;
import eu.eutlas.domain.operation.FailureClass;
import eu.eutlas.domain.operation.Operation;
import eu.eutlas.domain.operation.OperationError;
import eu.eutlas.domain.operation.OperationId;
import eu.eutlas.domain.operation.OperationState;
import eu.eutlas.domain.operation.OperationStep;
import eu.eutlas.domain.operation.OperationType;
import eu.eutlas.domain.operation.RetryPolicy;
import eu.eutlas.domain.organization.OrgId;
import eu.eutlas.domain.project.ProjectId;
import eu.eutlas.mongo.DocumentReader;
import eu.eutlas.mongo.DocumentWriter;
import eu.eutlas.mongo.Values;
import eu.eutlas.mongo.event.InitiatorDocument;
import org.bson.BsonDocument;

/** An operation as it is stored: a document of its own, or a part of its cluster's. */
public final class OperationDocument {
  static final String ORG_ID = "orgId";
  static final String CLUSTER_ID = "clusterId";
  static final String STARTED_AT = "startedAt";

  private OperationDocument() {}

  static BsonDocument toBson(Operation operation) {
    return write("_id", operation);
  }

  static Operation fromBson(BsonDocument document) {
    return read("_id", DocumentReader.of(document));
  }

  public static BsonDocument inCluster(Operation operation) {
    return write("id", operation);
  }

  public static Operation fromCluster(DocumentReader stored) {
    return read("id", stored);
  }

  private static BsonDocument write(String idField, Operation operation) {
    return new DocumentWriter()
        .put(idField, operation.id().value())
        .put("type", operation.type())
        .put(ORG_ID, operation.orgId().value())
        .put("projectId", operation.projectId().value())
        .put(CLUSTER_ID, operation.clusterId().value())
        .put("actor", InitiatorDocument.toBson(operation.actor()))
        .put("correlationId", operation.correlationId().value())
        .put("state", operation.state())
        .put("step", operation.step())
        .put("waitsFor", operation.waitsFor().map(Values::value))
        .put("failures", operation.failures())
        .put("maxAttempts", operation.maxAttempts())
        .putAll("attempts", operation.attempts(), OperationDocument::attempt)
        .put("nextAttemptAt", operation.nextAttemptAt().map(Values::value))
        .put(STARTED_AT, operation.startedAt())
        .put("deadline", operation.deadline())
        .put("endedAt", operation.endedAt().map(Values::value))
        .done();
  }

  private static Operation read(String idField, DocumentReader stored) {
    return new Operation(
        new OperationId(stored.text(idField)),
        stored.word("type", OperationType.class),
        new OrgId(stored.text(ORG_ID)),
        new ProjectId(stored.text("projectId")),
        new ClusterId(stored.text(CLUSTER_ID)),
        stored.document("actor", InitiatorDocument::fromBson),
        new CorrelationId(stored.text("correlationId")),
        stored.word("state", OperationState.class),
        stored.word("step", OperationStep.class),
        stored.findText("waitsFor"),
        stored.integer("failures"),
        // Absent in documents of the releases in which it was always so.
        stored.integer("maxAttempts", RetryPolicy.USUAL.attempts()),
        stored.documents("attempts", OperationDocument::attempt),
        stored.findTime("nextAttemptAt"),
        stored.time(STARTED_AT),
        stored.time("deadline"),
        stored.findTime("endedAt"));
  }

  private static BsonDocument attempt(Attempt attempt) {
    return new DocumentWriter()
        .put("at", attempt.at())
        .put("step", attempt.step())
        .put("failureClass", attempt.error().failureClass())
        .put("code", attempt.error().code())
        .put("message", attempt.error().message())
        .done();
  }

  private static Attempt attempt(DocumentReader attempt) {
    return new Attempt(
        attempt.time("at"),
        attempt.word("step", OperationStep.class),
        new OperationError(
            attempt.word("failureClass", FailureClass.class),
            attempt.text("code"),
            attempt.text("message")));
  }
}
