package eu.eutlas.benchmarks.embedded;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Updates;
import eu.eutlas.embeddedmongo.AdminCredentials;
import eu.eutlas.embeddedmongo.EmbeddedMongo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.bson.Document;

/**
 * How large the file gets: about 2 MB of documents with a secondary index, then a million updates,
 * each acknowledged by itself, then quiet. The aim: 4 times the live data + 16 MB after five idle
 * minutes.
 *
 * <pre>{@code
 * mvn -q -Dquick -pl benchmarks -am package dependency:copy-dependencies -DincludeScope=runtime && java -cp 'benchmarks/target/quick/classes:benchmarks/target/quick/dependency/*' eu.eutlas.benchmarks.embedded.FileGrowth
 * }</pre>
 */
public final class FileGrowth {

  private static final AdminCredentials ADMIN = new AdminCredentials("admin", "benchmark-password");
  private static final int DOCUMENTS = 10_000;
  private static final int TEXT = 150;
  private static final int MILLION = 1_000_000;
  private static final int THREADS = 8;
  private static final double MEGABYTE = 1024.0 * 1024.0;

  private FileGrowth() {}

  /** Takes the number of updates and the idle seconds, a million and 300 by default. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    int updates = arguments.length > 0 ? Integer.parseInt(arguments[0]) : MILLION;
    int idleSeconds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 300;
    Path folder = Files.createTempDirectory("file-growth");
    try (var server = EmbeddedMongo.start(folder, ADMIN);
        MongoClient client = MongoClients.create(server.connectionString(ADMIN))) {
      var documents = client.getDatabase("growth").getCollection("documents");
      fill(documents);
      Document stats = client.getDatabase("growth").runCommand(new Document("dbStats", 1));
      double live = stats.get("totalSize", Number.class).doubleValue() / MEGABYTE;
      report("filled, live %.1f MB".formatted(live), server);

      long started = System.nanoTime();
      var watch = new Watch(server);
      update(documents, updates);
      double seconds = Duration.ofNanos(System.nanoTime() - started).toMillis() / 1000.0;
      double most = watch.stop() / MEGABYTE;
      System.out.printf(
          "updates=%d seconds=%.0f rate=%.0f/s largest=%.1f MB%n",
          updates, seconds, updates / seconds, most);
      report("after the updates", server);

      TimeUnit.SECONDS.sleep(idleSeconds);
      report("after %d idle seconds (aim %.1f MB)".formatted(idleSeconds, 4 * live + 16), server);
    }
  }

  private static void report(String when, EmbeddedMongo server) {
    System.out.printf("%s: file %.1f MB%n", when, server.fileSize() / MEGABYTE);
  }

  private static void fill(MongoCollection<Document> documents) {
    documents.createIndex(Indexes.ascending("counter"));
    List<Document> all = new ArrayList<>();
    for (int i = 0; i < DOCUMENTS; i++) {
      all.add(new Document("_id", i).append("counter", 0).append("text", "x".repeat(TEXT)));
    }
    documents.insertMany(all);
  }

  private static void update(MongoCollection<Document> documents, int updates)
      throws InterruptedException {
    var left = new AtomicInteger(updates);
    var threads = new ArrayList<Thread>();
    for (int i = 0; i < THREADS; i++) {
      threads.add(
          Thread.ofPlatform()
              .start(() -> {
                while (left.getAndDecrement() > 0) {
                  int id = ThreadLocalRandom.current().nextInt(DOCUMENTS);
                  documents.updateOne(Filters.eq("_id", id), Updates.inc("counter", 1));
                }
              }));
    }
    for (Thread thread : threads) {
      thread.join();
    }
  }

  /** Looks at the file's size each half second and keeps the largest. */
  private static final class Watch {
    private volatile boolean running = true;
    private volatile long largest;
    private final Thread thread;

    Watch(EmbeddedMongo server) {
      thread =
          Thread.ofPlatform()
              .daemon()
              .start(() -> {
                while (running) {
                  largest = Math.max(largest, server.fileSize());
                  try {
                    TimeUnit.MILLISECONDS.sleep(500);
                  } catch (InterruptedException e) {
                    return;
                  }
                }
              });
    }

    long stop() throws InterruptedException {
      running = false;
      thread.join();
      return largest;
    }
  }
}
