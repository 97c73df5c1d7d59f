package eu.eutlas.mongo;

import eu.eutlas.domain.Secret;
import eu.eutlas.embeddedmongo.AdminCredentials;
import eu.eutlas.embeddedmongo.EmbeddedMongo;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.bson.BsonDocument;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/**
 * A server to test on: the embedded one, or the one that {@value #URI} names. Each test gets empty
 * databases; they are emptied and used again, and dropped at the end.
 */
public final class MongoUnderTest implements BeforeEachCallback, AfterEachCallback {
  public static final String URI = "EUTLAS_TEST_MONGODB_URI";
  public static final String NOT_GIVEN = "Set " + URI + " to run this on a MongoDB server.";

  private static final AdminCredentials ADMIN = new AdminCredentials("admin", "for-tests-only");

  private final String server;
  private final List<Database> inUse = new ArrayList<>();
  private Server running = Server.NONE;

  private MongoUnderTest(String server) {
    this.server = server;
  }

  public static MongoUnderTest embedded() {
    return new MongoUnderTest("embedded");
  }

  public static MongoUnderTest given() {
    return new MongoUnderTest("given");
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    running =
        context
            .getRoot()
            .getStore(Namespace.create(MongoUnderTest.class))
            .getOrComputeIfAbsent(server, Server::start, Server.class);
  }

  @Override
  public void afterEach(ExtensionContext context) {
    inUse.forEach(running::giveBack);
    inUse.clear();
  }

  /** The metadata in an empty database of its own. */
  public MongoMetadata fresh() {
    var database = running.take();
    inUse.add(database);
    return database.metadata();
  }

  /** The documents of a collection, past the repository that keeps them. */
  public static Documents<BsonDocument> documents(
      MongoMetadata metadata, CollectionSchema collection) {
    return metadata.store().documents(collection);
  }

  /** The connection string of an empty database that nothing has migrated yet. */
  Secret newDatabase() {
    return running.newDatabase();
  }

  private record Database(Secret uri, MongoMetadata metadata) {
    void empty() {
      var database = metadata.store().database();
      for (var name : database.listCollectionNames()) {
        if (!List.of("installation", "migrations").contains(name)) {
          database.getCollection(name).deleteMany(new BsonDocument());
        }
      }
    }
  }

  /** A server for all tests, as long as they run. */
  private static final class Server implements AutoCloseable {
    static final Server NONE = new Server("", () -> {});

    private final String uri;
    private final Runnable stop;
    private final List<MongoMetadata> opened = new ArrayList<>();
    private final ConcurrentLinkedDeque<Database> idle = new ConcurrentLinkedDeque<>();

    private Server(String uri, Runnable stop) {
      this.uri = uri;
      this.stop = stop;
    }

    static Server start(String kind) {
      if (kind.equals("given")) {
        return new Server(System.getenv(URI), () -> {});
      }
      try {
        var embedded = EmbeddedMongo.start(Files.createTempDirectory("eutlas-mongo"), ADMIN);
        return new Server(embedded.connectionString(ADMIN), embedded::close);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    synchronized Database take() {
      var there = idle.poll();
      if (there != null) {
        return there;
      }
      var database = newDatabase();
      var metadata = MongoMetadata.connect(database);
      opened.add(metadata);
      return new Database(database, metadata);
    }

    void giveBack(Database database) {
      database.empty();
      idle.add(database);
    }

    Secret newDatabase() {
      var name = "eutlas-test-" + UUID.randomUUID();
      return new Secret(uri.replaceFirst("^(mongodb(?:\\+srv)?://[^/?]+)/?[^?]*", "$1/" + name));
    }

    @Override
    public void close() {
      opened.forEach(metadata -> {
        metadata.store().database().drop();
        metadata.close();
      });
      stop.run();
    }
  }
}
