package eu.eutlas.benchmarks.chaos;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoException;
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
