package eu.eutlas.embeddedmongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoSecurityException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.util.Arrays;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.Test;

class UsersTest extends ServerTest {

  private static final int UNAUTHORIZED = 13;

  private void create(String name, String... rolesInJson) {
    admin
        .getDatabase("admin")
        .runCommand(
            new Document("createUser", name)
                .append("pwd", name + "-password")
                .append("roles", Arrays.stream(rolesInJson).map(Document::parse).toList()));
  }

  private MongoClient login(String name) {
    return Clients.as(server, name, name + "-password");
  }

  @Test
  void theFingerprintTellsWhateverChangesAboutUsers() {
    var none = server.usersFingerprint();
    create("reader", "{role: 'read', db: 'shop'}");
    var made = server.usersFingerprint();
    admin
        .getDatabase("admin")
        .runCommand(new Document("updateUser", "reader").append("pwd", "another-password"));
    var changed = server.usersFingerprint();
    admin.getDatabase("admin").runCommand(Document.parse("{updateUser: 'reader', roles: []}"));
    var bare = server.usersFingerprint();
    things.insertOne(new Document("_id", 1));

    assertThat(List.of(none, made, changed, bare)).doesNotHaveDuplicates();
    assertThat(server.usersFingerprint()).isEqualTo(bare);
    admin.getDatabase("admin").runCommand(new Document("dropUser", "reader"));
    assertThat(server.usersFingerprint()).isEqualTo(none);
  }

  @Test
  void aReaderReadsItsDatabaseAndNothingElse() {
    things.insertOne(new Document("_id", 1));
    admin.getDatabase("other").getCollection("things").insertOne(new Document("_id", 1));
    create("reader", "{role: 'read', db: 'shop'}");

    try (MongoClient reader = login("reader")) {
      var seen = reader.getDatabase("shop").getCollection("things");
      assertThat(seen.find().first()).isEqualTo(new Document("_id", 1));
      assertThat(reader.listDatabaseNames()).containsExactly("shop");
      refusesWrites(reader);
      refused(
          UNAUTHORIZED, () -> reader.getDatabase("other").getCollection("things").find().first());
      refused(
          UNAUTHORIZED, () -> reader.getDatabase("admin").getCollection("things").countDocuments());
    }
  }

  private static void refusesWrites(MongoClient client) {
    var database = client.getDatabase("shop");
    var collection = database.getCollection("things");
    refused(UNAUTHORIZED, () -> insertByCommand(client));
    refused(UNAUTHORIZED, () -> collection.findOneAndDelete(new Document()));
    refused(UNAUTHORIZED, () -> collection.createIndex(new Document("colour", 1)));
    refused(UNAUTHORIZED, collection::drop);
    refused(UNAUTHORIZED, database::drop);
    refused(
        UNAUTHORIZED,
        () -> collection.aggregate(List.of(new Document("$out", "copies"))).toCollection());
    refused(
        UNAUTHORIZED,
        () ->
            collection
                .aggregate(List.of(Document.parse("{$merge: {into: 'copies'}}")))
                .toCollection());
  }

  private static void insertByCommand(MongoClient client) {
    client
        .getDatabase("shop")
        .runCommand(Document.parse("{insert: 'things', documents: [{_id: 2}]}"));
  }

  @Test
  void aWriterWritesItsDatabaseAndNoOther() {
    create("writer", "{role: 'readWrite', db: 'shop'}");

    try (MongoClient writer = login("writer")) {
      var written = writer.getDatabase("shop").getCollection("things");
      written.insertOne(new Document("_id", 1));
      written.updateOne(Filters.eq("_id", 1), Updates.set("colour", "red"));
      written.createIndex(new Document("colour", 1));
      written.deleteOne(Filters.eq("_id", 1));
      refused(UNAUTHORIZED, () -> writer.getDatabase("shop").drop());
      refused(UNAUTHORIZED, () -> writer.getDatabase("other").createCollection("things"));
      refused(
          UNAUTHORIZED,
          () ->
              written
                  .aggregate(List.of(Document.parse("{$out: {db: 'other', coll: 'stolen'}}")))
                  .toCollection());
      refused(
          UNAUTHORIZED, () -> writer.getDatabase("admin").runCommand(new Document("usersInfo", 1)));
      refused(
          UNAUTHORIZED,
          () ->
              writer
                  .getDatabase("shop")
                  .runCommand(Document.parse("{createUser: 'x', pwd: 'y', roles: []}")));
    }
  }

  @Test
  void rolesForAllDatabasesReachAllDatabases() {
    create(
        "owner",
        "{role: 'readWriteAnyDatabase', db: 'admin'}",
        "{role: 'dbAdminAnyDatabase', db: 'admin'}");

    try (MongoClient owner = login("owner")) {
      owner.getDatabase("one").getCollection("things").insertOne(new Document());
      owner.getDatabase("two").getCollection("things").insertOne(new Document());
      assertThat(owner.listDatabaseNames()).containsExactly("one", "two");
      owner.getDatabase("two").drop();
      assertThat(owner.listDatabaseNames()).containsExactly("one");
      refused(
          UNAUTHORIZED, () -> owner.getDatabase("admin").runCommand(new Document("usersInfo", 1)));
    }
  }

