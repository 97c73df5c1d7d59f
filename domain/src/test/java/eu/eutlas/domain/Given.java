package eu.eutlas.domain;

import eu.eutlas.domain.cluster.ClusterId;
import eu.eutlas.domain.event.Event;
import eu.eutlas.domain.event.EventId;
import eu.eutlas.domain.event.EventType;
import eu.eutlas.domain.event.Initiator;
import eu.eutlas.domain.identity.Actor;
import eu.eutlas.domain.identity.Caller;
import eu.eutlas.domain.identity.CorrelationId;
import eu.eutlas.domain.identity.Email;
import eu.eutlas.domain.identity.PersonName;
import eu.eutlas.domain.identity.SessionId;
import eu.eutlas.domain.identity.UserId;
import eu.eutlas.domain.operation.Operation;
import eu.eutlas.domain.operation.OperationId;
import eu.eutlas.domain.operation.OperationState;
import eu.eutlas.domain.operation.OperationStep;
import eu.eutlas.domain.operation.OperationType;
import eu.eutlas.domain.operation.RetryPolicy;
import eu.eutlas.domain.organization.OrgId;
import eu.eutlas.domain.project.ProjectId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a test is given when it needs a value and does not care which. */
public final class Given {

  public static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  public static final OrgId ORG = new OrgId(hex(1));
  public static final ProjectId PROJECT = new ProjectId(hex(2));
  public static final ClusterId CLUSTER = new ClusterId(hex(3));
  public static final UserId USER = new UserId(hex(4));
  public static final SessionId SESSION = new SessionId(hex(5));
  public static final CorrelationId CORRELATION = new CorrelationId("request-1");

  private static final Caller CALLER = new Caller("192.0.2.1", "curl/8", CORRELATION);

  private Given() {}

  /** An id's text; different numbers give different ids. */
  public static String hex(int number) {
    return "%024x".formatted(number);
  }

  public static Instant secondsLater(long seconds) {
    return NOW.plusSeconds(seconds);
  }

  public static Actor.Person person() {
    return new Actor.Person(
        USER, new Email("ada@example.eu"), new PersonName("Ada"), true, false, SESSION, CALLER);
  }

  public static Actor.Guest guest() {
    return new Actor.Guest(CALLER);
  }

  /** Where a thing came from that was asked for with this idempotency key. */
  public static Optional<OriginKey> origin(String key) {
    return Optional.of(new OriginKey("hash of " + key, "hash of body", NOW));
  }

  public static Event event(EventType type) {
    return event(type, 9);
  }

  public static Event event(EventType type, int number) {
    return new Event(
        new EventId(hex(number)),
        type,
        "It happened.",
        Initiator.of(person()),
        ORG,
        Optional.of(PROJECT),
        Optional.empty(),
        CORRELATION,
        Map.of(),
        NOW);
  }

  /** An operation that was accepted just now. */
  public static Operation operation(OperationType type, int number) {
    return operation(type, number, NOW, Duration.ofMinutes(15));
  }

  public static Operation operation(
      OperationType type, int number, Instant startedAt, Duration allowed) {
    return new Operation(
        new OperationId(hex(number)),
        type,
        ORG,
        PROJECT,
        CLUSTER,
        Initiator.of(person()),
        CORRELATION,
        OperationState.RUNNING,
        OperationStep.ACCEPTED,
        Optional.empty(),
        0,
        RetryPolicy.USUAL.attempts(),
        List.of(),
        Optional.empty(),
        startedAt,
        startedAt.plus(allowed),
        Optional.empty());
  }

  /** The refusal of an outcome that must be one. */
  public static Refusal refusalOf(Outcome<?> outcome) {
    return switch (outcome) {
      case Outcome.Done<?>(var value) -> throw new AssertionError("Not refused, but " + value);
      case Outcome.Refused<?>(var refusal) -> refusal;
    };
  }
}
