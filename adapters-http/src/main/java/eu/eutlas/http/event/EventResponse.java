package eu.eutlas.http.event;

import eu.eutlas.domain.cluster.ClusterId;
import eu.eutlas.domain.event.EventType;
import eu.eutlas.domain.event.LoggedEvent;
import eu.eutlas.domain.event.Severity;
import eu.eutlas.domain.project.ProjectId;
import eu.eutlas.http.operation.ActorResponse;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened.
 *
 * @param seq its place in the sequence of its organization
 * @param hash of this event and the one before it
 */
record EventResponse(
    long seq,
    String id,
    EventType type,
    Severity severity,
    String message,
    ActorResponse actor,
    String hash,
    String orgId,
    @Nullable String projectId,
    @Nullable String clusterId,
    String correlationId,
    Map<String, String> metadata,
    Instant createdAt) {
  static EventResponse of(LoggedEvent logged) {
    var event = logged.event();
    return new EventResponse(
        logged.seq(),
        event.id().value(),
        event.type(),
        event.severity(),
        event.message(),
        ActorResponse.of(event.actor()),
        logged.hash(),
        event.orgId().value(),
        event.projectId().map(ProjectId::value).orElse(null),
        event.clusterId().map(ClusterId::value).orElse(null),
        event.correlationId().value(),
        event.metadata(),
        event.createdAt());
  }
}
