package eu.eutlas.mongo.identity;

import eu.eutlas.application.identity.SessionRepository;
import eu.eutlas.mongo.MongoUnderTest;
import eu.eutlas.testkit.identity.SessionRepositoryContract;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.extension.RegisterExtension;

final class MongoSessionRepositoryTest {

  @Nested
  final class OnTheEmbeddedServer extends SessionRepositoryContract {
    @RegisterExtension final MongoUnderTest mongo = MongoUnderTest.embedded();

    @Override
    protected SessionRepository repository() {
      return mongo.fresh().stores().sessions();
    }
  }

  @Nested
  @EnabledIfEnvironmentVariable(
      named = MongoUnderTest.URI,
      matches = ".+",
      disabledReason = MongoUnderTest.NOT_GIVEN)
  final class OnTheServerGiven extends SessionRepositoryContract {
    @RegisterExtension final MongoUnderTest mongo = MongoUnderTest.given();

    @Override
    protected SessionRepository repository() {
      return mongo.fresh().stores().sessions();
    }
  }
}
