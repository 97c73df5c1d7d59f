package eu.eutlas.tenant.archive;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.RawBsonDocument;

/** Gathers the documents of each collection into batches. For one thread. */
final class Batches {
  private static final int LARGEST_BYTES = 1024 * 1024;
  private static final int MOST_DOCUMENTS = 5_000;

  private final Inserting inserting;
  private final Map<Inserting.Target, Gathered> gathered = new HashMap<>();

  Batches(Inserting inserting) {
    this.inserting = inserting;
  }

  private static final class Gathered {
    private List<RawBsonDocument> documents = new ArrayList<>();
    private long bytes;
  }

  void add(Inserting.Target into, byte[] bytes, int length) {
    var batch = gathered.computeIfAbsent(into, any -> new Gathered());
    if (batch.bytes + length > LARGEST_BYTES || batch.documents.size() == MOST_DOCUMENTS) {
      send(into, batch);
    }
    batch.documents.add(new RawBsonDocument(Arrays.copyOf(bytes, length)));
    batch.bytes += length;
  }

  /** Sends what is left of a collection. */
  void end(Inserting.Target into) {
    var left = gathered.remove(into);
    if (left != null) {
      send(into, left);
    }
  }

  private void send(Inserting.Target into, Gathered batch) {
    if (!batch.documents.isEmpty()) {
      inserting.add(new Inserting.Batch(into, batch.documents, batch.bytes));
      batch.documents = new ArrayList<>();
      batch.bytes = 0;
    }
  }
}
