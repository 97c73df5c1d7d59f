package eu.eutlas.testkit.identity;

import eu.eutlas.domain.identity.ClientKind;
import eu.eutlas.domain.identity.Session;
import eu.eutlas.domain.identity.SessionId;
import eu.eutlas.testkit.HexIds;
import eu.eutlas.testkit.PinnedClock;

/** Log-ins for tests. */
public final class Sessions {
  private Sessions() {}

  public static SessionId id(int number) {
    return new SessionId(HexIds.of(number));
  }

  public static SessionBuilder aSession() {
    return aSession(1);
  }

  /** An open session of the user with the same number, begun at the clock's start. */
  public static SessionBuilder aSession(int number) {
    return new SessionBuilder(
        Session.start(
            id(number),
            Users.id(number),
            ClientKind.PROGRAM,
            "192.0.2.7",
            "curl/8.5.0",
            PinnedClock.START));
  }

  public static SessionBuilder with(Session session) {
    return new SessionBuilder(session);
  }
}
