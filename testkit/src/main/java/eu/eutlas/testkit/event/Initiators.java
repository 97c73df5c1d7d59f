package eu.eutlas.testkit.event;

import eu.eutlas.domain.event.Initiator;
import eu.eutlas.testkit.UnusualText;
import eu.eutlas.testkit.identity.Users;
import java.util.Optional;

/** Who did it, for tests. */
public final class Initiators {
  private Initiators() {}

  /** User 1, from somewhere. */
  public static Initiator person() {
    return new Initiator(
        Initiator.Kind.USER,
        Optional.of(Users.id(1).value()),
        "User 1",
        Optional.of("192.0.2.7"),
        Optional.of("curl/8.5.0"));
  }

  /** Somebody whose every field wants care. */
  public static Initiator unusual() {
    return new Initiator(
        Initiator.Kind.USER,
        Optional.empty(),
        UnusualText.PLAIN,
        Optional.of("2001:db8::7%eth0"),
        Optional.of(UnusualText.ANY));
  }
}
