package eu.eutlas.embeddedmongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Updates;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConcurrencyTest extends ServerTest {

  private static final int WRITERS = 8;
  private static final int EACH = 50;

  private static void together(int count, Callable<Boolean> work) throws Exception {
    try (var threads = Executors.newFixedThreadPool(count)) {
      for (Future<Boolean> done :
          threads.invokeAll(IntStream.range(0, count).mapToObj(i -> work).toList())) {
        assertThat(done.get()).isTrue();
      }
    }
  }

  @Test
  void losesNoUpdateOfConcurrentWriters() throws Exception {
    things.insertOne(new Document("_id", "counter").append("n", 0));

    together(
        WRITERS,
        () -> {
          for (int i = 0; i < EACH; i++) {
            things.updateOne(Filters.eq("_id", "counter"), Updates.inc("n", 1));
          }
          return true;
        });

    restartServer();
    assertThat(things.find().first())
        .isEqualTo(new Document("_id", "counter").append("n", WRITERS * EACH));
  }

  @Test
  void nothingChangesWhileItIsToStandStillAndThenEveryWriteIsThere() throws Exception {
    try (var threads = Executors.newFixedThreadPool(WRITERS)) {
      var writers = new ArrayList<Future<?>>();
      long during =
          server.unchanged(() -> {
            for (int i = 0; i < WRITERS; i++) {
              writers.add(threads.submit(() -> things.insertOne(new Document())));
            }
            Awaitility.await()
                .during(Duration.ofMillis(300))
                .until(() -> writers.stream().noneMatch(Future::isDone));
            return things.countDocuments();
          });

      assertThat(during).as("reading goes on").isZero();
      for (Future<?> writer : writers) {
        writer.get();
      }
      assertThat(things.countDocuments()).isEqualTo(WRITERS);
    }
  }

  @Test
  void letsExactlyOneOfManyHaveAUniqueValue() throws Exception {
    things.createIndex(Indexes.ascending("slot"), new IndexOptions().unique(true));

    together(
        WRITERS,
        () -> {
          for (int slot = 0; slot < EACH; slot++) {
            try {
              things.insertOne(new Document("slot", slot));
            } catch (MongoWriteException e) {
              assertThat(e.getCode()).isEqualTo(11000);
            }
          }
          return true;
        });

    assertThat(things.countDocuments()).isEqualTo(EACH);
  }

  @Test
  void readersAlwaysSeeWholeDocuments() throws Exception {
    things.insertOne(Document.parse("{_id: 1, a: {x: 0}, b: {x: 0}}"));

    together(
        4,
        () -> {
          for (int i = 0; i < EACH; i++) {
            int value = i;
            things.updateOne(
                Filters.eq("_id", 1),
                Updates.combine(Updates.set("a.x", value), Updates.set("b.x", value)));
            Document seen = things.find(Filters.eq("_id", 1)).first();
            assertThat(seen).isNotNull();
            assertThat(seen.get("a")).isEqualTo(seen.get("b"));
          }
          return true;
        });
  }

  @Test
  void keepsDatabasesApart() {
    for (String name : List.of("one", "two", "one.more")) {
      String database = name.replace(".", "_");
      admin.getDatabase(database).getCollection("things").insertOne(new Document("_id", name));
      admin.getDatabase(database).getCollection("things.more").insertOne(new Document("_id", name));
    }

    admin.getDatabase("two").drop();

    restartServer();
    assertThat(admin.listDatabaseNames()).containsExactly("one", "one_more");
    assertThat(admin.getDatabase("one").listCollectionNames())
        .containsExactlyInAnyOrder("things", "things.more");
    assertThat(admin.getDatabase("one").getCollection("things").find().first())
        .isEqualTo(new Document("_id", "one"));
    assertThat(admin.getDatabase("two").getCollection("things").find()).isEmpty();
  }

  @Test
  void runsManyServersOnTheSameFewThreads(@TempDir Path folders) {
    var servers = new ArrayList<EmbeddedMongo>();
    for (int i = 0; i < 20; i++) {
      servers.add(EmbeddedMongo.start(folders.resolve("server" + i), Clients.ADMIN));
    }
    for (EmbeddedMongo each : servers) {
      try (MongoClient client = Clients.admin(each)) {
        client.getDatabase("shop").getCollection("things").insertOne(new Document("_id", 1));
      }
    }

    assertThat(threads("embedded-mongo-io")).hasSizeLessThanOrEqualTo(2);
    assertThat(threads("embedded-mongo-housekeeper")).hasSizeLessThanOrEqualTo(1);
    servers.forEach(EmbeddedMongo::close);
  }

  @Test
  void leavesNoThreadBehind() {
    stopServer();

    Awaitility.await().untilAsserted(() -> assertThat(threads("embedded-mongo")).isEmpty());
  }

  private static List<String> threads(String prefix) {
    return Thread.getAllStackTraces().keySet().stream()
        .map(Thread::getName)
        .filter(name -> name.startsWith(prefix))
        .toList();
  }
}
