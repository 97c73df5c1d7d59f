package eu.eutlas.mongo.mail;

import eu.eutlas.application.mail.MailRepository;
import eu.eutlas.mongo.MongoUnderTest;
import eu.eutlas.testkit.mail.MailRepositoryContract;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.extension.RegisterExtension;

final class MongoMailRepositoryTest {

  @Nested
  final class OnTheEmbeddedServer extends MailRepositoryContract {
    @RegisterExtension final MongoUnderTest mongo = MongoUnderTest.embedded();

    @Override
    protected MailRepository repository() {
      return mongo.fresh().stores().mails();
    }
  }

  @Nested
  @EnabledIfEnvironmentVariable(
      named = MongoUnderTest.URI,
      matches = ".+",
      disabledReason = MongoUnderTest.NOT_GIVEN)
  final class OnTheServerGiven extends MailRepositoryContract {
    @RegisterExtension final MongoUnderTest mongo = MongoUnderTest.given();

    @Override
    protected MailRepository repository() {
      return mongo.fresh().stores().mails();
    }
  }
}
