package eu.eutlas.mongo.event;

import eu.eutlas.domain.cluster.ClusterId;
import eu.eutlas.domain.event.Event;
import eu.eutlas.domain.event.EventId;
import eu.eutlas.domain.event.EventType;
import eu.eutlas.domain.event.LoggedEvent;
import eu.eutlas.domain.identity.CorrelationId;
import eu.eutlas.domain.organization.OrgId;
import eu.eutlas.domain.project.ProjectId;
import eu.eutlas.mongo.DocumentReader;
import eu.eutlas.mongo.DocumentWriter;
import eu.eutlas.mongo.Values;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.bson.BsonDocument;

/** An event as it is stored: in an outbox without, in the sequence with its number and hash. */
final class EventDocument {
  static final String ORG_ID = "orgId";
  static final String SEQ = "seq";
  static final String HASH = "hash";
  static final String TYPE = "type";

  /** Derived from the type: who changes the severity of a type has events to migrate. */
  static final String SEVERITY = "severity";

  static final String PROJECT_ID = "projectId";
  static final String CLUSTER_ID = "clusterId";
  static final String CREATED_AT = "createdAt";

  private EventDocument() {}

  static BsonDocument toBson(LoggedEvent logged) {
    var document =
        new DocumentWriter()
            .put("_id", logged.event().id().value())
            .put(SEQ, logged.seq())
            .put(HASH, logged.hash())
            .put(SEVERITY, logged.event().severity());
    return write(document, logged.event()).done();
  }

  static LoggedEvent fromBson(BsonDocument document) {
    var stored = DocumentReader.of(document);
    return new LoggedEvent(stored.number(SEQ), stored.text(HASH), read(stored, "_id"));
  }

  static BsonDocument inOutbox(Event event) {
    return write(new DocumentWriter().put("id", event.id().value()), event).done();
  }

  static Event fromOutbox(DocumentReader stored) {
    return read(stored, "id");
  }

  private static DocumentWriter write(DocumentWriter document, Event event) {
    return document
        .put(ORG_ID, event.orgId().value())
        .put(PROJECT_ID, event.projectId().map(id -> Values.value(id.value())))
        .put(CLUSTER_ID, event.clusterId().map(id -> Values.value(id.value())))
        .put(TYPE, event.type())
        .put("message", event.message())
        .put("actor", InitiatorDocument.toBson(event.actor()))
        .put("correlationId", event.correlationId().value())
        .putAll("metadata", new TreeMap<>(event.metadata()).entrySet(), EventDocument::pair)
        .put(CREATED_AT, event.createdAt());
  }

  private static Event read(DocumentReader stored, String idField) {
    return new Event(
        new EventId(stored.text(idField)),
        stored.word(TYPE, EventType.class),
        stored.text("message"),
        stored.document("actor", InitiatorDocument::fromBson),
        new OrgId(stored.text(ORG_ID)),
        stored.findText(PROJECT_ID).map(ProjectId::new),
        stored.findText(CLUSTER_ID).map(ClusterId::new),
        new CorrelationId(stored.text("correlationId")),
        stored.documents("metadata", EventDocument::pair).stream()
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)),
        stored.time(CREATED_AT));
  }

  /** Pairs are not fields: a key may hold what MongoDB reads as a path or an operator. */
  private static BsonDocument pair(Map.Entry<String, String> pair) {
    return new DocumentWriter().put("key", pair.getKey()).put("value", pair.getValue()).done();
  }

  private static Map.Entry<String, String> pair(DocumentReader pair) {
    return Map.entry(pair.text("key"), pair.text("value"));
  }
}
