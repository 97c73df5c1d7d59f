package eu.eutlas.mongo.identity;

import eu.eutlas.application.identity.UserRepository;
import eu.eutlas.mongo.MongoUnderTest;
import eu.eutlas.testkit.identity.UserRepositoryContract;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.extension.RegisterExtension;

final class MongoUserRepositoryTest {

  @Nested
  final class OnTheEmbeddedServer extends UserRepositoryContract {
    @RegisterExtension final MongoUnderTest mongo = MongoUnderTest.embedded();

    @Override
    protected UserRepository repository() {
      return mongo.fresh().stores().users();
    }
  }

  @Nested
  @EnabledIfEnvironmentVariable(
      named = MongoUnderTest.URI,
      matches = ".+",
      disabledReason = MongoUnderTest.NOT_GIVEN)
  final class OnTheServerGiven extends UserRepositoryContract {
    @RegisterExtension final MongoUnderTest mongo = MongoUnderTest.given();

    @Override
    protected UserRepository repository() {
      return mongo.fresh().stores().users();
    }
  }
}
