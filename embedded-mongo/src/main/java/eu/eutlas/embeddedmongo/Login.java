package eu.eutlas.embeddedmongo;

import de.bwaldvogel.mongo.bson.BinData;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A login under way on one connection: {@code saslStart}, then {@code saslContinue}. */
final class Login {

  private static final int CONVERSATION = 1;

  private final Users users;
  private final String database;
  private final boolean skipsEmptyExchange;
  private final ScramConversation conversation;

  /** Which password the exchange is about; a change in between spoils the login. */
  private @Nullable UUID version;

  private Login(Users users, String database, boolean skipsEmptyExchange) {
    this.users = users;
    this.database = database;
    this.skipsEmptyExchange = skipsEmptyExchange;
    this.conversation = new ScramConversation(this::secretOf);
  }

  private ScramSecret secretOf(String username) {
    var id = new UserId(database, username);
    version = users.find(id).map(User::version).orElse(null);
    return users.secretOf(id);
  }

  static Document start(Connection connection, Users users, String database, Document command) {
    Object mechanism = command.get("mechanism");
    if (!ScramSecret.MECHANISM.equals(mechanism)) {
      throw new MongoServerError(
          334, "MechanismUnavailable", "Unsupported mechanism '" + mechanism + "'");
    }
    boolean skips =
        command.get("options") instanceof Document options
            && Boolean.TRUE.equals(options.get("skipEmptyExchange"));
    var login = new Login(users, database, skips);
    connection.endLogin();
    Document reply = reply(login.conversation.first(payload(command)), false);
    connection.begin(login);
    return reply;
  }

  static Document proceed(Connection connection, Document command) {
    Login login = connection.login();
    if (login == null || !Integer.valueOf(CONVERSATION).equals(command.get("conversationId"))) {
      throw new MongoServerError(17, "ProtocolError", "No SASL session state found");
    }
    try {
      return login.proceed(connection, payload(command));
    } catch (MongoServerError e) {
      connection.endLogin();
      throw e;
    }
  }

  private Document proceed(Connection connection, String payload) {
    if (conversation.isProved()) {
      connection.endLogin();
      return reply("", true);
    }
    String last = conversation.last(payload);
    Optional<User> user =
        users
            .find(new UserId(database, conversation.username()))
            .filter(found -> found.version().equals(version));
    connection.authenticateAs(user.orElseThrow(Replies::authenticationFailed));
    if (skipsEmptyExchange) {
      connection.endLogin();
    }
    return reply(last, skipsEmptyExchange);
  }

  private static String payload(Document command) {
    return switch (command.get("payload")) {
      case BinData bytes -> new String(bytes.getData(), StandardCharsets.UTF_8);
      case String text -> text;
      case null, default -> throw Replies.authenticationFailed();
    };
  }

  private static Document reply(String payload, boolean done) {
    return Replies.ok()
        .append("conversationId", CONVERSATION)
        .append("done", done)
        .append("payload", new BinData(payload.getBytes(StandardCharsets.UTF_8)));
  }
}
