package eu.eutlas.memory.event;

import eu.eutlas.domain.event.Event;
import eu.eutlas.memory.KeyedHash;
import java.util.TreeMap;

/** The chain of hashes: each is made of an event and of the hash before it. */
final class EventHash {
  /** What comes before the first event. */
  static final String NONE = "0".repeat(64);

  private EventHash() {}

  static String of(String before, Event event) {
    return new KeyedHash(before)
        .of(
            event.id().value(),
            event.type().name(),
            event.message(),
            event.actor().toString(),
            event.orgId().value(),
            event.projectId().toString(),
            event.clusterId().toString(),
            event.correlationId().value(),
            new TreeMap<>(event.metadata()).toString(),
            event.createdAt().toString());
  }
}
