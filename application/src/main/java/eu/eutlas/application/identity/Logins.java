package eu.eutlas.application.identity;

import eu.eutlas.application.RecentReads;
import eu.eutlas.domain.identity.SessionId;
import java.time.InstantSource;
import java.util.Optional;

/**
 * The sessions that requests come with. Each is looked at on each request, and read again when the
 * last look is two seconds old.
 */
public final class Logins {
  private final SessionRepository sessions;
  private final UserRepository users;
  private final InstantSource clock;
  private final RecentReads<SessionId, Login> recent;

  public Logins(SessionRepository sessions, UserRepository users, InstantSource clock) {
    this.sessions = sessions;
    this.users = users;
    this.clock = clock;
    this.recent = new RecentReads<>(clock);
  }

  /** The session if it is open, with its user. */
  Optional<Login> find(SessionId id) {
    var login = recent.get(id, this::read);
    if (login.filter(found -> !found.user().isVerified()).isPresent()) {
      // Whoever has just verified goes on at once.
      forget(id);
    }
    return login.filter(found -> found.session().isOpenAt(clock.instant()));
  }

  /** Forgets a session that has changed, so that the next request sees the change. */
  void forget(SessionId id) {
    recent.forget(id);
  }

  private Optional<Login> read(SessionId id) {
    return sessions
        .find(id)
        .flatMap(session -> users.find(session.userId()).map(user -> new Login(session, user)));
  }
}
