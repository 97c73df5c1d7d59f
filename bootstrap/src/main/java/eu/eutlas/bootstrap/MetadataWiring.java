package eu.eutlas.bootstrap;

import eu.eutlas.application.PortFailure;
import eu.eutlas.bootstrap.config.Configuration;
import eu.eutlas.domain.InvalidValue;
import eu.eutlas.domain.Secret;
import eu.eutlas.embeddedmongo.AdminCredentials;
import eu.eutlas.embeddedmongo.DiskException;
import eu.eutlas.embeddedmongo.EmbeddedMongo;
import eu.eutlas.mongo.Installation;
import eu.eutlas.mongo.MongoMetadata;
import eu.eutlas.mongo.NewerSchema;
import eu.eutlas.mongo.UnfinishedRestore;
import java.util.function.Consumer;

/**
 * Where the metadata is: in the MongoDB that was configured, or in a server of our own in the data
 * folder.
 */
final class MetadataWiring {
  static final String UNFINISHED =
      "A restore of the metadata did not come to its end. Run ./eutlas restore FILE again; until then"
          + " EUTLAS does not start on it.";

  private static final String ADMIN = "eutlas";
  private static final String FOLDER = "metadata";

  private MetadataWiring() {}

  /**
   * The connection string of the metadata. For the embedded server its password is made at each
   * start and never leaves the process.
   *
   * @param password that nobody knows yet
   * @param started hears of the embedded server, where there is one
   * @throws StartException when the disk does not take or give the metadata
   */
  static Secret uri(
      Configuration configuration,
      DataFolder folder,
      Secret password,
      Closing closing,
      Consumer<EmbeddedMongo> started) {
    return configuration
        .mongodbUri()
        .orElseGet(() -> {
          var admin = new AdminCredentials(ADMIN, password.reveal());
          var server = closing.opened("the embedded metadata", start(folder, admin));
          started.accept(server);
          return new Secret(server.connectionString(admin));
        });
  }

  private static EmbeddedMongo start(DataFolder folder, AdminCredentials admin) {
    try {
      return EmbeddedMongo.start(folder.resolve(FOLDER), admin);
    } catch (DiskException e) {
      throw new StartException("The metadata cannot be opened. " + e.getMessage(), e);
    }
  }

  static MongoMetadata connect(Secret uri, Closing closing) {
    return connect(uri, present -> {}, closing);
  }

  /**
   * Connects.
   *
   * @param look sees the installation before anything is written, and may refuse it
   */
  static MongoMetadata connect(Secret uri, Consumer<Installation> look, Closing closing) {
    try {
      return closing.opened("the metadata", MongoMetadata.connect(uri, look));
    } catch (InvalidValue e) {
      throw new StartException("EUTLAS_MONGODB_URI is not a MongoDB connection string.", e);
    } catch (UnfinishedRestore e) {
      throw new StartException(UNFINISHED, e);
    } catch (NewerSchema e) {
      throw new StartException(
          "The metadata was written by a newer EUTLAS. Start that version, or another database.",
          e);
    } catch (PortFailure e) {
      throw new StartException(
          "The metadata cannot be reached: no MongoDB answers at EUTLAS_MONGODB_URI, or it refuses"
              + " the login.",
          e);
    }
  }
}
