package eu.eutlas.simulation;

import eu.eutlas.domain.event.Event;
import eu.eutlas.domain.event.LoggedEvent;
import eu.eutlas.domain.event.Outbox;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The events that writes have committed, held against the log that people read. */
final class Told {
  private final Map<String, Committed> committed = new HashMap<>();
  private final Map<String, List<Committed>> byDocument = new HashMap<>();
  private final Map<String, List<LoggedEvent>> logs = new TreeMap<>();
  private final Set<String> toldIds = new HashSet<>();
  private long untold;

  /** An event as its document's write made it, the n-th of that document. */
  private record Committed(Event event, String document, int place) {}

  /** A document was written with this outbox. */
  void committed(String document, Outbox outbox) {
    for (var event : outbox.events()) {
      var known = committed.get(event.id().value());
      if (known == null) {
        var ofDocument = byDocument.computeIfAbsent(document, any -> new ArrayList<>());
        var entry = new Committed(event, document, ofDocument.size());
        ofDocument.add(entry);
        committed.put(event.id().value(), entry);
        untold++;
      }
    }
  }

  /** A document went before anything of it was told: it was never to be. */
  void abandoned(String document) {
    for (var entry : byDocument.getOrDefault(document, List.of())) {
      if (!isTold(entry)) {
        committed.remove(entry.event().id().value());
        untold--;
      }
    }
    byDocument.remove(document);
  }

  void appended(Event event, LoggedEvent logged) {
    var entry = committed.get(event.id().value());
    if (entry == null || !entry.event().equals(event)) {
      throw broken(event, "An event is told that nobody committed.");
    }
    var log = logs.computeIfAbsent(event.orgId().value(), any -> new ArrayList<>());
    if (logged.seq() <= log.size()) {
      if (!log.get((int) logged.seq() - 1).equals(logged)) {
        throw broken(event, "Number " + logged.seq() + " is given twice.");
      }
      return;
    }
    if (logged.seq() != log.size() + 1) {
      throw broken(event, "Number " + logged.seq() + " follows " + log.size() + ".");
    }
    if (entry.place() > 0 && !isTold(before(entry))) {
      throw broken(event, "An event is told before an earlier one of the same document.");
    }
    if (isTold(entry)) {
      throw broken(event, "An event is told twice.");
    }
    log.add(logged);
    toldIds.add(event.id().value());
    untold--;
  }

  private Committed before(Committed entry) {
    return byDocument.getOrDefault(entry.document(), List.of()).get(entry.place() - 1);
  }

  private boolean isTold(Committed entry) {
    return toldIds.contains(entry.event().id().value());
  }

  /** The logs by organization, as they must be read. */
  Map<String, List<LoggedEvent>> logs() {
    return logs;
  }

  boolean isUpToDate() {
    return untold == 0;
  }

  /** An event that was committed and not told. */
  String someUntold() {
    return committed.values().stream()
        .filter(entry -> !isTold(entry))
        .map(entry -> entry.event().type() + " of " + entry.document())
        .sorted()
        .findFirst()
        .orElse("none");
  }

  private static Violation broken(Event event, String message) {
    var subject = event.clusterId().map(Object::toString).orElse(event.orgId().value());
    return Invariant.EVENTS_TELL_WHAT_WAS_COMMITTED.broken(
        subject, message + " It is " + event.type() + " of " + subject + ".");
  }
}
