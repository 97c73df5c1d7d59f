package eu.eutlas.mongo.backup;

import eu.eutlas.domain.backup.BackupId;
import eu.eutlas.domain.backup.BackupProof;
import eu.eutlas.mongo.DocumentReader;
import eu.eutlas.mongo.DocumentWriter;
import java.time.Duration;
import org.bson.BsonDocument;

/** That a backup was proved, inside its own document or its cluster's. */
final class BackupProofDocument {
  private BackupProofDocument() {}

  static BsonDocument toBson(BackupProof proof) {
    return new DocumentWriter()
        .put("id", proof.id().value())
        .put("at", proof.at())
        .put("recoveryMillis", proof.recovery().toMillis())
        .done();
  }

  static BackupProof fromBson(DocumentReader proof) {
    return new BackupProof(
        new BackupId(proof.text("id")),
        proof.time("at"),
        Duration.ofMillis(proof.number("recoveryMillis")));
  }
}
