package eu.eutlas.tenant.archive;

import com.mongodb.client.model.InsertManyOptions;
import eu.eutlas.tenant.Failures;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.bson.BsonArray;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.RawBsonDocument;
import org.jspecify.annotations.Nullable;

/**
 * Inserts documents, several batches at once. What waits is bounded by its length. Batches of one
 * collection may overtake each other, unless its order counts: then each is waited for.
 */
final class Inserting implements AutoCloseable {
  private static final int WRITERS = 2;

  /** Of what waits or is being sent, as the driver needs it to send it: three times its length. */
  private static final int BUDGET_BYTES = 48 * 1024 * 1024;

  private static final int COPIES = 3;
  private static final int WAIT_MILLIS = 500;
  private static final InsertManyOptions UNORDERED =
      new InsertManyOptions().ordered(false).bypassDocumentValidation(true);
  private static final InsertManyOptions ORDERED =
      new InsertManyOptions().bypassDocumentValidation(true);

  private final ArchiveClient client;
  private final Meter meter;
  private final LinkedBlockingQueue<Batch> batches = new LinkedBlockingQueue<>();
  private final Semaphore budget = new Semaphore(BUDGET_BYTES);
  private final AtomicReference<@Nullable RuntimeException> failure = new AtomicReference<>();
  private final List<Thread> threads = new ArrayList<>();

  Inserting(ArchiveClient client, Meter meter) {
    this.client = client;
    this.meter = meter;
    for (var i = 0; i < WRITERS; i++) {
      threads.add(Thread.ofVirtual().name("archive-writer-" + i).start(this::work));
    }
  }

  /**
   * Where documents go.
   *
   * @param inOrder whether they are inserted in the order in which they come
   * @param asTheyLie whether they are parts of a time series that lies in one collection
   */
  record Target(Place place, boolean inOrder, boolean asTheyLie) {}

  /** Documents on their way into a collection. */
  record Batch(Target into, List<RawBsonDocument> documents, long bytes) {
    private int weight() {
      return (int) Math.min(BUDGET_BYTES, COPIES * bytes);
    }
  }

  /** Takes it on, when there is room; throws what an earlier one failed with. */
  void add(Batch batch) {
    acquire(batch.weight());
    batches.add(batch);
    if (batch.into().inOrder()) {
      finish();
    }
  }

  /** Waits until all that was added is inserted; throws what one failed with. */
  void finish() {
    acquire(BUDGET_BYTES);
    budget.release(BUDGET_BYTES);
    throwFailure();
  }

  private void acquire(int weight) {
    try {
      throwFailure();
      while (!budget.tryAcquire(weight, WAIT_MILLIS, TimeUnit.MILLISECONDS)) {
        meter.tick();
        throwFailure();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Failures.stopping();
    }
  }

  private void throwFailure() {
    var failed = failure.get();
    if (failed != null) {
      throw failed;
    }
  }

  private void work() {
    try {
      while (failure.get() == null) {
        var batch = batches.take();
        insert(batch);
        budget.release(batch.weight());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      failure.compareAndSet(null, e);
    }
  }

  private void insert(Batch batch) {
    var into = batch.into().place();
    if (batch.into().asTheyLie()) {
      client.write(
          into.database(),
          new BsonDocument("insert", new BsonString(into.collection()))
              .append("documents", new BsonArray(batch.documents()))
              .append("rawData", BsonBoolean.TRUE)
              .append("bypassDocumentValidation", BsonBoolean.TRUE));
    } else {
      client
          .database(into.database())
          .getCollection(into.collection(), RawBsonDocument.class)
          .insertMany(batch.documents(), batch.into().inOrder() ? ORDERED : UNORDERED);
    }
  }

  /** Ends what is still on its way, and waits until it has ended. */
  @Override
  public void close() {
    threads.forEach(Thread::interrupt);
    var interrupted = Thread.interrupted();
    for (var thread : threads) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
