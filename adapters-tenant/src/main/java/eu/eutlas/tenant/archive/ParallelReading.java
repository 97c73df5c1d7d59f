package eu.eutlas.tenant.archive;

import com.mongodb.MongoCommandException;
import eu.eutlas.tenant.Failures;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.bson.BsonDocument;

/**
 * Reads several places at once, and hands what it reads to the thread that asked. What is read and
 * not yet handed over is bounded by its length.
 */
final class ParallelReading implements AutoCloseable {
  static final int READERS = 2;

  /** Of what was read and not yet handed over. */
  private static final int BUDGET_BYTES = 16 * 1024 * 1024;

  private static final int LEAST_BYTES = 1024 * 1024;
  private static final int WAIT_MILLIS = 500;

  private final ArchiveClient client;
  private final Meter meter;
  private final Predicate<Source> endedByDrop;
  private final BlockingQueue<Message> messages = new LinkedBlockingQueue<>();
  private final Semaphore budget = new Semaphore(BUDGET_BYTES);
  private final List<Thread> threads = new ArrayList<>();

  /**
   * @param endedByDrop whether a place that could not be read on was dropped, and that is known
   *     elsewhere; then what was read of it is all
   */
  ParallelReading(ArchiveClient client, Meter meter, Predicate<Source> endedByDrop) {
    this.client = client;
    this.meter = meter;
    this.endedByDrop = endedByDrop;
  }

  /**
   * What to read.
   *
   * @param find the fields of a find, but for its collection
   */
  record Source(CollectionDescription collection, Place data, BsonDocument find) {}

  /** What has to be done with it, by the thread that asked. */
  interface Receiver {
    void documents(Source source, Documents documents) throws IOException;

    void end(Source source, CollectionHash hash, long crc) throws IOException;
  }

  private sealed interface Message {
    record Read(Source source, Documents documents, int held) implements Message {}

    record Ended(Source source, CollectionHash hash, long crc) implements Message {}

    record Failed(RuntimeException failure) implements Message {}
  }

  /** Reads all to their ends; throws what the driver throws, and what the receiver does. */
  void read(List<Source> sources, Receiver receiver) throws IOException {
    var waiting = new ConcurrentLinkedQueue<>(sources);
    for (var i = 0; i < Math.min(READERS, sources.size()); i++) {
      threads.add(Thread.ofVirtual().name("archive-reader-" + i).start(() -> work(waiting)));
    }
    for (var left = sources.size(); left > 0; ) {
      switch (take()) {
        case Message.Read read -> {
          receiver.documents(read.source(), read.documents());
          budget.release(read.held());
          meter.add(read.documents().count(), read.documents().length());
        }
        case Message.Ended ended -> {
          receiver.end(ended.source(), ended.hash(), ended.crc());
          left--;
        }
        case Message.Failed failed -> throw failed.failure();
      }
    }
  }

  private Message take() {
    try {
      while (true) {
        var message = messages.poll(WAIT_MILLIS, TimeUnit.MILLISECONDS);
        meter.tick();
        if (message != null) {
          return message;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Failures.stopping();
    }
  }

  private void work(Queue<Source> waiting) {
    try {
      for (var source = waiting.poll(); source != null; source = waiting.poll()) {
        read(source);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      messages.add(new Message.Failed(e));
    }
  }

  private void read(Source source) throws InterruptedException {
    var hash = new CollectionHash();
    var crc = new Crc64();
    var held = LEAST_BYTES;
    try (var cursor = new RawCursor(client, source.data(), source.find())) {
      budget.acquire(held);
      for (var next = cursor.next(); next != null; next = cursor.next()) {
        next.each((bytes, offset, length) -> {
          hash.add(bytes, offset, length);
          crc.add(bytes, offset, length);
        });
        messages.add(new Message.Read(source, next, held));
        // As much as the last answer took is what the next may take.
        held = Math.clamp(next.held(), LEAST_BYTES, BUDGET_BYTES);
        budget.acquire(held);
      }
      budget.release(held);
    } catch (MongoCommandException e) {
      if (!endedByDrop.test(source)) {
        throw e;
      }
    }
    messages.add(new Message.Ended(source, hash, crc.value()));
  }

  /** Ends what is still being read, and waits until it has ended. */
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
