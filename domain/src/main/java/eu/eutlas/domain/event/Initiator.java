package eu.eutlas.domain.event;

import eu.eutlas.domain.identity.Actor;
import eu.eutlas.domain.identity.Caller;
import java.util.Optional;

/**
 * An actor as remembered: who it was at that moment, which stays true when the account changes its
 * name or goes.
 *
 * @param id the user's id; absent for EUTLAS itself
 * @param address the network address of the request; absent for EUTLAS itself
 * @param userAgent the program that sent the request; absent for EUTLAS itself
 */
public record Initiator(
    Kind kind,
    Optional<String> id,
    String name,
    Optional<String> address,
    Optional<String> userAgent) {

  /** What kind of actor it was. */
  public enum Kind {
    USER,
    SYSTEM
  }

  /** EUTLAS itself, when nobody asked. */
  public static final Initiator EUTLAS =
      new Initiator(Kind.SYSTEM, Optional.empty(), "EUTLAS", Optional.empty(), Optional.empty());

  public static Initiator of(Actor actor) {
    return switch (actor) {
      case Actor.Person person ->
          of(Optional.of(person.id().value()), person.name().value(), person.caller());
      case Actor.Guest guest -> of(Optional.empty(), "guest", guest.caller());
      case Actor.Machine machine ->
          new Initiator(
              Kind.SYSTEM, Optional.empty(), machine.reason(), Optional.empty(), Optional.empty());
    };
  }

  private static Initiator of(Optional<String> id, String name, Caller caller) {
    return new Initiator(
        Kind.USER, id, name, Optional.of(caller.address()), Optional.of(caller.userAgent()));
  }
}
