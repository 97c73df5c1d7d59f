package eu.eutlas.embeddedmongo;

import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * All matching documents of a collection in the order of {@code _id}, a page at a time: it may be
 * left and taken up again between writes, and then goes on behind the last document it saw.
 */
final class ScanIterator implements Iterator<Document> {

  private static final int PAGE = 200;

  private final StoredCollection collection;
  private final Document filter;
  private final @Nullable Document projection;
  private final boolean reverse;

  private final Queue<Document> ready = new ArrayDeque<>();
  private @Nullable Object last;
  private boolean exhausted;

  ScanIterator(
      StoredCollection collection,
      Document filter,
      @Nullable Document projection,
      boolean reverse) {
    this.collection = collection;
    this.filter = filter;
    this.projection = projection;
    this.reverse = reverse;
  }

  @Override
  public boolean hasNext() {
    while (ready.isEmpty() && !exhausted && !collection.documents().isClosed()) {
      List<Document> page = collection.page(last, reverse, PAGE, position -> last = position);
      exhausted = page.size() < PAGE;
      ready.addAll(collection.matching(page, filter, projection));
    }
    return !ready.isEmpty();
  }

  @Override
  public Document next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return ready.remove();
  }
}
