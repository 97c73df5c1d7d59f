package eu.eutlas.mongo.identity;

import static org.assertj.core.api.Assertions.assertThat;

import eu.eutlas.domain.identity.Session;
import eu.eutlas.mongo.GoldenDocument;
import eu.eutlas.testkit.PinnedClock;
import eu.eutlas.testkit.identity.Sessions;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class SessionDocumentTest {
  private static final Instant NOW = PinnedClock.START;

  @Test
  void keepsTheForm() {
    var session = Sessions.aSession(1).build().end(NOW.plusMillis(5));

    GoldenDocument.check("session", session, SessionDocument::toBson, SessionDocument::fromBson);
  }

  @Test
  void isOverWhenItEndsOrExpiresWhicheverComesFirst() {
    var open = Sessions.aSession(1).build();

    assertThat(overAt(open)).isEqualTo(open.expiresAt());
    assertThat(overAt(open.end(NOW.plusMillis(5)))).isEqualTo(NOW.plusMillis(5));
    assertThat(overAt(open.end(open.expiresAt().plusMillis(1)))).isEqualTo(open.expiresAt());
  }

  private static Instant overAt(Session session) {
    var document = SessionDocument.toBson(session);
    return Instant.ofEpochMilli(document.getDateTime(SessionDocument.OVER_AT).getValue());
  }
}
