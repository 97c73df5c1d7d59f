package eu.eutlas.memory.backup;

import eu.eutlas.application.backup.BackupStore;
import eu.eutlas.testkit.PinnedClock;
import eu.eutlas.testkit.backup.BackupStoreContract;

final class MemoryBackupStoreTest extends BackupStoreContract {
  @Override
  protected BackupStore store() {
    return new MemoryBackupStore(new PinnedClock());
  }
}
