package eu.eutlas.mongo;

import static eu.eutlas.mongo.Values.value;

import com.mongodb.client.model.Updates;
import eu.eutlas.application.Lease;
import eu.eutlas.application.Leases;
import eu.eutlas.application.Node;
import eu.eutlas.application.PortFailure;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.bson.BsonDocument;

/**
 * One document for each lease that is held. A free lease has no document: taking it is an insertion
 * that only one can win.
 */
final class MongoLeases implements Leases {
  static final CollectionSchema COLLECTION = CollectionSchema.of("leases");

  private final Store store;
  private final Documents<BsonDocument> leases;

  MongoLeases(Store store) {
    this.store = store;
    this.leases = store.documents(COLLECTION);
  }

  @Override
  public Optional<Lease> take(String key, Node node, Instant now, Duration lasts) {
    var until = now.plus(lasts).truncatedTo(ChronoUnit.MILLIS);
    var lease = new Lease(key, newHolder(node), until);
    var document = LeaseDocument.toBson(lease, node);
    return insert(document) || replaceDead(document, node, now)
        ? Optional.of(lease)
        : Optional.empty();
  }

  @Override
  public void release(Lease lease) {
    leases.remove(heldBy(lease));
  }

  @Override
  public Instant storeTime() {
    return store.time();
  }

  /** Keeps a lease longer; false when it is somebody else's by now. */
  boolean renew(Lease lease, Instant until) {
    return leases.update(heldBy(lease), Updates.set(LeaseDocument.UNTIL, value(until)));
  }

  /** A name that no other turn of work has, and that shows people which node it is. */
  private static String newHolder(Node node) {
    return node.id() + "/" + node.start() + "/" + UUID.randomUUID();
  }

  private boolean insert(BsonDocument document) {
    try {
      leases.insert(document);
      return true;
    } catch (PortFailure.Duplicate held) {
      return false;
    }
  }

  private boolean replaceDead(BsonDocument document, Node node, Instant now) {
    var ended = Where.anything().upTo(LeaseDocument.UNTIL, value(now));
    var earlierStart =
        Where.anything()
            .is(LeaseDocument.NODE, value(node.id()))
            .isNot(LeaseDocument.START, value(node.start()));
    var key = document.getString(Where.ID).getValue();
    return leases.replace(Where.id(key).either(ended, earlierStart), document);
  }

  private static Where heldBy(Lease lease) {
    return Where.id(lease.key()).is(LeaseDocument.HOLDER, value(lease.holder()));
  }
}
