package eu.eutlas.mongo.backup;

import eu.eutlas.domain.Revision;
import eu.eutlas.domain.SealedSecret;
import eu.eutlas.domain.backup.Backup;
import eu.eutlas.domain.backup.BackupId;
import eu.eutlas.domain.backup.BackupOrder;
import eu.eutlas.domain.backup.BackupTrigger;
import eu.eutlas.domain.backup.Hold;
import eu.eutlas.domain.backup.Keeping;
import eu.eutlas.domain.backup.Proving;
import eu.eutlas.domain.backup.Tries;
import eu.eutlas.domain.cluster.ClusterId;
import eu.eutlas.domain.cluster.ClusterName;
import eu.eutlas.domain.cluster.RegionId;
import eu.eutlas.domain.identity.CorrelationId;
import eu.eutlas.domain.operation.FailureClass;
import eu.eutlas.domain.operation.OperationError;
import eu.eutlas.domain.organization.OrgId;
import eu.eutlas.domain.project.ProjectId;
import eu.eutlas.mongo.DocumentReader;
import eu.eutlas.mongo.DocumentWriter;
import eu.eutlas.mongo.OriginDocument;
import eu.eutlas.mongo.Values;
import eu.eutlas.mongo.event.InitiatorDocument;
import eu.eutlas.mongo.event.OutboxDocument;
import java.time.Instant;
import java.util.Optional;
import org.bson.BsonDocument;
import org.bson.BsonValue;

/** A backup as it is stored. */
final class BackupDocument {
  static final String ORG_ID = "orgId";
  static final String CLUSTER_ID = "clusterId";
  static final String REGION = "region";
  static final String STATE = "state.name";

  /** Derived: when to look at one that is queued or running; absent for others. */
  static final String TAKE_AT = "takeAt";

  /** Derived: when to look at one that has ended; absent for others. */
  static final String TEND_AT = "tendAt";

  /** Derived: where a proof is to be looked at; absent when none is. */
  static final String PROVE_IN = "proveIn";

  /** Derived: when that is. */
  static final String PROVE_AT = "proveAt";

  /** Derived: where a cluster exists, or may, for a proof; absent when there is none. */
  static final String THROW_AWAY_IN = "throwAwayIn";

  /** Derived: the id of that cluster. */
  static final String THROW_AWAY = "throwAway";

  private static final String AT = "at";

  private BackupDocument() {}

  static BsonDocument toBson(Backup backup) {
    var order = backup.order();
    var due = backup.keeping().proving().filter(proving -> proving.lookAgainAt().isPresent());
    var there = backup.keeping().proving().filter(proving -> proving.throwAway().isPresent());
    return new DocumentWriter()
        .put("_id", backup.id().value())
        .put("version", backup.version())
        .put("revision", backup.revision().value())
        .put(ORG_ID, order.orgId().value())
        .put("projectId", order.projectId().value())
        .put(CLUSTER_ID, order.clusterId().value())
        .put("clusterName", order.clusterName().value())
        .put(REGION, order.region().value())
        .put("trigger", order.trigger())
        .put("actor", InitiatorDocument.toBson(order.actor()))
        .put("correlationId", order.correlationId().value())
        .put(OriginDocument.FIELD, order.origin().map(OriginDocument::toBson))
        .put("orderedAt", order.at())
        .put("state", BackupStateDocument.toBson(backup.state()))
        .put("tries", tries(backup.tries()))
        .put("keeping", keeping(backup.keeping()))
        .put(OutboxDocument.FIELD, OutboxDocument.toBson(backup.outbox()))
        .put("lookAgainAt", backup.lookAgainAt().map(Values::value))
        .put("updatedAt", backup.updatedAt())
        .putIf(OutboxDocument.NOT_EMPTY, !backup.outbox().isEmpty())
        .put(TAKE_AT, due(backup, backup.isUnderWay()).map(Values::value))
        .put(TEND_AT, due(backup, !backup.isUnderWay()).map(Values::value))
        .put(PROVE_IN, due.map(BackupDocument::region))
        .put(PROVE_AT, due.flatMap(Proving::lookAgainAt).map(Values::value))
        .put(THROW_AWAY_IN, there.map(BackupDocument::region))
        .put(THROW_AWAY, there.flatMap(Proving::throwAway).map(it -> Values.value(it.id().value())))
        .done();
  }

