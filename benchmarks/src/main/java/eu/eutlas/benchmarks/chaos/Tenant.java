package eu.eutlas.benchmarks.chaos;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoException;
import com.mongodb.MongoSecurityException;
import com.mongodb.MongoSocketException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.bson.Document;

/** A customer's program that uses a cluster through the driver. */
final class Tenant {
  private static final int PATIENCE = 3;
  private static final int UNAUTHORIZED = 13;

  private Tenant() {}

  /** Writes a document; returns whether that was acknowledged. */
  static boolean write(String connection, int number) {
    try {
      return with(
          connection,
          documents -> documents.insertOne(new Document("_id", number)).wasAcknowledged());
    } catch (MongoException e) {
      return false;
    }
  }

  /** What becomes of somebody who tries to log in. */
  enum Entry {
    LET_IN,
    REFUSED,
    /** Nobody answers. */
    CLOSED
  }

  /** Tries to log in and to read. */
  static Entry enter(String connection) {
    try {
      return with(
          connection,
          documents -> {
            var unused = documents.find().limit(1).first();
            return Entry.LET_IN;
          });
    } catch (MongoSecurityException refused) {
      return Entry.REFUSED;
    } catch (MongoTimeoutException | MongoSocketException closed) {
      return Entry.CLOSED;
    }
  }

  /** Whether a login may write, and not only read. */
  static boolean mayWrite(String connection) {
    try {
      return with(
          connection,
          documents ->
              documents
                  .updateOne(new Document("_id", -1), new Document("$set", new Document("a", 1)))
                  .wasAcknowledged());
    } catch (MongoCommandException refused) {
      if (refused.getErrorCode() == UNAUTHORIZED) {
        return false;
      }
      throw refused;
    }
  }

  /** Which of the documents are not there. */
  static Set<Integer> missing(String connection, List<Integer> numbers) {
    var missing = new HashSet<>(numbers);
    with(
        connection,
        documents -> {
          documents.find().forEach(document -> missing.remove(document.getInteger("_id")));
          return true;
        });
    return missing;
  }

  private static <T> T with(String connection, Function<MongoCollection<Document>, T> use) {
    var settings =
        MongoClientSettings.builder()
            .applyConnectionString(new ConnectionString(connection))
            .applyToClusterSettings(
                cluster -> cluster.serverSelectionTimeout(PATIENCE, TimeUnit.SECONDS))
            .applyToSocketSettings(socket -> socket.readTimeout(PATIENCE, TimeUnit.SECONDS))
            .writeConcern(WriteConcern.MAJORITY)
            .build();
    try (var client = MongoClients.create(settings)) {
      return use.apply(client.getDatabase("shop").getCollection("chaos"));
    }
  }
}
