package eu.eutlas.mongo.cluster;

import eu.eutlas.application.cluster.ClusterRepository;
import eu.eutlas.mongo.MongoUnderTest;
import eu.eutlas.testkit.cluster.ClusterRepositoryContract;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.extension.RegisterExtension;

final class MongoClusterRepositoryTest {

  @Nested
  final class OnTheEmbeddedServer extends ClusterRepositoryContract {
    @RegisterExtension final MongoUnderTest mongo = MongoUnderTest.embedded();

    @Override
    protected ClusterRepository repository() {
      return mongo.fresh().stores().clusters();
    }
  }

  @Nested
  @EnabledIfEnvironmentVariable(
      named = MongoUnderTest.URI,
      matches = ".+",
      disabledReason = MongoUnderTest.NOT_GIVEN)
  final class OnTheServerGiven extends ClusterRepositoryContract {
    @RegisterExtension final MongoUnderTest mongo = MongoUnderTest.given();

    @Override
    protected ClusterRepository repository() {
      return mongo.fresh().stores().clusters();
    }
  }
}
