package eu.eutlas.memory.backup;

import eu.eutlas.application.backup.BackupRepository;
import eu.eutlas.testkit.backup.BackupRepositoryContract;

final class MemoryBackupRepositoryTest extends BackupRepositoryContract {
  @Override
  protected BackupRepository repository() {
    return new MemoryBackupRepository();
  }
}
