package eu.eutlas.embeddedmongo;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.exception.MongoServerException;
import de.bwaldvogel.mongo.exception.NoSuchCommandException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes a client's command: who is it, may it, then the work in its lane. Always answers with a
 * document.
 */
final class Commands {

  private static final Logger log = LoggerFactory.getLogger(Commands.class);

  /** Also while the file is broken: they say nothing of what it holds. */
  private static final Set<String> ANSWERED_ALWAYS =
      Set.of("hello", "ismaster", "ping", "logout", "endsessions");

  private final Map<String, Command> byName = new HashMap<>();
  private final Users users;
  private final WriteGate gate;

  Commands(Users users, WriteGate gate, List<List<Command>> groups) {
    this.users = users;
    this.gate = gate;
    groups.forEach(group -> group.forEach(command -> byName.put(command.name(), command)));
  }

  Document answer(Connection connection, Document message) {
    try {
      return carryOut(connection, message);
    } catch (MongoServerException e) {
      log.debug("refused a command on connection {}: {}", connection.id(), e.getMessage());
      return Replies.failure(e);
    } catch (DiskException e) {
      log.debug("the disk failed a command on connection {}: {}", connection.id(), e.getMessage());
      return Replies.failure(e);
    } catch (RuntimeException e) {
      log.error("a command failed on connection {}", connection.id(), e);
      return Replies.failure(e);
    }
  }

  private Document carryOut(Connection connection, Document message) {
    if (message.isEmpty()) {
      throw Replies.badValue("an empty command");
    }
    String name = message.keySet().iterator().next();
    String database = Objects.toString(message.get("$db"), "");
    Databases.refuseBadName(database);
    Command command = byName.get(name.toLowerCase(Locale.ROOT));
    User user = connection.user(users).orElse(null);
    if (user == null && (command == null || !command.open())) {
      throw Replies.unauthorized("Command " + name + " requires authentication");
    }
    if (command == null) {
      throw new NoSuchCommandException(name);
    }
    if (!ANSWERED_ALWAYS.contains(command.name())) {
      gate.refuseIfBroken();
    }
    var call = new Call(connection, database, name, message, user);
    refuseWhatIsNotAllowed(command, call);
    return run(command, call);
  }

  private static void refuseWhatIsNotAllowed(Command command, Call call) {
    User user = call.user();
    for (Command.Need need : command.needs().apply(call)) {
      if (user == null || !user.may(need.right(), need.database())) {
        throw Replies.unauthorized(
            "not authorized on " + need.database() + " to execute command " + call.name());
      }
    }
    if (command.touchesBooks(call)) {
      throw Replies.invalidNamespace("cannot write to " + call.namespace());
    }
    Replies.refuseCollation(call.command());
    if (call.command().containsKey("startTransaction")
        || call.command().containsKey("autocommit")) {
      throw new MongoServerError(
          20,
          "IllegalOperation",
          "Transaction numbers are only allowed on a replica set member or mongos");
    }
  }

  private Document run(Command command, Call call) {
    return switch (command.lane().apply(call)) {
      case FREE -> command.work().run(call);
      case READ -> gate.read(() -> command.work().run(call));
      case WRITE -> {
        Document reply = gate.write(() -> command.work().run(call));
        if (Boolean.TRUE.equals(call.document("writeConcern").get("j"))) {
          gate.force();
        }
        yield reply;
      }
    };
  }
}
