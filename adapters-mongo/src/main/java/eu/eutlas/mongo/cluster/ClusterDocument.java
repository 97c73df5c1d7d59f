package eu.eutlas.mongo.cluster;

import eu.eutlas.application.cluster.ClusterRepository;
import eu.eutlas.domain.Revision;
import eu.eutlas.domain.backup.BackupPolicy;
import eu.eutlas.domain.cluster.BackupAge;
import eu.eutlas.domain.cluster.Cluster;
import eu.eutlas.domain.cluster.ClusterId;
import eu.eutlas.domain.cluster.ClusterName;
import eu.eutlas.domain.cluster.ClusterSettings;
import eu.eutlas.domain.cluster.ClusterState;
import eu.eutlas.domain.cluster.Labels;
import eu.eutlas.domain.operation.Operation;
import eu.eutlas.domain.organization.OrgId;
import eu.eutlas.domain.project.ProjectId;
import eu.eutlas.mongo.DocumentReader;
import eu.eutlas.mongo.DocumentWriter;
import eu.eutlas.mongo.OriginDocument;
import eu.eutlas.mongo.Values;
import eu.eutlas.mongo.backup.ClusterBackupsDocument;
import eu.eutlas.mongo.event.OutboxDocument;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.BsonDocument;

/** A cluster as it is stored. */
final class ClusterDocument {
  static final String ORG_ID = "orgId";
  static final String PROJECT_ID = "projectId";
  static final String NAME = "name";
  static final String LABELS = "settings.labels";
  static final String LABEL_KEY = "key";
  static final String LABEL_VALUE = "value";
  static final String PLAN = "spec.plan";
  static final String REGION = "spec.region";
  static final String STATE = "status.state.name";
  static final String SEEN = "status.seen";
  static final String LOOK_AGAIN_AT = "status.lookAgainAt";
  static final String BACKUPS_LOOK_AT =
      "status." + ClusterStatusDocument.BACKUPS + "." + ClusterBackupsDocument.LOOK_AT;

  /** Derived: whether this is a tombstone. */
  static final String DELETED = "deleted";

  /** Derived: since when this is a tombstone; absent when it is none. */
  static final String DELETED_AT = "deletedAt";

  /** Derived: until when the operation under way is to end; absent when none is. */
  static final String DEADLINE = "deadline";

  /** Derived: as of when the newest good backup is; absent where nobody waits for another. */
  static final String NEWEST_BACKUP_AT = "newestBackupAt";

  /** Derived: when it is too old; absent where nobody waits for another. */
  static final String BACKUP_LATE_AT = "backupLateAt";

  /** Derived: the ids of the operations that the document held at its last save. */
  static final String OPERATION_IDS = "operationIds";

  private ClusterDocument() {}

  static BsonDocument toBson(Cluster cluster) {
    return new DocumentWriter()
        .put("_id", cluster.id().value())
        .put("version", cluster.version())
        .put("revision", cluster.revision().value())
        .put(ORG_ID, cluster.orgId().value())
        .put(PROJECT_ID, cluster.projectId().value())
        .put(NAME, cluster.name().value())
        .put("spec", ClusterSpecDocument.toBson(cluster.spec()))
        .put("settings", settings(cluster.settings()))
        .put("status", ClusterStatusDocument.toBson(cluster.status()))
        .put(OutboxDocument.FIELD, OutboxDocument.toBson(cluster.outbox()))
        .put(OriginDocument.FIELD, cluster.origin().map(OriginDocument::toBson))
        .put("createdAt", cluster.createdAt())
        .put("updatedAt", cluster.updatedAt())
        .putIf(OutboxDocument.NOT_EMPTY, !cluster.outbox().isEmpty())
        .put(DELETED, cluster.isDeleted())
        .put(DELETED_AT, deletedAt(cluster).map(Values::value))
        .put(DEADLINE, cluster.running().map(Operation::deadline).map(Values::value))
        .put(NEWEST_BACKUP_AT, BackupAge.newest(cluster).map(Values::value))
        .put(BACKUP_LATE_AT, BackupAge.lateAt(cluster).map(Values::value))
        .putAll(OPERATION_IDS, operationIds(cluster).toList(), Values::value)
        .done();
  }

  static Cluster fromBson(BsonDocument document) {
    var stored = DocumentReader.of(document);
    return new Cluster(
        new ClusterId(stored.text("_id")),
        new OrgId(stored.text(ORG_ID)),
        new ProjectId(stored.text(PROJECT_ID)),
        new ClusterName(stored.text(NAME)),
        stored.document("spec", ClusterSpecDocument::fromBson),
        stored.document("settings", ClusterDocument::settings),
        stored.document("status", ClusterStatusDocument::fromBson),
        stored.document(OutboxDocument.FIELD, OutboxDocument::fromBson),
        stored.findDocument(OriginDocument.FIELD, OriginDocument::fromBson),
        stored.time("createdAt"),
        stored.time("updatedAt"),
        new Revision(stored.number("revision")),
        stored.number("version"));
  }

  /** What was last seen, of a document that may hold nothing else. */
  static ClusterRepository.Seen seen(BsonDocument document) {
    var stored = DocumentReader.of(document);
    return new ClusterRepository.Seen(
        new ClusterId(stored.text("_id")),
        stored.findDocument("status", status -> status.findText("seen")).flatMap(seen -> seen),
        stored.flag(DELETED));
  }

  /** The operations that a cluster's document holds: under way, failed, or to be copied. */
  static Stream<String> operationIds(Cluster cluster) {
    return Stream.concat(
            cluster.status().operation().stream(), cluster.outbox().operations().stream())
        .map(Operation::id)
        .map(id -> id.value())
        .distinct();
  }

  /** Pairs are not fields: a label's key may hold dots, which MongoDB reads as a path. */
  private static BsonDocument label(Map.Entry<String, String> label) {
    return new DocumentWriter()
        .put(LABEL_KEY, label.getKey())
        .put(LABEL_VALUE, label.getValue())
        .done();
  }

  private static Map.Entry<String, String> label(DocumentReader label) {
    return Map.entry(label.text(LABEL_KEY), label.text(LABEL_VALUE));
  }

  private static BsonDocument settings(ClusterSettings settings) {
    return new DocumentWriter()
        .putAll("labels", settings.labels().pairs().entrySet(), ClusterDocument::label)
        .put("deletionProtection", settings.deletionProtection())
        .put("backups", ClusterBackupsDocument.policy(settings.backups()))
        .done();
  }

  static ClusterSettings settings(DocumentReader settings) {
    var pairs =
        settings.documents("labels", ClusterDocument::label).stream()
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    return new ClusterSettings(
        new Labels(pairs),
        settings.flag("deletionProtection"),
        // Absent in documents of before there were backups.
        settings
            .findDocument("backups", ClusterBackupsDocument::policy)
            .orElse(BackupPolicy.USUAL));
  }

  private static Optional<Instant> deletedAt(Cluster cluster) {
    return cluster.state() instanceof ClusterState.Deleted(var at)
        ? Optional.of(at)
        : Optional.empty();
  }
}
