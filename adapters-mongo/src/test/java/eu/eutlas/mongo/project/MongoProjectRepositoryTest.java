package eu.eutlas.mongo.project;

import eu.eutlas.application.project.ProjectRepository;
import eu.eutlas.mongo.MongoUnderTest;
import eu.eutlas.testkit.project.ProjectRepositoryContract;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.extension.RegisterExtension;

final class MongoProjectRepositoryTest {

  @Nested
  final class OnTheEmbeddedServer extends ProjectRepositoryContract {
    @RegisterExtension final MongoUnderTest mongo = MongoUnderTest.embedded();

    @Override
    protected ProjectRepository repository() {
      return mongo.fresh().stores().projects();
    }
  }

  @Nested
  @EnabledIfEnvironmentVariable(
      named = MongoUnderTest.URI,
      matches = ".+",
      disabledReason = MongoUnderTest.NOT_GIVEN)
  final class OnTheServerGiven extends ProjectRepositoryContract {
    @RegisterExtension final MongoUnderTest mongo = MongoUnderTest.given();

    @Override
    protected ProjectRepository repository() {
      return mongo.fresh().stores().projects();
    }
  }
}
