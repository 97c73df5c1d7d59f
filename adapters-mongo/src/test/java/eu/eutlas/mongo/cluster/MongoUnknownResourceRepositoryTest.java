package eu.eutlas.mongo.cluster;

import eu.eutlas.application.cluster.UnknownResourceRepository;
import eu.eutlas.mongo.MongoUnderTest;
import eu.eutlas.testkit.cluster.UnknownResourceRepositoryContract;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.extension.RegisterExtension;

final class MongoUnknownResourceRepositoryTest {

  @Nested
  final class OnTheEmbeddedServer extends UnknownResourceRepositoryContract {
    @RegisterExtension final MongoUnderTest mongo = MongoUnderTest.embedded();

    @Override
    protected UnknownResourceRepository unknown() {
      return mongo.fresh().stores().unknownResources();
    }
  }

  @Nested
  @EnabledIfEnvironmentVariable(
      named = MongoUnderTest.URI,
      matches = ".+",
      disabledReason = MongoUnderTest.NOT_GIVEN)
  final class OnTheServerGiven extends UnknownResourceRepositoryContract {
    @RegisterExtension final MongoUnderTest mongo = MongoUnderTest.given();

    @Override
    protected UnknownResourceRepository unknown() {
      return mongo.fresh().stores().unknownResources();
    }
  }
}
