package eu.eutlas.memory.event;

import eu.eutlas.domain.event.Event;
import eu.eutlas.domain.event.EventHash;
import eu.eutlas.domain.event.EventId;
import eu.eutlas.domain.event.LoggedEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The events of one organization. */
final class Sequence {
  /** Without a gap, so the place of a number follows from {@link #removed}. */
  private final List<LoggedEvent> events = new ArrayList<>();

  private final Map<EventId, LoggedEvent> byId = new HashMap<>();
  private long removed;
  private String lastHash = EventHash.START;

  synchronized LoggedEvent append(Event event) {
    var there = byId.get(event.id());
    if (there != null) {
      return there;
    }
    var seq = newest() + 1;
    lastHash = EventHash.of(lastHash, seq, event);
    var logged = new LoggedEvent(seq, lastHash, event);
    events.add(logged);
    byId.put(event.id(), logged);
    return logged;
  }

  synchronized long newest() {
    return removed + events.size();
  }

  synchronized long oldest() {
    return events.isEmpty() ? 0 : removed + 1;
  }

  synchronized List<LoggedEvent> after(long seq, int limit) {
    var from = Math.clamp(seq - removed, 0, events.size());
    var to = (int) Math.min((long) from + limit, events.size());
    return List.copyOf(events.subList(from, to));
  }

  synchronized List<LoggedEvent> newestFirst() {
    return List.copyOf(events.reversed());
  }

  /** Removes from the front only: a gap would never close. */
  synchronized long remove(Instant before) {
    var old =
        (int) events.stream().takeWhile(each -> each.event().createdAt().isBefore(before)).count();
    var gone = events.subList(0, old);
    gone.forEach(each -> byId.remove(each.event().id()));
    gone.clear();
    removed += old;
    return old;
  }
}
