package eu.eutlas.mongo.backup;

import eu.eutlas.domain.SealedSecret;
import eu.eutlas.domain.backup.Proving;
import eu.eutlas.domain.backup.ThrowAway;
import eu.eutlas.domain.cluster.ClusterId;
import eu.eutlas.domain.cluster.DatabaseLogin;
import eu.eutlas.domain.cluster.MongoVersion;
import eu.eutlas.domain.cluster.RegionId;
import eu.eutlas.domain.cluster.Resources;
import eu.eutlas.domain.identity.CorrelationId;
import eu.eutlas.mongo.DocumentReader;
import eu.eutlas.mongo.DocumentWriter;
import eu.eutlas.mongo.OriginDocument;
import eu.eutlas.mongo.Values;
import eu.eutlas.mongo.event.InitiatorDocument;
import org.bson.BsonDocument;

/** The last wish to prove a backup, inside its document. */
final class ProvingDocument {
  private static final String ERROR = "error";
  private static final String THROW_AWAY = "throwAway";

  private ProvingDocument() {}

  /** The stages by the words that they are stored under. */
  private enum Word {
    WAITING,
    RESTORING,
    LEAVING,
    OVER
  }

  static BsonDocument toBson(Proving proving) {
    return new DocumentWriter()
        .put("region", proving.region().value())
        .put("actor", InitiatorDocument.toBson(proving.actor()))
        .put("correlationId", proving.correlationId().value())
        .put("origin", proving.origin().map(OriginDocument::toBson))
        .put("at", proving.at())
        .put("stage", stage(proving.stage()))
        .put("lookAgainAt", proving.lookAgainAt().map(Values::value))
        .done();
  }

  static Proving fromBson(DocumentReader proving) {
    return new Proving(
        new RegionId(proving.text("region")),
        proving.document("actor", InitiatorDocument::fromBson),
        new CorrelationId(proving.text("correlationId")),
        proving.findDocument("origin", OriginDocument::fromBson),
        proving.time("at"),
        proving.document("stage", ProvingDocument::stage),
        proving.findTime("lookAgainAt"));
  }

  private static BsonDocument stage(Proving.Stage stage) {
    var document = new DocumentWriter();
    return switch (stage) {
      case Proving.Waiting() -> document.put("name", Word.WAITING).done();
      case Proving.Restoring(var throwAway, var since, var failures, var error) ->
          document
              .put("name", Word.RESTORING)
              .put(THROW_AWAY, throwAway(throwAway))
              .put("since", since)
              .put("failures", failures)
              .put(ERROR, error.map(BackupDocument::error))
              .done();
      case Proving.Leaving(var throwAway, var looks, var error) ->
          document
              .put("name", Word.LEAVING)
              .put(THROW_AWAY, throwAway(throwAway))
              .put("looks", looks)
              .put(ERROR, error.map(BackupDocument::error))
              .done();
      case Proving.Over(var at, var error) ->
          document
              .put("name", Word.OVER)
              .put("at", at)
              .put(ERROR, error.map(BackupDocument::error))
              .done();
    };
  }

  private static Proving.Stage stage(DocumentReader stage) {
    return switch (stage.word("name", Word.class)) {
      case WAITING -> new Proving.Waiting();
      case RESTORING ->
          new Proving.Restoring(
              stage.document(THROW_AWAY, ProvingDocument::throwAway),
              stage.time("since"),
              stage.integer("failures"),
              stage.findDocument(ERROR, BackupDocument::error));
      case LEAVING ->
          new Proving.Leaving(
              stage.document(THROW_AWAY, ProvingDocument::throwAway),
              stage.integer("looks"),
              stage.findDocument(ERROR, BackupDocument::error));
      case OVER ->
          new Proving.Over(stage.time("at"), stage.findDocument(ERROR, BackupDocument::error));
    };
  }

  private static BsonDocument throwAway(ThrowAway throwAway) {
    var resources = throwAway.resources();
    return new DocumentWriter()
        .put("id", throwAway.id().value())
        .put("cpuMillis", resources.cpuMillis())
        .put("memoryMegabytes", resources.memoryMegabytes())
        .put("storageGigabytes", resources.storageGigabytes())
        .put("members", resources.members())
        .put("mongoVersion", throwAway.mongoVersion().value())
        .put("username", throwAway.admin().username())
        .put("password", throwAway.admin().password().text())
        .put("passwordVersion", throwAway.admin().version())
        .done();
  }

  private static ThrowAway throwAway(DocumentReader throwAway) {
    return new ThrowAway(
        new ClusterId(throwAway.text("id")),
        new Resources(
            throwAway.integer("cpuMillis"),
            throwAway.integer("memoryMegabytes"),
            throwAway.integer("storageGigabytes"),
            throwAway.integer("members")),
        new MongoVersion(throwAway.text("mongoVersion")),
        new DatabaseLogin(
            throwAway.text("username"),
            new SealedSecret(throwAway.text("password")),
            throwAway.integer("passwordVersion")));
  }
}
