package eu.eutlas.mongo.event;

import eu.eutlas.application.event.EventLog;
import eu.eutlas.mongo.MongoUnderTest;
import eu.eutlas.testkit.event.EventLogContract;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.extension.RegisterExtension;

final class MongoEventLogTest {

  @Nested
  final class OnTheEmbeddedServer extends EventLogContract {
    @RegisterExtension final MongoUnderTest mongo = MongoUnderTest.embedded();

    @Override
    protected EventLog eventLog() {
      return mongo.fresh().stores().events();
    }
  }

  @Nested
  @EnabledIfEnvironmentVariable(
      named = MongoUnderTest.URI,
      matches = ".+",
      disabledReason = MongoUnderTest.NOT_GIVEN)
  final class OnTheServerGiven extends EventLogContract {
    @RegisterExtension final MongoUnderTest mongo = MongoUnderTest.given();

    @Override
    protected EventLog eventLog() {
      return mongo.fresh().stores().events();
    }
  }
}
