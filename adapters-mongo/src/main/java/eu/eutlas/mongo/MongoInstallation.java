package eu.eutlas.mongo;

import static eu.eutlas.mongo.Values.value;

import com.mongodb.client.model.Updates;
import eu.eutlas.application.PortFailure;
import eu.eutlas.domain.HexId;
import java.security.SecureRandom;
import java.util.Optional;
import org.bson.BsonNull;

/** Reads and writes the installation's document. */
final class MongoInstallation {
  static final CollectionSchema COLLECTION = CollectionSchema.of("installation");

  private static final int RANDOM_BYTES = 8;

  private final Store store;
  private final Documents<Installation> documents;

  MongoInstallation(Store store) {
    this.store = store;
    this.documents =
        store.documents(COLLECTION, InstallationDocument::toBson, InstallationDocument::fromBson);
  }

  Optional<Installation> find() {
    return documents.find(InstallationDocument.KEY);
  }

  /** The installation, made if it is not there; one of many nodes makes it. */
  Installation findOrCreate() {
    return find().orElseGet(this::create);
  }

  /** Keeps the key check unless there is one already; gives the installation as it is then. */
  Installation keepKeyCheck(String sealed) {
    documents.update(
        Where.id(InstallationDocument.KEY).is(InstallationDocument.KEY_CHECK, BsonNull.VALUE),
        Updates.set(InstallationDocument.KEY_CHECK, sealed));
    return find().orElseThrow();
  }

  void replaceKeyCheck(String sealed) {
    documents.update(
        Where.id(InstallationDocument.KEY), Updates.set(InstallationDocument.KEY_CHECK, sealed));
  }

  /** Moves the schema version on by one; false when it was not at the one before. */
  boolean reached(int version) {
    return documents.update(
        Where.id(InstallationDocument.KEY)
            .is(InstallationDocument.SCHEMA_VERSION, value(version - 1)),
        Updates.set(InstallationDocument.SCHEMA_VERSION, value(version)));
  }

  private Installation create() {
    var random = new byte[RANDOM_BYTES];
    new SecureRandom().nextBytes(random);
    var now = store.time();
    var installation = new Installation(HexId.of(now, random), now, Optional.empty(), 0);
    try {
      documents.insert(installation);
    } catch (PortFailure.Duplicate anotherNodeMadeIt) {
      return find().orElseThrow();
    }
    return installation;
  }
}
