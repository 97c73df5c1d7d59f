package eu.eutlas.mongo;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import eu.eutlas.domain.InvalidValue;
import eu.eutlas.domain.Secret;
import java.time.Duration;
import java.util.Optional;
import org.bson.UuidRepresentation;

/** How the driver is set. The connection string says where; what is durable is not its to say. */
final class ClientSettings {
  static final String DEFAULT_DATABASE = "eutlas";

  private static final Duration FIND_SERVER = Duration.ofSeconds(3);
  private static final Duration CONNECT = Duration.ofSeconds(3);
  private static final Duration ANSWER = Duration.ofSeconds(10);
  private static final Duration IDLE = Duration.ofMinutes(5);
  private static final int CONNECTIONS = 64;

  private ClientSettings() {}

  /**
   * Reads a connection string.
   *
   * @throws InvalidValue when it is none; without the text, which may hold a password
   */
  static ConnectionString parse(Secret uri) {
    try {
      return new ConnectionString(uri.reveal());
    } catch (IllegalArgumentException notOne) {
      throw new InvalidValue(
          "This is not a MongoDB connection string, such as mongodb://host:27017/eutlas.");
    }
  }

  /** The database that holds the metadata. */
  static String database(ConnectionString uri) {
    return Optional.ofNullable(uri.getDatabase()).orElse(DEFAULT_DATABASE);
  }

  /**
   * Reads are of the primary and of what a majority has: nobody acts on what may be rolled back,
   * and what was acknowledged is seen.
   */
  static MongoClientSettings.Builder of(ConnectionString uri) {
    return MongoClientSettings.builder()
        .applyToConnectionPoolSettings(
            pool -> pool.maxSize(CONNECTIONS).maxConnectionIdleTime(IDLE.toMillis(), MILLISECONDS))
        .applyConnectionString(uri)
        .applicationName("eutlas")
        .applyToClusterSettings(
            cluster -> cluster.serverSelectionTimeout(FIND_SERVER.toMillis(), MILLISECONDS))
        .applyToConnectionPoolSettings(
            pool -> pool.maxWaitTime(FIND_SERVER.toMillis(), MILLISECONDS))
        .applyToSocketSettings(socket ->
            socket
                .connectTimeout(CONNECT.toMillis(), MILLISECONDS)
                .readTimeout(ANSWER.toMillis(), MILLISECONDS))
        .writeConcern(WriteConcern.MAJORITY)
        .retryWrites(true)
        .retryReads(true)
        .readConcern(ReadConcern.MAJORITY)
        .readPreference(ReadPreference.primary())
        .uuidRepresentation(UuidRepresentation.STANDARD);
  }
}
