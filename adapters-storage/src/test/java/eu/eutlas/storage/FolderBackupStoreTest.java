package eu.eutlas.storage;

import eu.eutlas.application.backup.BackupStore;
import eu.eutlas.testkit.backup.BackupStoreContract;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import org.junit.jupiter.api.io.TempDir;

final class FolderBackupStoreTest extends BackupStoreContract {
  @TempDir Path folder;

  @Override
  protected BackupStore store() {
    return FolderBackupStore.open(
        new FolderSettings(folder.resolve("backups")), Clock.systemUTC(), new SecureRandom());
  }
}
