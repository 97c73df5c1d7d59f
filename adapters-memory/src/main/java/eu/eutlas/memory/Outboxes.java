package eu.eutlas.memory;

import eu.eutlas.domain.event.Event;
import eu.eutlas.domain.event.Outbox;
import eu.eutlas.domain.operation.Operation;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the repositories of documents with an outbox share. */
public final class Outboxes {
  /** The one key of an index of documents whose outbox is not empty. */
  public static final String WAITING = "waiting";

  private Outboxes() {}

  /** The key of a document by whether its outbox is not empty. */
  public static Stream<String> key(Outbox outbox) {
    return outbox.isEmpty() ? Stream.empty() : Stream.of(WAITING);
  }

  /** What is left of an outbox when the entries of another, told by their ids, are taken out. */
  public static Outbox without(Outbox outbox, Outbox copied) {
    var events = copied.events().stream().map(Event::id).collect(Collectors.toSet());
    var operations = copied.operations().stream().map(Operation::id).collect(Collectors.toSet());
    return new Outbox(
        outbox.events().stream().filter(event -> !events.contains(event.id())).toList(),
        outbox.operations().stream()
            .filter(operation -> !operations.contains(operation.id()))
            .toList());
  }
}
