package eu.eutlas.mongo;

import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.time.Instant;
import org.bson.BsonDocument;
import org.bson.BsonInt32;

/** The open connection to the database that holds the metadata. */
public final class Store implements AutoCloseable {
  private final MongoClient client;
  private final MongoDatabase database;

  private Store(MongoClient client, String database) {
    this.client = client;
    this.database = client.getDatabase(database);
  }

  /** Opens it without speaking to a server yet. */
  static Store open(MongoClientSettings settings, String database) {
    return new Store(MongoClients.create(settings), database);
  }

  public Documents documents(CollectionSchema collection) {
    return new Documents(database.getCollection(collection.name(), BsonDocument.class));
  }

  /** The time by the server's clock. */
  public Instant time() {
    var hello = new BsonDocument("hello", new BsonInt32(1));
    var answer = Calls.read(() -> database.runCommand(hello, BsonDocument.class));
    return DocumentReader.of(answer).time("localTime");
  }

  MongoDatabase database() {
    return database;
  }

  @Override
  public void close() {
    client.close();
  }
}
