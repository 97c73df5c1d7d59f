package eu.eutlas.mongo;

import eu.eutlas.application.Lease;
import eu.eutlas.application.Node;
import org.bson.BsonDocument;

/** A lease as it is stored: held, by whom, and until when. It is written and never read back. */
final class LeaseDocument {
  static final String NODE = "node";
  static final String START = "start";
  static final String HOLDER = "holder";
  static final String UNTIL = "until";

  private LeaseDocument() {}

  static BsonDocument toBson(Lease lease, Node node) {
    return new DocumentWriter()
        .put(Where.ID, lease.key())
        .put(NODE, node.id())
        .put(START, node.start())
        .put(HOLDER, lease.holder())
        .put(UNTIL, lease.until())
        .done();
  }
}
