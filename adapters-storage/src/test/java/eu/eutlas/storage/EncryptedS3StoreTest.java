package eu.eutlas.storage;

import eu.eutlas.application.backup.BackupStore;
import eu.eutlas.testkit.backup.BackupStoreContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class EncryptedS3StoreTest extends BackupStoreContract {
  private S3Server server;
  private S3BackupStore store;

  @BeforeAll
  void start() throws Exception {
    server = new S3Server();
  }

  @AfterAll
  void stop() throws Exception {
    server.close();
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Override
  protected BackupStore store() {
    store = new S3BackupStore(server.settings(), 10);
    return EncryptedMemoryStoreTest.encrypted(store);
  }
}
