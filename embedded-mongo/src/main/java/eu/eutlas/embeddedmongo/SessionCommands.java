package eu.eutlas.embeddedmongo;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerException;
import de.bwaldvogel.mongo.wire.BsonConstants;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/** Greeting, login and what a client asks before it has logged in. */
final class SessionCommands {

  /** MongoDB 7.0: the newest whose greeting we can keep. Drivers refuse anything below 9. */
  private static final int WIRE_VERSION = 21;

  private static final int MESSAGE_BYTES = 48_000_000;
  private static final int WRITES_PER_COMMAND = 100_000;

  private final Users users;
  private final String version;

  SessionCommands(Users users, String version) {
    this.users = users;
    this.version = version;
  }

  List<Command> commands() {
    return List.of(
        Command.open("hello", call -> greet(call, "isWritablePrimary")),
        Command.open("ismaster", call -> greet(call, "ismaster")),
        Command.open("ping", call -> Replies.ok()),
        Command.open("buildinfo", call -> buildInfo()),
        Command.open("whatsmyuri", this::clientAddress),
        Command.open("connectionstatus", this::status),
        Command.open("saslstart", this::startLogin),
        Command.open("saslcontinue", call -> Login.proceed(call.connection(), call.command())),
        Command.open("logout", this::logout),
        Command.open("endsessions", call -> Replies.ok()));
  }

  private Document greet(Call call, String primary) {
    var greeting =
        new Document("helloOk", true)
            .append(primary, true)
            .append("maxBsonObjectSize", BsonConstants.MAX_BSON_OBJECT_SIZE)
            .append("maxMessageSizeBytes", MESSAGE_BYTES)
            .append("maxWriteBatchSize", WRITES_PER_COMMAND)
            .append("localTime", Instant.now())
            .append("connectionId", call.connection().id())
            .append("minWireVersion", 0)
            .append("maxWireVersion", WIRE_VERSION)
            .append("readOnly", false);
    if (call.command().containsKey("saslSupportedMechs")) {
      // The same for every name: whether somebody has it is not told.
      greeting.append("saslSupportedMechs", List.of(ScramSecret.MECHANISM));
    }
    if (call.command().get("speculativeAuthenticate") instanceof Document login) {
      tryLogin(call, login, greeting);
    }
    return greeting.append("ok", 1.0);
  }

  private void tryLogin(Call call, Document login, Document greeting) {
    String database = String.valueOf(login.getOrDefault("db", Role.ADMIN_DATABASE));
    try {
      greeting.append(
          "speculativeAuthenticate", Login.start(call.connection(), users, database, login));
    } catch (MongoServerException e) {
      // Then the client logs in the ordinary way, and hears there why it cannot.
      call.connection().endLogin();
    }
  }

  private Document startLogin(Call call) {
    return Login.start(call.connection(), users, call.database(), call.command());
  }

  private Document logout(Call call) {
    call.connection().logout();
    return Replies.ok();
  }

  private Document status(Call call) {
    User user = call.user();
    List<Document> names =
        user == null
            ? List.of()
            : List.of(new Document("user", user.id().name()).append("db", user.id().database()));
    var info =
        new Document("authenticatedUsers", names)
            .append("authenticatedUserRoles", user == null ? List.of() : user.roles());
    return new Document("authInfo", info).append("ok", 1.0);
  }

  private Document clientAddress(Call call) {
    String text =
        call.connection().channel().remoteAddress() instanceof InetSocketAddress address
            ? address.getAddress().getHostAddress() + ":" + address.getPort()
            : "unknown";
    return new Document("you", text).append("ok", 1.0);
  }

  private Document buildInfo() {
    var numbers = Arrays.stream(version.split("\\.")).map(Integer::valueOf).toList();
    return new Document("version", version)
        .append("versionArray", List.of(numbers.get(0), numbers.get(1), numbers.get(2), 0))
        .append("gitVersion", "embedded")
        .append("modules", List.of("eutlas-embedded"))
        .append("storageEngines", List.of("h2-mvstore"))
        .append("javascriptEngine", "none")
        .append("bits", 64)
        .append("debug", false)
        .append("maxBsonObjectSize", BsonConstants.MAX_BSON_OBJECT_SIZE)
        .append("ok", 1.0);
  }
}
