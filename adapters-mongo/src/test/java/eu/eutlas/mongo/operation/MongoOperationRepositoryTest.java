package eu.eutlas.mongo.operation;

import eu.eutlas.application.operation.OperationRepository;
import eu.eutlas.mongo.MongoUnderTest;
import eu.eutlas.testkit.operation.OperationRepositoryContract;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.extension.RegisterExtension;

final class MongoOperationRepositoryTest {

  @Nested
  final class OnTheEmbeddedServer extends OperationRepositoryContract {
    @RegisterExtension final MongoUnderTest mongo = MongoUnderTest.embedded();

    @Override
    protected OperationRepository repository() {
      return mongo.fresh().stores().operations();
    }
  }

  @Nested
  @EnabledIfEnvironmentVariable(
      named = MongoUnderTest.URI,
      matches = ".+",
      disabledReason = MongoUnderTest.NOT_GIVEN)
  final class OnTheServerGiven extends OperationRepositoryContract {
    @RegisterExtension final MongoUnderTest mongo = MongoUnderTest.given();

    @Override
    protected OperationRepository repository() {
      return mongo.fresh().stores().operations();
    }
  }
}
