package eu.eutlas.application.event;

import eu.eutlas.domain.cluster.ClusterId;
import eu.eutlas.domain.event.EventType;
import eu.eutlas.domain.event.Severity;
import eu.eutlas.domain.organization.OrgId;
import eu.eutlas.domain.project.ProjectId;
import java.time.Instant;
import java.util.Optional;

/**
 * Which events of an organization are wanted: those that match all that is given.
 *
 * @param from the earliest time, inclusive
 * @param to the latest time, exclusive
 */
public record EventQuery(
    OrgId org,
    Optional<ProjectId> project,
    Optional<ClusterId> cluster,
    Optional<EventType> type,
    Optional<Severity> severity,
    Optional<Instant> from,
    Optional<Instant> to) {

  public static EventQuery ofOrg(OrgId org) {
    return new EventQuery(
        org,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }
}
