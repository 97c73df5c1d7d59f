package eu.eutlas.mongo.event;

import static eu.eutlas.mongo.Values.value;

import com.mongodb.client.model.Updates;
import eu.eutlas.domain.event.Outbox;
import eu.eutlas.mongo.CollectionSchema.Index;
import eu.eutlas.mongo.DocumentReader;
import eu.eutlas.mongo.DocumentWriter;
import eu.eutlas.mongo.Documents;
import eu.eutlas.mongo.Values;
import eu.eutlas.mongo.Where;
import eu.eutlas.mongo.operation.OperationDocument;
import java.util.List;
import java.util.stream.Stream;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonValue;

/**
 * An outbox inside the document whose writes filled it. {@link #NOT_EMPTY} stands beside it as long
 * as there is something in it; its collection has {@link #INDEX}.
 */
public final class OutboxDocument {
  public static final String FIELD = "outbox";

  /** Derived: true as long as the outbox holds something, absent otherwise. */
  public static final String NOT_EMPTY = "hasOutbox";

  public static final Index INDEX = Index.sparseOn(NOT_EMPTY);

  private static final BsonDocument EMPTY = toBson(Outbox.EMPTY);

  private OutboxDocument() {}

  public static BsonDocument toBson(Outbox outbox) {
    return new DocumentWriter()
        .putAll("events", outbox.events(), EventDocument::inOutbox)
        .putAll("operations", outbox.operations(), OperationDocument::inCluster)
        .done();
  }

  public static Outbox fromBson(DocumentReader stored) {
    return new Outbox(
        stored.documents("events", EventDocument::fromOutbox),
        stored.documents("operations", OperationDocument::fromCluster));
  }

  /** The documents whose outbox is empty. */
  public static Where empty(Where where) {
    return where.is(FIELD, EMPTY);
  }

  /**
   * The ids of documents whose outbox is not empty. The flag alone may stand on where a node died
   * within {@link #drain}.
   */
  public static List<String> idsOfNotEmpty(Documents<?> documents, int limit) {
    var notEmpty = Where.anything().is(NOT_EMPTY, value(true)).isNot(FIELD, EMPTY);
    return documents.ids(notEmpty, Documents.ANY_ORDER, limit);
  }

  /**
   * Takes out what was copied and leaves the version alone. A save that was based on the document
   * as it was before writes the whole document and brings the copied entries back; that is allowed,
   * because copying is repeatable: the relay finds them copied and drains them again.
   */
  public static void drain(Documents<?> documents, String id, Outbox copied) {
    if (copied.isEmpty()) {
      return;
    }
    var events = copied.events().stream().map(event -> event.id().value());
    var operations = copied.operations().stream().map(operation -> operation.id().value());
    documents.update(
        Where.id(id),
        Updates.combine(
            Updates.pullByFilter(pull("outbox.events", events)),
            Updates.pullByFilter(pull("outbox.operations", operations))));
    documents.update(empty(Where.id(id)).is(NOT_EMPTY, value(true)), Updates.unset(NOT_EMPTY));
  }

  private static BsonDocument pull(String field, Stream<String> ids) {
    var values = new BsonArray(ids.<BsonValue>map(Values::value).toList());
    return new BsonDocument(field, new BsonDocument("id", new BsonDocument("$in", values)));
  }
}
