package eu.eutlas.domain.identity;

import static eu.eutlas.domain.Given.NOW;
import static eu.eutlas.domain.Given.secondsLater;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import eu.eutlas.domain.Given;
import eu.eutlas.domain.InvalidValue;
import eu.eutlas.domain.identity.Session.Refreshed;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SessionTest {

  private static final Instant REFRESH = secondsLater(600);

  private final Session started = start();
  private final Session refreshed = rotate(started, 1, REFRESH);

  static Session start() {
    return Session.start(Given.SESSION, Given.USER, ClientKind.PROGRAM, "192.0.2.1", "curl/8", NOW);
  }

  private static Session rotate(Session session, long presented, Instant now) {
    return session.refresh(presented, now) instanceof Refreshed.Rotated(var next) ? next : session;
  }

  @Test
  void isOpenForThirtyDays() {
    var expiry = NOW.plus(Session.LASTS);

    assertThat(started.isOpenAt(NOW)).isTrue();
    assertThat(started.isOpenAt(expiry.minusMillis(1))).isTrue();
    assertThat(started.isOpenAt(expiry)).isFalse();
  }

  @Test
  void thePresentTokenRotatesAndProlongs() {
    assertThat(started.refresh(1, REFRESH)).isEqualTo(new Refreshed.Rotated(refreshed));
    assertThat(refreshed.generation()).isEqualTo(2);
    assertThat(refreshed.refreshedAt()).isEqualTo(REFRESH);
    assertThat(refreshed.expiresAt()).isEqualTo(REFRESH.plus(Session.LASTS));
    assertThat(refreshed.createdAt()).isEqualTo(NOW);
  }

  @Test
  void thePredecessorIsAnsweredWithTheSameSuccessorForThirtySeconds() {
    var lastMoment = REFRESH.plusSeconds(30).minusMillis(1);

    assertThat(refreshed.refresh(1, REFRESH)).isEqualTo(new Refreshed.Repeated(refreshed));
    assertThat(refreshed.refresh(1, lastMoment)).isEqualTo(new Refreshed.Repeated(refreshed));
  }

  @Test
  void thePredecessorEndsTheSessionAfterThirtySeconds() {
    var late = REFRESH.plusSeconds(30);

    assertThat(refreshed.refresh(1, late)).isEqualTo(new Refreshed.Reused(refreshed.end(late)));
    assertThat(refreshed.end(late).isOpenAt(late)).isFalse();
  }

  @Test
  void whatIsOlderThanThePredecessorEndsTheSessionAtOnce() {
    var third = rotate(refreshed, 2, REFRESH);

    assertThat(third.generation()).isEqualTo(3);
    assertThat(third.refresh(1, REFRESH)).isEqualTo(new Refreshed.Reused(third.end(REFRESH)));
  }

  @ParameterizedTest
  @ValueSource(longs = {-1, 0, 2, Long.MIN_VALUE, Long.MAX_VALUE})
  void aGenerationThatWasNeverIssuedEndsTheSession(long presented) {
    assertThat(started.refresh(presented, NOW)).isEqualTo(new Refreshed.Reused(started.end(NOW)));
  }

  @Test
  void isNotRefreshedAfterItExpired() {
    var expiry = NOW.plus(Session.LASTS);

    assertThat(started.refresh(1, expiry)).isEqualTo(new Refreshed.Ended(started));
  }

  @Test
  void isNotRefreshedAfterItEnded() {
    var ended = refreshed.end(REFRESH);

    assertThat(ended.refresh(2, REFRESH)).isEqualTo(new Refreshed.Ended(ended));
    assertThat(ended.refresh(1, REFRESH)).isEqualTo(new Refreshed.Ended(ended));
  }

  @Test
  void endsOnce() {
    var ended = started.end(REFRESH);

    assertThat(ended.endedAt()).contains(REFRESH);
    assertThat(ended.end(REFRESH.plusSeconds(1))).isEqualTo(ended);
  }

  @Test
  void hasAGenerationOfOneOrMore() {
    assertThatExceptionOfType(InvalidValue.class).isThrownBy(() -> withGeneration(0));
  }

  private static Session withGeneration(long generation) {
    return new Session(
        Given.SESSION,
        Given.USER,
        ClientKind.CONSOLE,
        "192.0.2.1",
        "curl/8",
        generation,
        NOW,
        NOW,
        NOW.plus(Session.LASTS),
        Optional.empty(),
        0);
  }
}
