package eu.eutlas.memory.event;

import eu.eutlas.application.Cursor;
import eu.eutlas.application.Page;
import eu.eutlas.application.PageRequest;
import eu.eutlas.application.Scope;
import eu.eutlas.application.event.EventLog;
import eu.eutlas.application.event.EventQuery;
import eu.eutlas.domain.event.Event;
import eu.eutlas.domain.event.LoggedEvent;
import eu.eutlas.domain.organization.OrgId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The event log, in memory. */
public final class MemoryEventLog implements EventLog {
  private final Map<OrgId, Sequence> sequences = new ConcurrentHashMap<>();

  @Override
  public LoggedEvent append(Event event) {
    return sequences.computeIfAbsent(event.orgId(), any -> new Sequence()).append(event);
  }

  @Override
  public long newest(OrgId org) {
    return sequence(org).map(Sequence::newest).orElse(0L);
  }

  @Override
  public long oldest(OrgId org) {
    return sequence(org).map(Sequence::oldest).orElse(0L);
  }

  @Override
  public List<LoggedEvent> after(Scope scope, OrgId org, long seq, int limit) {
    return readable(scope, org).map(events -> events.after(seq, limit)).orElse(List.of());
  }

  @Override
  public Page<LoggedEvent> list(Scope scope, EventQuery query, PageRequest request) {
    var below = request.after().map(cursor -> Long.parseLong(cursor.id())).orElse(Long.MAX_VALUE);
    var found =
        readable(scope, query.org()).map(Sequence::newestFirst).orElse(List.of()).stream()
            .filter(logged -> logged.seq() < below)
            .filter(logged -> matches(logged.event(), query))
            .limit(request.limit() + 1L)
            .toList();
    return Page.of(found, request, logged -> new Cursor("", String.valueOf(logged.seq())));
  }

  @Override
  public long remove(Instant before) {
    return sequences.values().stream().mapToLong(sequence -> sequence.remove(before)).sum();
  }

  private Optional<Sequence> readable(Scope scope, OrgId org) {
    return scope.covers(org) ? sequence(org) : Optional.empty();
  }

  private Optional<Sequence> sequence(OrgId org) {
    return Optional.ofNullable(sequences.get(org));
  }

  private static boolean matches(Event event, EventQuery query) {
    return holds(query.project(), event.projectId())
        && holds(query.cluster(), event.clusterId())
        && query.type().map(type -> type == event.type()).orElse(true)
        && query.severity().map(severity -> severity == event.severity()).orElse(true)
        && query.from().map(from -> !event.createdAt().isBefore(from)).orElse(true)
        && query.to().map(to -> event.createdAt().isBefore(to)).orElse(true);
  }

  private static <T> boolean holds(Optional<T> wanted, Optional<T> given) {
    return wanted.isEmpty() || wanted.equals(given);
  }
}
