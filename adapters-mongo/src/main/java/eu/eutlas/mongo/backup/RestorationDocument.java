package eu.eutlas.mongo.backup;

import eu.eutlas.domain.backup.BackupId;
import eu.eutlas.domain.backup.Restoration;
import eu.eutlas.domain.backup.Selection;
import eu.eutlas.mongo.DocumentReader;
import eu.eutlas.mongo.DocumentWriter;
import eu.eutlas.mongo.Values;
import org.bson.BsonArray;
import org.bson.BsonDocument;

/** What is being restored into a cluster, inside its document. */
final class RestorationDocument {
  private RestorationDocument() {}

  static BsonDocument toBson(Restoration restoration) {
    var picks = restoration.what().picks().stream().map(RestorationDocument::pick).toList();
    return new DocumentWriter()
        .put("source", restoration.source().value())
        .put("sourceAt", restoration.sourceAt())
        .put("picks", new BsonArray(picks))
        .put("safety", restoration.safety().map(BackupId::value).map(Values::value))
        .put("saved", restoration.saved())
        .put("fresh", restoration.fresh())
        .put("stage", restoration.stage())
        .put("documents", restoration.documents())
        .put("heardAt", restoration.heardAt().map(Values::value))
        .done();
  }

  static Restoration fromBson(DocumentReader restoration) {
    return new Restoration(
        new BackupId(restoration.text("source")),
        restoration.time("sourceAt"),
        Selection.of(restoration.findDocuments("picks", RestorationDocument::pick)),
        restoration.findText("safety").map(BackupId::new),
        restoration.flag("saved"),
        restoration.flag("fresh"),
        restoration.word("stage", Restoration.Stage.class),
        restoration.number("documents"),
        restoration.findTime("heardAt"));
  }

  private static BsonDocument pick(Selection.Pick pick) {
    return new DocumentWriter()
        .put("from", pick.from())
        .put("to", pick.to().map(Values::value))
        .done();
  }

  private static Selection.Pick pick(DocumentReader pick) {
    return new Selection.Pick(pick.text("from"), pick.findText("to"));
  }
}
