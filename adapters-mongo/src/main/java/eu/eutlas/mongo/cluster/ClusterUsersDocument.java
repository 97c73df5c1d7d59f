package eu.eutlas.mongo.cluster;

import eu.eutlas.domain.SealedSecret;
import eu.eutlas.domain.cluster.ClusterUsers;
import eu.eutlas.domain.cluster.DatabaseLogin;
import eu.eutlas.domain.cluster.DatabaseName;
import eu.eutlas.domain.cluster.DatabaseRole;
import eu.eutlas.domain.cluster.DatabaseUser;
import eu.eutlas.domain.cluster.OutgoingLogin;
import eu.eutlas.domain.cluster.RoleGrant;
import eu.eutlas.domain.cluster.UserCreation;
import eu.eutlas.mongo.DocumentReader;
import eu.eutlas.mongo.DocumentWriter;
import eu.eutlas.mongo.OriginDocument;
import eu.eutlas.mongo.Values;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashSet;
import org.bson.BsonDocument;

/**
 * Who may use a cluster's database, among what is wanted of it. Documents of before there were
 * database users have the customer alone.
 */
final class ClusterUsersDocument {
  private ClusterUsersDocument() {}

  /** Writes the users into the document of the spec. */
  static DocumentWriter write(ClusterUsers users, DocumentWriter spec) {
    return spec.put("customer", login(users.customer()))
        .put("outgoing", users.outgoing().map(ClusterUsersDocument::outgoing))
        .put("usersVersion", users.version())
        .putAll("databaseUsers", users.ordered(), ClusterUsersDocument::user)
        .putAll("userCreations", users.creations(), ClusterUsersDocument::creation);
  }

  static ClusterUsers read(DocumentReader spec) {
    var customer = spec.document("customer", ClusterUsersDocument::login);
    return new ClusterUsers(
        spec.findInteger("usersVersion").orElse(customer.version()),
        customer,
        spec.findDocument("outgoing", ClusterUsersDocument::outgoing),
        spec.findDocuments("databaseUsers", ClusterUsersDocument::user),
        spec.findDocuments("userCreations", ClusterUsersDocument::creation));
  }

  static BsonDocument login(DatabaseLogin login) {
    return writeLogin(login).done();
  }

  private static DocumentWriter writeLogin(DatabaseLogin login) {
    return new DocumentWriter()
        .put("username", login.username())
        .put("password", login.password().text())
        .put("version", login.version());
  }

  static DatabaseLogin login(DocumentReader login) {
    return new DatabaseLogin(
        login.text("username"), new SealedSecret(login.text("password")), login.integer("version"));
  }

  private static BsonDocument outgoing(OutgoingLogin outgoing) {
    return writeLogin(outgoing.login())
        .put("overlapSeconds", outgoing.overlap().toSeconds())
        .put("until", outgoing.until().map(Values::value))
        .done();
  }

  private static OutgoingLogin outgoing(DocumentReader outgoing) {
    return new OutgoingLogin(
        login(outgoing),
        Duration.ofSeconds(outgoing.number("overlapSeconds")),
        outgoing.findTime("until"));
  }

  private static BsonDocument user(DatabaseUser user) {
    var roles = user.roles().stream().sorted(Comparator.comparing(RoleGrant::toString)).toList();
    return writeLogin(user.login()).putAll("roles", roles, ClusterUsersDocument::role).done();
  }

  private static DatabaseUser user(DocumentReader user) {
    return new DatabaseUser(
        login(user), new HashSet<>(user.documents("roles", ClusterUsersDocument::role)));
  }

  private static BsonDocument role(RoleGrant grant) {
    return new DocumentWriter()
        .put("role", grant.role())
        .put("database", grant.database().value())
        .done();
  }

  private static RoleGrant role(DocumentReader grant) {
    return new RoleGrant(
        grant.word("role", DatabaseRole.class), new DatabaseName(grant.text("database")));
  }

  private static BsonDocument creation(UserCreation creation) {
    return new DocumentWriter()
        .put("username", creation.username())
        .put("origin", OriginDocument.toBson(creation.origin()))
        .put("generated", creation.generated())
        .done();
  }

  private static UserCreation creation(DocumentReader creation) {
    return new UserCreation(
        creation.text("username"),
        creation.document("origin", OriginDocument::fromBson),
        creation.flag("generated"));
  }
}
