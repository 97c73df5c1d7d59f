package eu.eutlas.mongo.backup;

import eu.eutlas.application.backup.BackupRepository;
import eu.eutlas.mongo.MongoUnderTest;
import eu.eutlas.testkit.backup.BackupRepositoryContract;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.extension.RegisterExtension;

final class MongoBackupRepositoryTest {

  @Nested
  final class OnTheEmbeddedServer extends BackupRepositoryContract {
    @RegisterExtension final MongoUnderTest mongo = MongoUnderTest.embedded();

    @Override
    protected BackupRepository repository() {
      return mongo.fresh().stores().backups();
    }
  }

  @Nested
  @EnabledIfEnvironmentVariable(
      named = MongoUnderTest.URI,
      matches = ".+",
      disabledReason = MongoUnderTest.NOT_GIVEN)
  final class OnTheServerGiven extends BackupRepositoryContract {
    @RegisterExtension final MongoUnderTest mongo = MongoUnderTest.given();

    @Override
    protected BackupRepository repository() {
      return mongo.fresh().stores().backups();
    }
  }
}
