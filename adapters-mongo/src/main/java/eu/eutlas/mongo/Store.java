package eu.eutlas.mongo;

import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.time.Instant;
import java.util.function.Function;
import org.bson.BsonDocument;
import org.bson.BsonInt32;

/** The open connection to the database that holds the metadata. */
public final class Store implements AutoCloseable {
  private final MongoClient client;
  private final MongoDatabase database;
  private final Damage damage = new Damage();

  private Store(MongoClient client, String database) {
    this.client = client;
    this.database = client.getDatabase(database);
  }

  /** Opens it without speaking to a server yet. */
  static Store open(MongoClientSettings settings, String database) {
    return new Store(MongoClients.create(settings), database);
  }

  /**
   * The documents of a collection.
   *
   * @param write makes a document of a value
   * @param read makes the value of a document again
   */
  public <T> Documents<T> documents(
      CollectionSchema collection,
      Function<T, BsonDocument> write,
      Function<BsonDocument, T> read) {
    return new Documents<>(
        database.getCollection(collection.name(), BsonDocument.class), write, read, damage);
  }

  /** The documents of a collection, as they are stored. */
  public Documents<BsonDocument> documents(CollectionSchema collection) {
    return documents(collection, Function.identity(), Function.identity());
  }

  /** What lists have met that cannot be read. */
  Damage damage() {
    return damage;
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
