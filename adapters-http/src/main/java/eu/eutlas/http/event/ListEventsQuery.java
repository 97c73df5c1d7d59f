package eu.eutlas.http.event;

import eu.eutlas.application.PageRequest;
import eu.eutlas.application.event.EventQuery;
import eu.eutlas.domain.cluster.ClusterId;
import eu.eutlas.domain.event.EventType;
import eu.eutlas.domain.event.Severity;
import eu.eutlas.domain.organization.OrgId;
import eu.eutlas.domain.project.ProjectId;
import eu.eutlas.http.answer.Limit;
import eu.eutlas.http.answer.PageCursor;
import java.time.Instant;
import java.util.Optional;

/**
 * Which events of an organization are wanted.
 *
 * @param from the earliest time, inclusive
 * @param to the latest time, exclusive
 */
record ListEventsQuery(
    Optional<ProjectId> projectId,
    Optional<ClusterId> clusterId,
    Optional<EventType> type,
    Optional<Severity> severity,
    Optional<Instant> from,
    Optional<Instant> to,
    Optional<Limit> limit,
    Optional<PageCursor> cursor) {
  EventQuery of(OrgId org) {
    return new EventQuery(org, projectId, clusterId, type, severity, from, to);
  }

  PageRequest page() {
    return Limit.page(limit, cursor);
  }

  /** The page of an export; absent when all is wanted. */
  Optional<PageRequest> exported() {
    return limit.isEmpty() && cursor.isEmpty() ? Optional.empty() : Optional.of(page());
  }
}
