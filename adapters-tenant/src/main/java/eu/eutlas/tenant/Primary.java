package eu.eutlas.tenant;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import com.mongodb.client.MongoClient;
import org.bson.Document;

/** Whether the server at the other end takes writes. Asking it is also what logs the client in. */
final class Primary {
  private Primary() {}

  static boolean answers(MongoClient client, Deadline deadline) {
    var hello =
        client
            .getDatabase("admin")
            .withTimeout(deadline.millisToWork(), MILLISECONDS)
            .runCommand(new Document("hello", 1));
    return hello.getBoolean("isWritablePrimary", false);
  }
}
