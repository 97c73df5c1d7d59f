package eu.eutlas.mongo;

import org.bson.BsonDocument;

/** The one document about the installation itself. */
final class InstallationDocument {
  static final String KEY = "installation";
  static final String KEY_CHECK = "keyCheck";
  static final String SCHEMA_VERSION = "schemaVersion";

  private static final String INSTALLATION_ID = "installationId";
  private static final String CREATED_AT = "createdAt";

  private InstallationDocument() {}

  static BsonDocument toBson(Installation installation) {
    return new DocumentWriter()
        .put(Where.ID, KEY)
        .put(INSTALLATION_ID, installation.id())
        .put(CREATED_AT, installation.createdAt())
        .put(KEY_CHECK, installation.keyCheck().map(Values::value))
        .put(SCHEMA_VERSION, installation.schemaVersion())
        .done();
  }

  static Installation fromBson(BsonDocument document) {
    var stored = DocumentReader.of(document);
    return new Installation(
        stored.text(INSTALLATION_ID),
        stored.time(CREATED_AT),
        stored.findText(KEY_CHECK),
        stored.integer(SCHEMA_VERSION));
  }
}
