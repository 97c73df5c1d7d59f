package eu.eutlas.tenant;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import com.mongodb.MongoCommandException;
import com.mongodb.client.MongoClient;
import eu.eutlas.application.cluster.TenantDatabase.User;
import eu.eutlas.domain.cluster.RoleGrant;
import eu.eutlas.domain.cluster.UserSeen;
import java.util.List;
import java.util.stream.Collectors;
import org.bson.Document;

/** Users of a customer's database, seen and changed by EUTLAS's own admin user. */
final class UserAdministration {
  private static final String ADMIN_DATABASE = "admin";
  private static final int ALREADY_EXISTS = 51_003;
  private static final int NOT_FOUND = 11;

  private final MongoClient client;
  private final Deadline deadline;

  UserAdministration(MongoClient client, Deadline deadline) {
    this.client = client;
    this.deadline = deadline;
  }

  /** Connects and logs in, and changes nothing: a failure here is one before the change. */
  void reach() {
    if (!Primary.answers(client, deadline)) {
      throw Failures.notPrimary();
    }
  }

  /** All users of the database in which logins are kept. */
  List<UserSeen> list() {
    return run(new Document("usersInfo", 1)).getList("users", Document.class).stream()
        .map(UserAdministration::seen)
        .toList();
  }

  private static UserSeen seen(Document user) {
    var roles =
        user.getList("roles", Document.class).stream()
            .map(role -> role.getString("role") + "@" + role.getString("db"))
            .collect(Collectors.toSet());
    return new UserSeen(user.getString("user"), roles);
  }

  /** Makes the user, or brings the one that is there to this password and these roles. */
  void ensure(User user) {
    try {
      change(command("createUser", user));
    } catch (MongoCommandException e) {
      if (e.getErrorCode() != ALREADY_EXISTS) {
        throw e;
      }
      change(command("updateUser", user));
    }
  }

  /** Sees to it that there is no such user. */
  void drop(String username) {
    try {
      change(new Document("dropUser", username));
    } catch (MongoCommandException e) {
      if (e.getErrorCode() != NOT_FOUND) {
        throw e;
      }
    }
  }

  private static Document command(String command, User user) {
    return new Document(command, user.login().username())
        .append("pwd", user.login().password().reveal())
        .append("roles", user.roles().stream().map(UserAdministration::document).toList());
  }

  private static Document document(RoleGrant grant) {
    return new Document("role", grant.role().word()).append("db", grant.database().value());
  }

  private void change(Document command) {
    var reply = run(command.append("writeConcern", new Document("w", "majority")));
    // The driver reports this for writes, not for commands.
    if (reply.containsKey("writeConcernError")) {
      throw Failures.noMajority();
    }
  }

  private Document run(Document command) {
    return client
        .getDatabase(ADMIN_DATABASE)
        .withTimeout(deadline.millisToWork(), MILLISECONDS)
        .runCommand(command);
  }
}
