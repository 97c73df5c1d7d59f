package eu.eutlas.tenant.archive;

import com.mongodb.client.ClientSession;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.bson.BsonTimestamp;
import org.jspecify.annotations.Nullable;

/**
 * Reads the documents of a place in answers of a bounded length, whatever the server would answer
 * by itself. For one thread.
 */
final class RawCursor implements AutoCloseable {
  private static final int FIRST_BATCH = 100;
  private static final int LARGEST_BATCH = 10_000;

  /** Few enough to be held several times over, and enough that asking costs little. */
  private static final int ANSWER_BYTES = 1024 * 1024;

  private final ArchiveClient client;
  private final Place place;
  private final BsonDocument find;
  private final @Nullable ClientSession session;
  private long id;
  private boolean isOpen;
  private int batch = FIRST_BATCH;
  private @Nullable BsonTimestamp atClusterTime;

  /**
   * @param find the fields of a find, but for its collection and batch size
   */
  RawCursor(ArchiveClient client, Place place, BsonDocument find) {
    this.client = client;
    this.place = place;
    this.find = find;
    this.session = client.session();
  }

  /** The next documents; null when there are no more. */
  @Nullable Documents next() {
    if (isOpen && id == 0) {
      return null;
    }
    var reply = client.cursor(session, place.database(), isOpen ? getMore() : find());
    isOpen = true;
    id = reply.id();
    if (reply.atClusterTime() != null) {
      atClusterTime = reply.atClusterTime();
    }
    var documents = reply.documents();
    if (documents.count() > 0) {
      batch = batchFor(documents.length() / documents.count());
    }
    return documents;
  }

  private static int batchFor(long documentBytes) {
    return Math.clamp(ANSWER_BYTES / Math.max(1, documentBytes), 1, LARGEST_BATCH);
  }

  /** As of when it reads, where it was asked to read at one time. */
  @Nullable BsonTimestamp atClusterTime() {
    return atClusterTime;
  }

  private BsonDocument find() {
    var command = new BsonDocument("find", new BsonString(place.collection()));
    command.putAll(find);
    return command.append("batchSize", new BsonInt32(batch));
  }

  private BsonDocument getMore() {
    return new BsonDocument("getMore", new BsonInt64(id))
        .append("collection", new BsonString(place.collection()))
        .append("batchSize", new BsonInt32(batch));
  }

  /** Ends the session, and with it what is left of the cursor. */
  @Override
  public void close() {
    if (session != null) {
      session.close();
    }
  }
}
