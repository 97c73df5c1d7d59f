package eu.eutlas.embeddedmongo;

import de.bwaldvogel.mongo.backend.Cursor;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.CursorNotFoundException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The open cursors, each for the user who opened it, forgotten when nobody asks for ten minutes.
 */
final class Cursors {

  private static final long IDLE_NANOS = Duration.ofMinutes(10).toNanos();

  private static final class Open {
    private final ReplyCursor cursor;
    private final UserId owner;
    private final String namespace;
    private volatile long lastUsedNanos = System.nanoTime();

    private Open(ReplyCursor cursor, UserId owner, String namespace) {
      this.cursor = cursor;
      this.owner = owner;
      this.namespace = namespace;
    }
  }

  private final SecureRandom random = new SecureRandom();
  private final Map<Long, Open> byId = new ConcurrentHashMap<>();

  /** The first reply of an answer; its rest stays open unless only one reply was asked for. */
  Document firstReply(
      Iterator<Document> answer, String namespace, int batchSize, boolean single, UserId owner) {
    var cursor = new ReplyCursor(random.nextLong(1, Long.MAX_VALUE), answer);
    var batch = cursor.takeDocuments(batchSize);
    boolean stays = !single && !cursor.isEmpty();
    if (stays) {
      byId.put(cursor.getId(), new Open(cursor, owner, namespace));
    }
    return reply("firstBatch", batch, namespace, stays ? cursor.getId() : 0L);
  }

  /** One more reply of an open cursor. */
  Document nextReply(long id, String namespace, int batchSize, UserId owner) {
    Open open = byId.get(id);
    if (open == null || !open.owner.equals(owner) || !open.namespace.equals(namespace)) {
      throw new CursorNotFoundException(id);
    }
    synchronized (open) {
      open.lastUsedNanos = System.nanoTime();
      var batch = open.cursor.takeDocuments(batchSize);
      boolean stays = !open.cursor.isEmpty();
      if (!stays) {
        byId.remove(id);
      }
      return reply("nextBatch", batch, namespace, stays ? id : 0L);
    }
  }

  private static Document reply(String field, Object batch, String namespace, long id) {
    var cursor = new Document("id", id).append("ns", namespace).append(field, batch);
    return Replies.ok().append("cursor", cursor);
  }

  /** Whether there was such a cursor of this user. */
  boolean kill(long id, UserId owner) {
    Open open = byId.get(id);
    return open != null && open.owner.equals(owner) && byId.remove(id, open);
  }

  void forgetIdle() {
    long now = System.nanoTime();
    byId.values().removeIf(open -> now - open.lastUsedNanos > IDLE_NANOS);
  }

  int size() {
    return byId.size();
  }

  /** The library wants to keep cursors itself; we give it nowhere to put them. */
  static CursorRegistry unused() {
    return new CursorRegistry() {
      @Override
      public void add(Cursor cursor) {
        throw new IllegalStateException("cursors are kept in Cursors");
      }
    };
  }
}
