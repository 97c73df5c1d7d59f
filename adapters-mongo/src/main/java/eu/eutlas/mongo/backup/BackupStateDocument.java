package eu.eutlas.mongo.backup;

import eu.eutlas.domain.backup.BackupState;
import eu.eutlas.domain.backup.Consistency;
import eu.eutlas.domain.backup.Contents;
import eu.eutlas.domain.backup.Sha256;
import eu.eutlas.mongo.DocumentReader;
import eu.eutlas.mongo.DocumentWriter;
import org.bson.BsonDocument;

/** Where a backup stands, inside its document. */
final class BackupStateDocument {
  private BackupStateDocument() {}

  static BsonDocument toBson(BackupState state) {
    var document = new DocumentWriter().put("name", state.name());
    return switch (state) {
      case BackupState.Queued() -> document.done();
      case BackupState.Running(var since, var documents, var bytes, var expected) ->
          document
              .put("since", since)
              .put("documents", documents)
              .put("bytes", bytes)
              .put("expectedBytes", expected)
              .done();
      case BackupState.Completed(var started, var completed, var contents) ->
          document
              .put("startedAt", started)
              .put("completedAt", completed)
              .put("contents", contents(contents))
              .done();
      case BackupState.Failed(var at) -> document.put("at", at).done();
      case BackupState.Deleting(var since) -> document.put("since", since).done();
    };
  }

  static BackupState fromBson(DocumentReader state) {
    return switch (state.word("name", BackupState.Name.class)) {
      case QUEUED -> new BackupState.Queued();
      case RUNNING ->
          new BackupState.Running(
              state.time("since"),
              state.number("documents"),
              state.number("bytes"),
              state.number("expectedBytes"));
      case COMPLETED ->
          new BackupState.Completed(
              state.time("startedAt"),
              state.time("completedAt"),
              state.document("contents", BackupStateDocument::contents));
      case FAILED -> new BackupState.Failed(state.time("at"));
      case DELETING -> new BackupState.Deleting(state.time("since"));
    };
  }

  private static BsonDocument contents(Contents contents) {
    return new DocumentWriter()
        .put("at", contents.at())
        .put("sizeBytes", contents.sizeBytes())
        .put("checksum", contents.checksum().hex())
        .put("collections", contents.collections())
        .put("documents", contents.documents())
        .put("dataBytes", contents.dataBytes())
        .put("serverVersion", contents.serverVersion())
        .put("consistency", contents.consistency())
        .done();
  }

  private static Contents contents(DocumentReader contents) {
    return new Contents(
        contents.time("at"),
        contents.number("sizeBytes"),
        new Sha256(contents.text("checksum")),
        contents.integer("collections"),
        contents.number("documents"),
        contents.number("dataBytes"),
        contents.text("serverVersion"),
        contents.word("consistency", Consistency.class));
  }
}
