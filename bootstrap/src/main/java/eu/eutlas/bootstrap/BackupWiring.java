package eu.eutlas.bootstrap;

import eu.eutlas.application.PortFailure;
import eu.eutlas.application.Ports;
import eu.eutlas.application.Sealer;
import eu.eutlas.application.backup.BackupStore;
import eu.eutlas.bootstrap.config.BackupConfiguration;
import eu.eutlas.mongo.MongoMetadata;
import eu.eutlas.storage.FolderBackupStore;
import eu.eutlas.storage.FolderSettings;
import eu.eutlas.storage.JsonManifestFormat;
import eu.eutlas.storage.S3BackupStore;
import eu.eutlas.storage.S3Settings;
import eu.eutlas.storage.TinkBackupEncryption;
import eu.eutlas.tenant.archive.DriverClusterArchives;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/** Makes what backups need: the engine, the store that was configured, and their encryption. */
final class BackupWiring {
  private static final String FOLDER = "backups";

  private final MongoMetadata metadata;
  private final InstantSource clock;
  private final RandomGenerator random;
  private final Closing closing;

  BackupWiring(
      MongoMetadata metadata, InstantSource clock, RandomGenerator random, Closing closing) {
    this.metadata = metadata;
    this.clock = clock;
    this.random = random;
    this.closing = closing;
  }

  Ports.Backups open(BackupConfiguration configuration, DataFolder data, Sealer sealer) {
    return new Ports.Backups(
        closing.opened("the archives", new DriverClusterArchives(clock)),
        configuration
            .bucket()
            .<BackupStore>map(this::bucket)
            .orElseGet(() -> folder(configuration.folder().orElseGet(() -> data.resolve(FOLDER)))),
        new TinkBackupEncryption(sealer),
        new JsonManifestFormat());
  }

  /** A store that cannot be reached now does not stop the start: attempts say why they fail. */
  private S3BackupStore bucket(S3Settings settings) {
    return closing.opened("the backup store", new S3BackupStore(settings));
  }

  /**
   * All nodes have to see the same folder: otherwise the backups that one takes cannot be restored
   * or removed by another.
   */
  private FolderBackupStore folder(Path folder) {
    FolderBackupStore store;
    try {
      store =
          FolderBackupStore.open(
              new FolderSettings(folder.toAbsolutePath().normalize()), clock, random);
    } catch (PortFailure failure) {
      throw new StartException("Backups cannot be kept: " + failure.error().message(), failure);
    }
    if (!metadata.backupStore(store.storeId()).equals(store.storeId())) {
      throw new StartException(
          "The backups of this installation are kept in another folder than "
              + folder
              + ". Give every node the same folder by EUTLAS_BACKUP_FOLDER, mounted from one place,"
              + " or a bucket by EUTLAS_S3_BUCKET.");
    }
    return store;
  }
}
