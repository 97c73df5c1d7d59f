package eu.eutlas.storage;

import eu.eutlas.application.backup.BackupStore;
import eu.eutlas.domain.Secret;
import eu.eutlas.testkit.backup.BackupStoreContract;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/**
 * The contract against any store that speaks S3: EUTLAS_TEST_S3_ENDPOINT, _KEY, _SECRET, and
 * _BUCKET, which is there already. What the tests leave in it is under tests/.
 */
@Tag("s3")
@EnabledIfEnvironmentVariable(
    named = "EUTLAS_TEST_S3_ENDPOINT",
    matches = "http.+",
    disabledReason = "no S3 store is given by EUTLAS_TEST_S3_ENDPOINT")
final class GivenS3StoreTest extends BackupStoreContract {
  private final List<S3BackupStore> opened = new ArrayList<>();

  @AfterEach
  void close() {
    opened.forEach(S3BackupStore::close);
    opened.clear();
  }

  /** MinIO lists no unfinished uploads of a prefix, and ends them itself. */
  @Override
  @Disabled("not every store lists unfinished uploads of a prefix")
  protected void endsWritesThatWereBegunBeforeAMoment() {}

  @Override
  protected BackupStore store() {
    var key =
        new S3Settings.AccessKey(
            System.getenv("EUTLAS_TEST_S3_KEY"),
            new Secret(System.getenv("EUTLAS_TEST_S3_SECRET")));
    var store =
        new S3BackupStore(
            S3Server.settings(
                URI.create(System.getenv("EUTLAS_TEST_S3_ENDPOINT")),
                key,
                System.getenv("EUTLAS_TEST_S3_BUCKET")),
            10);
    opened.add(store);
    return store;
  }
}
