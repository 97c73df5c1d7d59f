package eu.eutlas.mongo;

import eu.eutlas.application.Leases;
import eu.eutlas.testkit.LeasesContract;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.extension.RegisterExtension;

final class MongoLeasesTest {

  @Nested
  final class OnTheEmbeddedServer extends LeasesContract {
    @RegisterExtension final MongoUnderTest mongo = MongoUnderTest.embedded();

    @Override
    protected Leases leases() {
      return mongo.fresh().stores().leases();
    }
  }

  @Nested
  @EnabledIfEnvironmentVariable(
      named = MongoUnderTest.URI,
      matches = ".+",
      disabledReason = MongoUnderTest.NOT_GIVEN)
  final class OnTheServerGiven extends LeasesContract {
    @RegisterExtension final MongoUnderTest mongo = MongoUnderTest.given();

    @Override
    protected Leases leases() {
      return mongo.fresh().stores().leases();
    }
  }
}
