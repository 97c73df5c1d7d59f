package eu.eutlas.testkit.identity;

import static org.assertj.core.api.Assertions.assertThat;

import eu.eutlas.application.SaveResult;
import eu.eutlas.application.identity.SessionRepository;
import eu.eutlas.domain.identity.ClientKind;
import eu.eutlas.domain.identity.Session;
import eu.eutlas.testkit.PinnedClock;
import eu.eutlas.testkit.UnusualText;
import eu.eutlas.testkit.VersionedStoreContract;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link SessionRepository} holds to. */
public abstract class SessionRepositoryContract extends VersionedStoreContract<Session> {
  private SessionRepository sessions;

  /** A repository over a new, empty store. */
  protected abstract SessionRepository repository();

  @BeforeEach
  void begin() {
    sessions = repository();
  }

  @Test
  void keepsEveryField() {
    var session =
        Sessions.aSession(1)
            .client(ClientKind.CONSOLE)
            .address("2001:db8::7%eth0")
            .userAgent(UnusualText.ANY)
            .generation(Long.MAX_VALUE)
            .endedAt(PinnedClock.START.plusMillis(1))
            .build();
    sessions.insert(session);

    assertThat(sessions.find(session.id())).contains(session);
  }

  @Test
  void keepsManySessionsOfOneUser() {
    sessions.insert(Sessions.aSession(1).user(Users.id(1)).build());
    sessions.insert(Sessions.aSession(2).user(Users.id(1)).build());

    assertThat(sessions.find(Sessions.id(1))).isPresent();
    assertThat(sessions.find(Sessions.id(2))).isPresent();
  }

  @Test
  void removesSessionsThatEndedOrExpiredBeforeTheMoment() {
    var moment = PinnedClock.START.plusSeconds(60);
    sessions.insert(Sessions.aSession(1).endedAt(moment.minusMillis(1)).build());
    sessions.insert(Sessions.aSession(2).endedAt(moment).build());
    sessions.insert(Sessions.aSession(3).expiresAt(moment.minusMillis(1)).build());
    sessions.insert(Sessions.aSession(4).expiresAt(moment).build());
    sessions.insert(Sessions.aSession(5).build());

    assertThat(sessions.removeEnded(moment)).isEqualTo(2);

    assertThat(sessions.find(Sessions.id(1))).isEmpty();
    assertThat(sessions.find(Sessions.id(2))).isPresent();
    assertThat(sessions.find(Sessions.id(3))).isEmpty();
    assertThat(sessions.find(Sessions.id(4))).isPresent();
    assertThat(sessions.find(Sessions.id(5))).isPresent();
    assertThat(sessions.removeEnded(moment)).isZero();
  }

  @Test
  void tellsThatARemovedSessionIsGone() {
    var ended = Sessions.aSession(1).endedAt(PinnedClock.START).build();
    sessions.insert(ended);
    sessions.removeEnded(PinnedClock.START.plusMillis(1));

    assertThat(sessions.save(ended)).isEqualTo(SaveResult.GONE);
  }

  @Override
  protected final Session document(int number) {
    return Sessions.aSession(number).build();
  }

  @Override
  protected final Session changed(Session session, int number) {
    return Sessions.with(session).userAgent("program/" + number).build();
  }

  @Override
  protected final Session atVersion(Session session, long version) {
    return Sessions.with(session).version(version).build();
  }

  @Override
  protected final long version(Session session) {
    return session.version();
  }

  @Override
  protected final void insert(Session session) {
    sessions.insert(session);
  }

  @Override
  protected final SaveResult save(Session session) {
    return sessions.save(session);
  }

  @Override
  protected final Optional<Session> find(Session session) {
    return sessions.find(session.id());
  }
}
