package eu.eutlas.tenant.archive;

import eu.eutlas.domain.backup.Consistency;
import java.util.List;
import java.util.Optional;
import org.bson.BsonDocument;
import org.bson.BsonTimestamp;

/**
 * How a cluster is dumped.
 *
 * @param collections what there is of the customer's
 * @param find what every find says, so that all read as of one time
 * @param time of a snapshot, or from when on the oplog is kept
 */
record Plan(
    Consistency consistency,
    List<CollectionDescription> collections,
    BsonDocument find,
    Optional<BsonTimestamp> time) {}
