package eu.eutlas.mongo.event;

import eu.eutlas.domain.event.Initiator;
import eu.eutlas.mongo.DocumentReader;
import eu.eutlas.mongo.DocumentWriter;
import eu.eutlas.mongo.Values;
import org.bson.BsonDocument;

/** Who did it, inside an event or an operation. */
public final class InitiatorDocument {
  private InitiatorDocument() {}

  public static BsonDocument toBson(Initiator initiator) {
    return new DocumentWriter()
        .put("kind", initiator.kind())
        .put("id", initiator.id().map(Values::value))
        .put("name", initiator.name())
        .put("address", initiator.address().map(Values::value))
        .put("userAgent", initiator.userAgent().map(Values::value))
        .done();
  }

  public static Initiator fromBson(DocumentReader stored) {
    return new Initiator(
        stored.word("kind", Initiator.Kind.class),
        stored.findText("id"),
        stored.text("name"),
        stored.findText("address"),
        stored.findText("userAgent"));
  }
}