  @Test
  void aDatabaseAdminSeesFiguresButNoDocuments() {
    things.insertOne(new Document("_id", 1));
    create("keeper", "{role: 'dbAdmin', db: 'shop'}");

    try (MongoClient keeper = login("keeper")) {
      var database = keeper.getDatabase("shop");
      assertThat(database.runCommand(new Document("dbStats", 1)).get("objects")).isEqualTo(1L);
      refused(UNAUTHORIZED, () -> database.getCollection("things").find().first());
      refused(UNAUTHORIZED, () -> insertByCommand(keeper));
    }
  }

  @Test
  void aUserAdminManagesUsersButReadsNothing() {
    create("registrar", "{role: 'userAdminAnyDatabase', db: 'admin'}");

    try (MongoClient registrar = login("registrar")) {
      var database = registrar.getDatabase("admin");
      database.runCommand(
          Document.parse("{createUser: 'new', pwd: 'new-password', roles: ['readAnyDatabase']}"));
      assertThat(
              database
                  .runCommand(new Document("usersInfo", "new"))
                  .getList("users", Document.class))
          .singleElement()
          .satisfies(user -> assertThat(user.toJson()).contains("readAnyDatabase"))
          .satisfies(
              user -> assertThat(user.toJson()).doesNotContain("Key").doesNotContain("salt"));
      refused(
          UNAUTHORIZED,
          () -> registrar.getDatabase("shop").getCollection("things").countDocuments());
    }
  }

  @Test
  void aDroppedUserIsRefusedOnItsOpenConnectionsToo() {
    create("reader", "{role: 'read', db: 'shop'}");

    try (MongoClient reader = login("reader")) {
      reader.getDatabase("shop").getCollection("things").countDocuments();
      admin.getDatabase("admin").runCommand(new Document("dropUser", "reader"));

      refused(
          UNAUTHORIZED, () -> reader.getDatabase("shop").getCollection("things").countDocuments());
    }
  }

  @Test
  void anotherPasswordEndsTheOldLogins() {
    create("reader", "{role: 'read', db: 'shop'}");

    try (MongoClient reader = login("reader")) {
      reader.getDatabase("shop").getCollection("things").countDocuments();
      admin
          .getDatabase("admin")
          .runCommand(Document.parse("{updateUser: 'reader', pwd: 'another-password'}"));

      refused(
          UNAUTHORIZED, () -> reader.getDatabase("shop").getCollection("things").countDocuments());
    }
    try (MongoClient old = login("reader");
        MongoClient now = Clients.as(server, "reader", "another-password")) {
      assertThat(now.getDatabase("shop").getCollection("things").countDocuments()).isZero();
      assertThatThrownBy(() -> old.getDatabase("shop").getCollection("things").countDocuments())
          .isInstanceOf(MongoSecurityException.class);
    }
  }

  @Test
  void grantedAndRevokedRolesCountAtOnce() {
    create("reader", "{role: 'read', db: 'shop'}");

    try (MongoClient reader = login("reader")) {
      refused(UNAUTHORIZED, () -> insertByCommand(reader));
      admin
          .getDatabase("admin")
          .runCommand(
              Document.parse(
                  "{grantRolesToUser: 'reader', roles: [{role: 'readWrite', db: 'shop'}]}"));
      insertByCommand(reader);
      admin
          .getDatabase("admin")
          .runCommand(
              Document.parse(
                  "{revokeRolesFromUser: 'reader', roles: [{role: 'readWrite', db: 'shop'}]}"));
      refused(UNAUTHORIZED, () -> insertByCommand(reader));
    }
  }

  @Test
  void usersOutliveARestart() {
    create("reader", "{role: 'read', db: 'shop'}");

    restartServer();

    try (MongoClient reader = login("reader")) {
      assertThat(reader.getDatabase("shop").getCollection("things").countDocuments()).isZero();
      refused(UNAUTHORIZED, () -> insertByCommand(reader));
    }
  }

  @Test
  void refusesWhatMakesNoUser() {
    var database = admin.getDatabase("admin");

    create("reader", "{role: 'read', db: 'shop'}");
    refused(51003, () -> create("reader", "{role: 'read', db: 'shop'}"));
    refused(31, () -> create("other", "{role: 'emperor', db: 'shop'}"));
    refused(31, () -> create("other", "{role: 'root', db: 'shop'}"));
    refused(2, () -> database.runCommand(Document.parse("{createUser: 'other', roles: []}")));
    refused(11, () -> database.runCommand(new Document("dropUser", "nobody")));
  }

  @Test
  void noCommandOnDocumentsReachesTheUsers() {
    var users = admin.getDatabase("admin").getCollection("system.users");

    assertThat(users.find()).isEmpty();
    refused(73, () -> users.findOneAndDelete(new Document()));
    refused(
        73,
        () ->
            admin
                .getDatabase("admin")
                .runCommand(Document.parse("{insert: 'system.users', documents: [{_id: 1}]}")));
  }

  @Test
  void tellsWhoIsConnected() {
    create("reader", "{role: 'read', db: 'shop'}");

    try (MongoClient reader = login("reader")) {
      Document status = reader.getDatabase("shop").runCommand(new Document("connectionStatus", 1));
      assertThat(
              status.get("authInfo", Document.class).getList("authenticatedUsers", Document.class))
          .containsExactly(new Document("user", "reader").append("db", "admin"));
    }
  }
}
