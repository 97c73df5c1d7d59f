package eu.eutlas.embeddedmongo;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Updates;
import java.nio.file.Path;
import org.bson.Document;

/**
 * The child process of {@link KillTest}: inserts and updates with two threads, and prints each
 * number once both its writes were acknowledged. Ends only by being killed.
 */
final class CrashingWriter {

  static final String ACKNOWLEDGED = "ack ";

  private static final int THREADS = 2;

  private CrashingWriter() {}

  public static void main(String[] arguments) {
    var server = EmbeddedMongo.start(Path.of(arguments[0]), Clients.ADMIN);
    long first = Long.parseLong(arguments[1]);
    var numbers = Clients.admin(server).getDatabase("shop").getCollection("numbers");
    numbers.createIndex(Indexes.ascending("twice"), new IndexOptions().unique(true));
    for (int i = 0; i < THREADS; i++) {
      int offset = i;
      new Thread(
              () -> {
                for (long number = first + offset; ; number += THREADS) {
                  numbers.insertOne(new Document("_id", number).append("twice", -number));
                  numbers.updateOne(Filters.eq("_id", number), Updates.set("twice", 2 * number));
                  synchronized (CrashingWriter.class) {
                    System.out.println(ACKNOWLEDGED + number);
                  }
                }
              })
          .start();
    }
  }
}
