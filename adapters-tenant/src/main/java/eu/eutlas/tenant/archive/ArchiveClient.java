package eu.eutlas.tenant.archive;

import static java.util.concurrent.TimeUnit.SECONDS;

import com.mongodb.ClientSessionOptions;
import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoCredential;
import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.mongodb.connection.ServerMonitoringMode;
import eu.eutlas.application.PortFailure;
import eu.eutlas.application.cluster.TenantDatabase.Login;
import eu.eutlas.domain.cluster.Endpoint;
import eu.eutlas.tenant.Seeds;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonString;
import org.bson.codecs.configuration.CodecRegistries;
import org.jspecify.annotations.Nullable;

/**
 * One long call's connections to a cluster's primary. There is no limit to the call, and one to
 * each answer that it waits for.
 */
final class ArchiveClient implements AutoCloseable {
  private static final int CONNECT_SECONDS = 5;

  /** Longer than any answer but the building of an index takes. */
  private static final int ANSWER_SECONDS = 120;

  private static final BsonDocument MAJORITY = new BsonDocument("w", new BsonString("majority"));

  private final MongoClient client;
  private final String username;
  private final BsonDocument hello;

  private ArchiveClient(MongoClient client, String username) {
    this.client = client;
    this.username = username;
    this.hello = run("admin", new BsonDocument("hello", new BsonInt32(1)));
  }

  /** Connects and logs in, and throws what the driver throws when it cannot. */
  static ArchiveClient open(Endpoint endpoint, Login login) {
    return opened(endpoint, login, ANSWER_SECONDS);
  }

  /** One that waits for an answer as long as it takes. */
  static ArchiveClient patient(Endpoint endpoint, Login login) {
    return opened(endpoint, login, 0);
  }

  /** The same of a server that a connection string names. */
  static ArchiveClient open(ConnectionString uri) {
    return opened(settings(uri, ANSWER_SECONDS), "");
  }

  static ArchiveClient patient(ConnectionString uri) {
    return opened(settings(uri, 0), "");
  }

  private static ArchiveClient opened(Endpoint endpoint, Login login, int answerSeconds) {
    return opened(settings(endpoint, login, answerSeconds), login.username());
  }

  private static ArchiveClient opened(MongoClientSettings settings, String username) {
    var client = MongoClients.create(settings);
    var isOpen = false;
    try {
      var opened = new ArchiveClient(client, username);
      opened.refuseShards();
      isOpen = true;
      return opened;
    } finally {
      if (!isOpen) {
        client.close();
      }
    }
  }

  private static MongoClientSettings settings(Endpoint endpoint, Login login, int answerSeconds) {
    var password = login.password().reveal().toCharArray();
    return usual(MongoClientSettings.builder(), answerSeconds)
        .credential(MongoCredential.createCredential(login.username(), "admin", password))
        .applyToClusterSettings(cluster ->
            Seeds.into(cluster, endpoint).serverSelectionTimeout(CONNECT_SECONDS, SECONDS))
        .build();
  }

  private static MongoClientSettings settings(ConnectionString uri, int answerSeconds) {
    var builder = MongoClientSettings.builder().applyConnectionString(uri);
    return usual(builder, answerSeconds)
        .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(CONNECT_SECONDS, SECONDS))
        .build();
  }

  private static MongoClientSettings.Builder usual(
      MongoClientSettings.Builder builder, int answerSeconds) {
    return builder
        .applicationName("eutlas-archive")
        .readPreference(ReadPreference.primary())
        .writeConcern(WriteConcern.MAJORITY)
        .codecRegistry(
            CodecRegistries.fromRegistries(
                CodecRegistries.fromCodecs(RawReply.CODEC),
                MongoClientSettings.getDefaultCodecRegistry()))
        .applyToSocketSettings(socket ->
            socket.connectTimeout(CONNECT_SECONDS, SECONDS).readTimeout(answerSeconds, SECONDS))
        .applyToServerSettings(server -> server.serverMonitoringMode(ServerMonitoringMode.POLL));
  }

  private void refuseShards() {
    if (hello.containsKey("msg")) {
      throw new PortFailure.Rejected(
          "SHARDED", "Sharded clusters cannot be copied: each shard has its own time.", null);
    }
  }

  boolean isReplicaSet() {
    return hello.containsKey("setName");
  }

  ServerVersion version() {
    var info = run("admin", new BsonDocument("buildInfo", new BsonInt32(1)));
    return new ServerVersion(info.getString("version").getValue());
  }

  /** Who is logged in here. */
  String username() {
    return username;
  }

  MongoDatabase database(String name) {
    return client.getDatabase(name);
  }

  MongoClient driver() {
    return client;
  }

  BsonDocument run(String database, BsonDocument command) {
    return client.getDatabase(database).runCommand(command, BsonDocument.class);
  }

  /** A command that changes something, and is confirmed by a majority. */
  void write(String database, BsonDocument command) {
    var reply = run(database, command.append("writeConcern", MAJORITY));
    // The driver reports these for writes of its own, not for commands.
    if (reply.containsKey("writeErrors")) {
      throw new PortFailure.Rejected(
          "REFUSED", "The cluster's server refuses what a copy needs.", null);
    }
    if (reply.containsKey("writeConcernError")) {
      throw new PortFailure.OutcomeUnknown(
          "NO_MAJORITY", "A write was not confirmed by a majority of its servers in time.", null);
    }
  }

  /** The answer to a command of a session; of none where the server has none. */
  CursorReply cursor(@Nullable ClientSession session, String database, BsonDocument command) {
    var at = client.getDatabase(database);
    return CursorReply.read(
        session == null
            ? at.runCommand(command, RawReply.class)
            : at.runCommand(session, command, RawReply.class));
  }

  /** A cursor belongs to the session that opened it, so whoever reads has one. */
  @Nullable ClientSession session() {
    return hello.containsKey("logicalSessionTimeoutMinutes")
        ? client.startSession(ClientSessionOptions.builder().causallyConsistent(false).build())
        : null;
  }

  @Override
  public void close() {
    client.close();
  }
}
