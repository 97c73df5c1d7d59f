package eu.eutlas.application.identity;

import eu.eutlas.application.Changes;
import eu.eutlas.domain.Outcome;
import eu.eutlas.domain.identity.Actor;
import eu.eutlas.domain.identity.Session;
import java.time.InstantSource;

/** Ends the session that the request came with. Repeatable. */
public final class LogOut {
  private final SessionRepository sessions;
  private final Logins logins;
  private final InstantSource clock;

  public LogOut(SessionRepository sessions, Logins logins, InstantSource clock) {
    this.sessions = sessions;
    this.logins = logins;
    this.clock = clock;
  }

  public Outcome<Session> handle(Actor.Person person) {
    var ended =
        Changes.apply(
            () -> Authenticate.orEnded(sessions.find(person.session())),
            session -> Outcome.done(session.end(clock.instant())),
            sessions::save);
    logins.forget(person.session());
    return ended;
  }
}
