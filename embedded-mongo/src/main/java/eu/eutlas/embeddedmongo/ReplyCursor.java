package eu.eutlas.embeddedmongo;

import de.bwaldvogel.mongo.backend.AbstractCursor;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is left of an answer, handed out in replies of bounded size. */
final class ReplyCursor extends AbstractCursor {

  /** Where the client does not say how many it wants. */
  static final int DOCUMENTS = 1_000;

  /** Clients break above 48 MB, and MongoDB itself stops at 16. */
  static final int BYTES = 16 * 1024 * 1024;

  private final Iterator<Document> source;
  private @Nullable Document next;

  ReplyCursor(long id, Iterator<Document> source) {
    super(id);
    this.source = source;
    advance();
  }

  private void advance() {
    next = source.hasNext() ? source.next() : null;
  }

  @Override
  public boolean isEmpty() {
    return next == null;
  }

  /** At most so many documents and so many bytes, but one document if there is any. */
  @Override
  public List<Document> takeDocuments(int atMost) {
    var batch = new ArrayList<Document>();
    long bytes = 0;
    while (next != null && batch.size() < atMost) {
      bytes += BsonSize.of(next);
      if (bytes > BYTES && !batch.isEmpty()) {
        break;
      }
      batch.add(next);
      advance();
    }
    return batch;
  }
}
