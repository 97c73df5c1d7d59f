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
  public Optional<Lease> take(String key, Node node, long turn, Instant now, Duration lasts) {
    var until = now.plus(lasts).truncatedTo(ChronoUnit.MILLIS);
    var lease = new Lease(key, holder(node, turn), until);
    var document = LeaseDocument.toBson(lease, node);
    return insert(document) || replaceFree(lease, document, node, now, lasts)
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
  private static String holder(Node node, long turn) {
    return node.id() + "/" + node.start() + "/" + turn;
  }

  private boolean insert(BsonDocument document) {
    try {
      leases.insert(document);
      return true;
    } catch (PortFailure.Duplicate held) {
      return false;
    }
  }

  private boolean replaceFree(
      Lease lease, BsonDocument document, Node node, Instant now, Duration lasts) {
    var own = Where.anything().is(LeaseDocument.HOLDER, value(lease.holder()));
    var ended = Where.anything().upTo(LeaseDocument.UNTIL, value(now));
    var wrong = Where.anything().above(LeaseDocument.UNTIL, value(Lease.latestEnd(now, lasts)));
    var earlierStart =
        Where.anything()
            .is(LeaseDocument.NODE, value(node.id()))
            .isNot(LeaseDocument.START, value(node.start()));
    return leases.replace(Where.id(lease.key()).either(own, ended, wrong, earlierStart), document);
  }

  private static Where heldBy(Lease lease) {
    return Where.id(lease.key()).is(LeaseDocument.HOLDER, value(lease.holder()));
  }
}
