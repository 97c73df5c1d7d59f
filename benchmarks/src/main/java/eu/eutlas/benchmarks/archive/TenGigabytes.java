package eu.eutlas.benchmarks.archive;

import com.mongodb.client.MongoClients;
import eu.eutlas.embeddedmongo.AdminCredentials;
import eu.eutlas.embeddedmongo.EmbeddedMongo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import org.bson.BsonArray;
import org.bson.BsonBinary;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.RawBsonDocument;

/**
 * Ten gigabytes through the whole engine in a process with 64 MB of heap: dump, verify, restore.
 * The documents are made by a server that has none.
 */
public final class TenGigabytes {
  private static final String PASSWORD = "benchmark-only";
  private static final int COLLECTIONS = 4;

  private TenGigabytes() {}

  /** Arguments: gigabytes (10), bytes of a document (1000), megabytes of heap (64). */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    var gigabytes = arguments.length > 0 ? Double.parseDouble(arguments[0]) : 10;
    var documentBytes = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 1_000;
    var heap = arguments.length > 2 ? arguments[2] : "64";
    var folder = Files.createTempDirectory("ten-gigabytes");
    var admin = new AdminCredentials("admin", PASSWORD);
    try (var embedded = EmbeddedMongo.start(folder.resolve("server"), admin)) {
      try (var client = MongoClients.create(embedded.connectionString(admin))) {
        for (var i = 0; i < COLLECTIONS; i++) {
          client.getDatabase("big").createCollection("collection-" + i);
        }
      }
      var documents = documents(documentBytes);
      var one = documents.getFirst().asDocument();
      try (var server =
          new Synthetic(
              embedded.port(),
              (long) (gigabytes * 1e9 / COLLECTIONS),
              documents,
              ((RawBsonDocument) one).getByteBuffer().remaining())) {
        run(server.port(), folder.resolve("archive.gz"), heap);
      }
    } finally {
      delete(folder);
    }
  }

  private static BsonArray documents(int bytes) {
    var documents = new BsonArray();
    if (bytes > 1_000_000) {
      var content = new byte[bytes];
      for (var i = 0; i < bytes; i++) {
        content[i] = (byte) ((i * 31) >>> 5);
      }
      documents.add(
          new RawBsonDocument(
              Orders.bytes(
                  new BsonDocument("_id", new BsonInt32(1)).append("c", new BsonBinary(content)))));
    } else {
      var orders = new Orders(1);
      // All of the same length, so that what is left can be counted.
      var length = orders.next(1_000).length;
      for (var i = 0; documents.size() < 2_000; i++) {
        var order = orders.next(i);
        if (order.length == length) {
          documents.add(new RawBsonDocument(order));
        }
      }
    }
    return documents;
  }

  private static void run(int port, Path archive, String heap)
      throws IOException, InterruptedException {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var process =
        new ProcessBuilder(
                List.of(
                    java,
                    "-Xmx" + heap + "m",
                    "-XX:+UseSerialGC",
                    "-cp",
                    System.getProperty("java.class.path"),
                    LittleMemory.class.getName(),
                    Integer.toString(port),
                    archive.toString(),
                    PASSWORD))
            .inheritIO()
            .start();
    if (process.waitFor() != 0) {
      throw new IllegalStateException("It did not end well.");
    }
  }

  private static void delete(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    }
  }
}
