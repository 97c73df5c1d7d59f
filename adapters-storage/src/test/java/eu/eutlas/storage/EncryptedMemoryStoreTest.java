package eu.eutlas.storage;

import eu.eutlas.application.backup.BackupStore;
import eu.eutlas.memory.MemorySealer;
import eu.eutlas.memory.backup.MemoryBackupStore;
import eu.eutlas.testkit.PinnedClock;
import eu.eutlas.testkit.backup.BackupStoreContract;

final class EncryptedMemoryStoreTest extends BackupStoreContract {
  @Override
  protected BackupStore store() {
    return encrypted(new MemoryBackupStore(new PinnedClock()));
  }

  static BackupStore encrypted(BackupStore store) {
    var encryption = new TinkBackupEncryption(new MemorySealer());
    return encryption.through(encryption.newKey("owner"), "owner", store);
  }
}
