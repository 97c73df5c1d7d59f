package eu.eutlas.domain;

import eu.eutlas.domain.operation.OperationId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * An expected no. The kind says who can do something about it, the code is stable for programs, the
 * message is a sentence for people that says what to do next.
 */
public sealed interface Refusal {

  RefusalCode code();

  String message();

  /** Nobody has proved who they are. */
  record Unauthenticated(RefusalCode code, String message) implements Refusal {}

  /** The actor is known, belongs here, and may not do this. */
  record Forbidden(RefusalCode code, String message) implements Refusal {}

  /** There is no such thing, or none that the actor may know of: the two are told alike. */
  record NotFound(RefusalCode code, String message) implements Refusal {}

  /**
   * The state of things forbids it; {@code blockedBy} names the operation to wait for, where there
   * is one.
   */
  record Conflict(RefusalCode code, String message, Optional<OperationId> blockedBy)
      implements Refusal {}

  /** The actor looked at an older revision than the present one. */
  record Stale(RefusalCode code, String message) implements Refusal {}

  /** What was asked for makes no sense; each fault names its field. */
  record Invalid(RefusalCode code, String message, List<Fault> faults) implements Refusal {
    public Invalid {
      faults = List.copyOf(faults);
    }
  }

  /** Nothing is wrong with the request; it may succeed after the time given. */
  record TryLater(RefusalCode code, String message, Duration after) implements Refusal {}

  /** One fault of one field, by its name in JSON ({@code labels.team}). */
  record Fault(String field, String message) {}

  static Refusal notFound(String what) {
    return new NotFound(RefusalCode.NOT_FOUND, "There is no such " + what + ".");
  }

  static Refusal conflict(RefusalCode code, String message) {
    return new Conflict(code, message, Optional.empty());
  }

  static Refusal invalid(String field, String message) {
    return new Invalid(
        RefusalCode.INVALID_REQUEST,
        "The field " + field + " is not valid: " + message,
        List.of(new Fault(field, message)));
  }
}
