package eu.eutlas.tenant;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import com.mongodb.MongoCommandException;
import com.mongodb.client.MongoClient;
import eu.eutlas.application.PortFailure;
import eu.eutlas.application.cluster.TenantDatabase.Login;
import java.util.List;
import java.util.stream.Stream;
import org.bson.Document;

/** Users of a customer's database, made by EUTLAS's own admin user. */
final class UserAdministration {
  private static final String ADMIN_DATABASE = "admin";
  private static final int ALREADY_EXISTS = 51_003;
  private static final List<Document> ROLES =
      Stream.of("readWriteAnyDatabase", "dbAdminAnyDatabase")
          .map(role -> new Document("role", role).append("db", ADMIN_DATABASE))
          .toList();

  private final MongoClient client;
  private final Deadline deadline;

  UserAdministration(MongoClient client, Deadline deadline) {
    this.client = client;
    this.deadline = deadline;
  }

  /** Connects and logs in, and changes nothing: a failure here is one before the change. */
  void reach() {
    if (!Primary.answers(client, deadline)) {
      throw new PortFailure.Unavailable(
          "NOT_PRIMARY", "Its server is not a primary that can be written to yet.", null);
    }
  }

  /** Makes the user, or brings the one that is there to this password and these roles. */
  void ensure(Login user) {
    try {
      run("createUser", user);
    } catch (MongoCommandException e) {
      if (e.getErrorCode() != ALREADY_EXISTS) {
        throw e;
      }
      run("updateUser", user);
    }
  }

  private void run(String command, Login user) {
    var reply =
        client
            .getDatabase(ADMIN_DATABASE)
            .withTimeout(deadline.millisToWork(), MILLISECONDS)
            .runCommand(
                new Document(command, user.username())
                    .append("pwd", user.password().reveal())
                    .append("roles", ROLES)
                    .append("writeConcern", new Document("w", "majority")));
    // The driver reports this for writes, not for commands.
    if (reply.containsKey("writeConcernError")) {
      throw new PortFailure.OutcomeUnknown("NO_MAJORITY", Failures.NO_MAJORITY, null);
    }
  }
}