  private static BsonValue region(Proving proving) {
    return Values.value(proving.region().value());
  }

  private static Optional<Instant> due(Backup backup, boolean applies) {
    return backup.lookAgainAt().filter(at -> applies);
  }

  static Backup fromBson(BsonDocument document) {
    var stored = DocumentReader.of(document);
    return new Backup(
        new BackupId(stored.text("_id")),
        order(stored),
        stored.document("state", BackupStateDocument::fromBson),
        stored.document("tries", BackupDocument::tries),
        stored.document("keeping", BackupDocument::keeping),
        stored.document(OutboxDocument.FIELD, OutboxDocument::fromBson),
        stored.findTime("lookAgainAt"),
        stored.time("updatedAt"),
        new Revision(stored.number("revision")),
        stored.number("version"));
  }

  private static BackupOrder order(DocumentReader stored) {
    return new BackupOrder(
        new OrgId(stored.text(ORG_ID)),
        new ProjectId(stored.text("projectId")),
        new ClusterId(stored.text(CLUSTER_ID)),
        new ClusterName(stored.text("clusterName")),
        new RegionId(stored.text(REGION)),
        stored.word("trigger", BackupTrigger.class),
        stored.document("actor", InitiatorDocument::fromBson),
        new CorrelationId(stored.text("correlationId")),
        stored.findDocument(OriginDocument.FIELD, OriginDocument::fromBson),
        stored.time("orderedAt"));
  }

  private static BsonDocument tries(Tries tries) {
    return new DocumentWriter()
        .put("count", tries.count())
        .put("error", tries.error().map(BackupDocument::error))
        .put("dataKey", tries.dataKey().map(key -> Values.value(key.text())))
        .done();
  }

  private static Tries tries(DocumentReader tries) {
    return new Tries(
        tries.integer("count"),
        tries.findDocument("error", BackupDocument::error),
        tries.findText("dataKey").map(SealedSecret::new));
  }

  static BsonDocument error(OperationError error) {
    return new DocumentWriter()
        .put("failureClass", error.failureClass())
        .put("code", error.code())
        .put("message", error.message())
        .done();
  }

  static OperationError error(DocumentReader error) {
    return new OperationError(
        error.word("failureClass", FailureClass.class), error.text("code"), error.text("message"));
  }

  private static BsonDocument keeping(Keeping keeping) {
    return new DocumentWriter()
        .put("expiresAt", keeping.expiresAt().map(Values::value))
        .put("hold", keeping.hold().map(BackupDocument::hold))
        .put("readUntil", keeping.readUntil().map(Values::value))
        .put("proof", keeping.proof().map(BackupProofDocument::toBson))
        .put("proving", keeping.proving().map(ProvingDocument::toBson))
        .done();
  }

  private static Keeping keeping(DocumentReader keeping) {
    return new Keeping(
        keeping.findTime("expiresAt"),
        keeping.findDocument("hold", BackupDocument::hold),
        keeping.findTime("readUntil"),
        keeping.findDocument("proof", BackupProofDocument::fromBson),
        keeping.findDocument("proving", ProvingDocument::fromBson));
  }

  private static BsonDocument hold(Hold hold) {
    return new DocumentWriter().put(AT, hold.since()).put("reason", hold.reason().value()).done();
  }

  private static Hold hold(DocumentReader hold) {
    return new Hold(hold.time(AT), new Hold.Reason(hold.text("reason")));
  }
}
