package eu.eutlas.http.event;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.core.JsonProcessingException;
import eu.eutlas.domain.cluster.ClusterId;
import eu.eutlas.domain.event.EventType;
import eu.eutlas.domain.event.LoggedEvent;
import eu.eutlas.domain.event.Severity;
import eu.eutlas.domain.project.ProjectId;
import eu.eutlas.http.json.Json;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An event as a row of a table.
 *
 * @param metadata as JSON
 */
@JsonPropertyOrder({
  "seq",
  "createdAt",
  "type",
  "severity",
  "message",
  "actorKind",
  "actorId",
  "actorName",
  "actorAddress",
  "actorUserAgent",
  "orgId",
  "projectId",
  "clusterId",
  "correlationId",
  "metadata",
  "id",
  "hash"
})
record EventRow(
    long seq,
    Instant createdAt,
    EventType type,
    Severity severity,
    String message,
    String actorKind,
    String actorId,
    String actorName,
    String actorAddress,
    String actorUserAgent,
    String orgId,
    String projectId,
    String clusterId,
    String correlationId,
    String metadata,
    String id,
    String hash) {
  /** What makes spreadsheets take a text for a formula. */
  private static final Pattern FORMULA = Pattern.compile("[=+\\-@\\t\\r].*", Pattern.DOTALL);

  static EventRow of(LoggedEvent logged) {
    var event = logged.event();
    var actor = event.actor();
    return new EventRow(
        logged.seq(),
        event.createdAt(),
        event.type(),
        event.severity(),
        text(event.message()),
        actor.kind().name(),
        text(actor.id()),
        text(actor.name()),
        text(actor.address()),
        text(actor.userAgent()),
        event.orgId().value(),
        event.projectId().map(ProjectId::value).orElse(""),
        event.clusterId().map(ClusterId::value).orElse(""),
        text(event.correlationId().value()),
        json(event.metadata()),
        event.id().value(),
        logged.hash());
  }

  private static String text(Optional<String> value) {
    return text(value.orElse(""));
  }

  /**
   * Some of it is chosen by whoever sent the request, and the table may be opened by a program that
   * computes: a leading apostrophe makes it read a text as a text (OWASP, CSV injection).
   */
  private static String text(String value) {
    return FORMULA.matcher(value).matches() ? "'" + value : value;
  }

  private static String json(Map<String, String> metadata) {
    try {
      return Json.ANSWERS.writeValueAsString(metadata);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Texts can be written as JSON.", e);
    }
  }
}
