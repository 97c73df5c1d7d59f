package eu.eutlas.domain.backup;

import eu.eutlas.domain.OriginKey;
import eu.eutlas.domain.cluster.ClusterId;
import eu.eutlas.domain.cluster.ClusterName;
import eu.eutlas.domain.cluster.RegionId;
import eu.eutlas.domain.cluster.Turn;
import eu.eutlas.domain.event.Event;
import eu.eutlas.domain.event.EventType;
import eu.eutlas.domain.event.Initiator;
import eu.eutlas.domain.identity.CorrelationId;
import eu.eutlas.domain.operation.OperationError;
import eu.eutlas.domain.organization.OrgId;
import eu.eutlas.domain.project.ProjectId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Which cluster is to be backed up, and who wants it: what never changes of a backup.
 *
 * @param origin absent when it was ordered without an idempotency key, or more than a day ago
 */
public record BackupOrder(
    OrgId orgId,
    ProjectId projectId,
    ClusterId clusterId,
    ClusterName clusterName,
    RegionId region,
    BackupTrigger trigger,
    Initiator actor,
    CorrelationId correlationId,
    Optional<OriginKey> origin,
    Instant at) {

  /** For people: which backup it is. */
  String words() {
    return "backup of cluster %s from %s".formatted(clusterName, at);
  }

  /** It was given up. */
  Event failed(OperationError reason, Turn turn) {
    return event(
        EventType.BACKUP_FAILED,
        "The backup of cluster %s was given up. %s".formatted(clusterName, reason.message()),
        actor,
        correlationId,
        Map.of("cluster", clusterName.value(), "trigger", trigger.name(), "code", reason.code()),
        turn);
  }

  /** An event about the backup. */
  Event event(EventType type, String message, Initiator by, CorrelationId correlation, Turn turn) {
    return event(
        type,
        message,
        by,
        correlation,
        Map.of("cluster", clusterName.value(), "trigger", trigger.name()),
        turn);
  }

  private Event event(
      EventType type,
      String message,
      Initiator by,
      CorrelationId correlation,
      Map<String, String> metadata,
      Turn turn) {
    return new Event(
        turn.eventId(),
        type,
        message,
        by,
        orgId,
        Optional.of(projectId),
        Optional.of(clusterId),
        correlation,
        metadata,
        turn.now());
  }
}
