package eu.eutlas.tenant;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;

import com.mongodb.MongoClientSettings;
import com.mongodb.MongoCredential;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.connection.ServerMonitoringMode;
import eu.eutlas.application.cluster.TenantDatabase.Login;
import eu.eutlas.domain.cluster.Endpoint;

/**
 * Makes the client of one call: one connection to the primary, a polling monitor for each member,
 * every wait bounded.
 */
final class ShortLivedClient {
  private static final int CALL_SECONDS = 9;

  /** Long enough for a slow network, short enough that a pass does not hang on a dead server. */
  private static final int CONNECT_SECONDS = 2;

  /** The driver looks at the server again as soon as it allows, for it may be starting. */
  private static final int HEARTBEAT_MILLIS = 500;

  private ShortLivedClient() {}

  /** Returns before it is connected; fails with the first command. */
  static MongoClient open(Endpoint endpoint, Login login) {
    return MongoClients.create(settings(endpoint, login));
  }

  private static MongoClientSettings settings(Endpoint endpoint, Login login) {
    var password = login.password().reveal().toCharArray();
    return MongoClientSettings.builder()
        .applicationName("eutlas")
        .credential(MongoCredential.createCredential(login.username(), "admin", password))
        .writeConcern(WriteConcern.MAJORITY)
        .timeout(CALL_SECONDS, SECONDS)
        .applyToClusterSettings(cluster ->
            Seeds.into(cluster, endpoint).serverSelectionTimeout(CONNECT_SECONDS, SECONDS))
        .applyToSocketSettings(socket -> socket.connectTimeout(CONNECT_SECONDS, SECONDS))
        .applyToServerSettings(server ->
            server
                .serverMonitoringMode(ServerMonitoringMode.POLL)
                .heartbeatFrequency(HEARTBEAT_MILLIS, MILLISECONDS))
        .applyToConnectionPoolSettings(pool -> pool.maxSize(1))
        .build();
  }
}
