package eu.eutlas.http.event;

import eu.eutlas.application.PageRequest;
import eu.eutlas.application.event.EventQuery;
import eu.eutlas.domain.cluster.Cluster;
import eu.eutlas.domain.event.EventType;
import eu.eutlas.domain.event.Severity;
import eu.eutlas.http.answer.Limit;
import eu.eutlas.http.answer.PageCursor;
import java.time.Instant;
import java.util.Optional;

/**
 * Which events of a cluster are wanted.
 *
 * @param from the earliest time, inclusive
 * @param to the latest time, exclusive
 */
record ListClusterEventsQuery(
    Optional<EventType> type,
    Optional<Severity> severity,
    Optional<Instant> from,
    Optional<Instant> to,
    Optional<Limit> limit,
    Optional<PageCursor> cursor) {
  EventQuery of(Cluster cluster) {
    return new EventQuery(
        cluster.orgId(),
        Optional.of(cluster.projectId()),
        Optional.of(cluster.id()),
        type,
        severity,
        from,
        to);
  }

  PageRequest page() {
    return Limit.page(limit, cursor);
  }

  /** The page of an export; absent when all is wanted. */
  Optional<PageRequest> exported() {
    return limit.isEmpty() && cursor.isEmpty() ? Optional.empty() : Optional.of(page());
  }
}
