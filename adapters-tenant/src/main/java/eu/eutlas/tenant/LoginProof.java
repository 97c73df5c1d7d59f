package eu.eutlas.tenant;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import com.mongodb.ReadConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import eu.eutlas.domain.cluster.LoginTrial;
import java.util.UUID;
import org.bson.Document;

/**
 * The proof that a login really works: what any customer's program does first. It writes to a
 * collection of its own in a database of its own and drops the collection, and with the last
 * collection the database is gone. What a proof that was killed left behind goes with the next one.
 */
public final class LoginProof {
  public static final String DATABASE = "eutlas_proof";
  public static final String COLLECTION = "login";

  private final MongoClient client;
  private final Deadline deadline;

  LoginProof(MongoClient client, Deadline deadline) {
    this.client = client;
    this.deadline = deadline;
  }

  /** Logs in and asks who one is, which whoever is logged in may; throws what the driver throws. */
  LoginTrial logIn() {
    client
        .getDatabase("admin")
        .withTimeout(deadline.millisToWork(), MILLISECONDS)
        .runCommand(new Document("connectionStatus", 1));
    return new LoginTrial.Proved();
  }

  /** Logs in, looks for a primary, writes and reads; throws what the driver throws. */
  LoginTrial attempt() {
    if (!Primary.answers(client, deadline)) {
      return new LoginTrial.NotYet(Failures.NOT_PRIMARY);
    }
    return writeAndRead()
        ? new LoginTrial.Proved()
        : new LoginTrial.NotYet("A document that was just written could not be read back.");
  }

  private boolean writeAndRead() {
    var document = new Document("_id", UUID.randomUUID().toString());
    try {
      within(deadline.millisToWork()).getCollection(COLLECTION).insertOne(document);
      var found =
          within(deadline.millisToWork())
              .withReadConcern(ReadConcern.MAJORITY)
              .getCollection(COLLECTION)
              .find(document)
              .first();
      return document.equals(found);
    } finally {
      within(deadline.millisToTidyUp()).getCollection(COLLECTION).drop();
    }
  }

  private MongoDatabase within(long millis) {
    return client.getDatabase(DATABASE).withTimeout(millis, MILLISECONDS);
  }
}
