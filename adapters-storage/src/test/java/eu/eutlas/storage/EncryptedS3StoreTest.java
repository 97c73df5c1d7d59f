package eu.eutlas.storage;

import eu.eutlas.application.backup.BackupStore;
import eu.eutlas.testkit.backup.BackupStoreContract;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class EncryptedS3StoreTest extends BackupStoreContract {
  private S3Server server;
  private final List<S3BackupStore> opened = new ArrayList<>();

  @BeforeAll
  void start() throws Exception {
    server = new S3Server();
  }

  @AfterAll
  void stop() throws Exception {
    server.stop();
  }

  @AfterEach
  void close() {
    opened.forEach(S3BackupStore::close);
    opened.clear();
  }

  @Override
  protected BackupStore store() {
    var store = new S3BackupStore(server.settings(), 10);
    opened.add(store);
    return EncryptedMemoryStoreTest.encrypted(store);
  }
}
