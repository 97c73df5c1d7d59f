package eu.eutlas.mongo.organization;

import eu.eutlas.application.organization.OrganizationRepository;
import eu.eutlas.mongo.MongoUnderTest;
import eu.eutlas.testkit.organization.OrganizationRepositoryContract;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.extension.RegisterExtension;

final class MongoOrganizationRepositoryTest {

  @Nested
  final class OnTheEmbeddedServer extends OrganizationRepositoryContract {
    @RegisterExtension final MongoUnderTest mongo = MongoUnderTest.embedded();

    @Override
    protected OrganizationRepository repository() {
      return mongo.fresh().stores().organizations();
    }
  }

  @Nested
  @EnabledIfEnvironmentVariable(
      named = MongoUnderTest.URI,
      matches = ".+",
      disabledReason = MongoUnderTest.NOT_GIVEN)
  final class OnTheServerGiven extends OrganizationRepositoryContract {
    @RegisterExtension final MongoUnderTest mongo = MongoUnderTest.given();

    @Override
    protected OrganizationRepository repository() {
      return mongo.fresh().stores().organizations();
    }
  }
}
