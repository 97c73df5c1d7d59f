package eu.eutlas.benchmarks.embedded;

import com.mongodb.client.MongoClients;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import eu.eutlas.embeddedmongo.AdminCredentials;
import eu.eutlas.embeddedmongo.EmbeddedMongo;
import java.nio.file.Path;
import org.bson.Document;

/**
 * The child of {@link FiftyKills}: writes documents with several threads and prints the number of
 * each one once its write was acknowledged. It never ends by itself.
 */
final class KilledWriter {

  static final AdminCredentials ADMIN = new AdminCredentials("admin", "benchmark-password");
  static final String ACKNOWLEDGED = "ack ";

  private static final int THREADS = 4;

  private KilledWriter() {}

  public static void main(String[] arguments) {
    var server = EmbeddedMongo.start(Path.of(arguments[0]), ADMIN);
    long first = Long.parseLong(arguments[1]);
    var client = MongoClients.create(server.connectionString(ADMIN));
    var numbers = client.getDatabase("kills").getCollection("numbers");
    numbers.createIndex(Indexes.ascending("twice"), new IndexOptions().unique(true));
    for (int i = 0; i < THREADS; i++) {
      int offset = i;
      new Thread(
              () -> {
                for (long number = first + offset; ; number += THREADS) {
                  numbers.insertOne(new Document("_id", number).append("twice", 2 * number));
                  synchronized (System.out) {
                    System.out.println(ACKNOWLEDGED + number);
                  }
                }
              })
          .start();
    }
  }
}
