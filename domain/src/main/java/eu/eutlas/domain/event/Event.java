package eu.eutlas.domain.event;

import eu.eutlas.domain.cluster.ClusterId;
import eu.eutlas.domain.identity.CorrelationId;
import eu.eutlas.domain.organization.OrgId;
import eu.eutlas.domain.project.ProjectId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Something that happened in an organization. It is committed in the outbox of the document whose
 * write caused it, and copied from there, once, into the organization's sequence.
 *
 * @param message one sentence for people
 * @param projectId absent for what concerns the organization alone
 * @param clusterId absent for what concerns no cluster
 */
public record Event(
    EventId id,
    EventType type,
    String message,
    Initiator actor,
    OrgId orgId,
    Optional<ProjectId> projectId,
    Optional<ClusterId> clusterId,
    CorrelationId correlationId,
    Map<String, String> metadata,
    Instant createdAt) {

  public Event {
    metadata = Map.copyOf(metadata);
  }

  public Severity severity() {
    return type.severity();
  }
}
