package eu.eutlas.embeddedmongo;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.util.concurrent.TimeUnit;
import org.bson.UuidRepresentation;

/** Drivers that give up soon, because what they talk to is in the same process. */
final class Clients {

  static final AdminCredentials ADMIN = new AdminCredentials("admin", "correct-horse-battery");

  private Clients() {}

  static MongoClient admin(EmbeddedMongo server) {
    return connect(server.connectionString(ADMIN));
  }

  static MongoClient as(EmbeddedMongo server, String username, String password) {
    return connect(server.connectionString(username, password, "admin"));
  }

  static MongoClient connect(String uri) {
    return MongoClients.create(
        MongoClientSettings.builder()
            .applyConnectionString(new ConnectionString(uri))
            .uuidRepresentation(UuidRepresentation.STANDARD)
            .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(2, TimeUnit.SECONDS))
            .build());
  }
}
