package eu.eutlas.domain.event;

import eu.eutlas.domain.operation.Operation;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the writes of one document have caused and the relay has not yet copied: events to tell, and
 * operations that have ended. Committed by the write itself, so that nothing is told that did not
 * happen and nothing happens untold.
 */
public record Outbox(List<Event> events, List<Operation> operations) {
  public static final Outbox EMPTY = new Outbox(List.of(), List.of());

  public Outbox {
    events = List.copyOf(events);
    operations = List.copyOf(operations);
  }

  public boolean isEmpty() {
    return events.isEmpty() && operations.isEmpty();
  }

  public Outbox tell(Event event) {
    return new Outbox(Stream.concat(events.stream(), Stream.of(event)).toList(), operations);
  }

  public Outbox finish(Operation operation) {
    return new Outbox(events, Stream.concat(operations.stream(), Stream.of(operation)).toList());
  }
}
