package eu.eutlas.mongo.cluster;

import eu.eutlas.application.cluster.MaintenanceRepository;
import eu.eutlas.mongo.MongoUnderTest;
import eu.eutlas.testkit.cluster.MaintenanceRepositoryContract;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.extension.RegisterExtension;

final class MongoMaintenanceRepositoryTest {

  @Nested
  final class OnTheEmbeddedServer extends MaintenanceRepositoryContract {
    @RegisterExtension final MongoUnderTest mongo = MongoUnderTest.embedded();

    @Override
    protected MaintenanceRepository regions() {
      return mongo.fresh().stores().maintenance();
    }
  }

  @Nested
  @EnabledIfEnvironmentVariable(
      named = MongoUnderTest.URI,
      matches = ".+",
      disabledReason = MongoUnderTest.NOT_GIVEN)
  final class OnTheServerGiven extends MaintenanceRepositoryContract {
    @RegisterExtension final MongoUnderTest mongo = MongoUnderTest.given();

    @Override
    protected MaintenanceRepository regions() {
      return mongo.fresh().stores().maintenance();
    }
  }
}
