package eu.eutlas.embeddedmongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoSecurityException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.model.Indexes;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RestartTest {

  @TempDir Path folder;

  @Test
  void keepsDataUsersIndexesAndPort() {
    int port;
    try (var server = EmbeddedMongo.start(folder, Clients.ADMIN);
        MongoClient client = Clients.admin(server)) {
      port = server.port();
      client.getDatabase("shop").getCollection("things").insertOne(new Document("_id", 1));
      client.getDatabase("shop").getCollection("things").createIndex(Indexes.ascending("colour"));
      createUser(client, "reader", "read");
    }

    var samePort = EmbeddedMongoOptions.defaults().onPort(port);
    try (var server = EmbeddedMongo.start(folder, Clients.ADMIN, samePort);
        MongoClient client = Clients.as(server, "reader", "reader-password")) {
      assertThat(server.port()).isEqualTo(port);
      var things = client.getDatabase("shop").getCollection("things");
      assertThat(things.find().first()).isEqualTo(new Document("_id", 1));
      assertThat(things.listIndexes().map(index -> index.getString("name")))
          .containsExactlyInAnyOrder("_id_", "colour_1");
    }
  }

  private static void createUser(MongoClient client, String name, String role) {
    client
        .getDatabase("admin")
        .runCommand(
            new Document("createUser", name)
                .append("pwd", name + "-password")
                .append("roles", List.of(new Document("role", role).append("db", "shop"))));
  }

  @Test
  void givesTheAdminThePasswordOfThisStart() {
    EmbeddedMongo.start(folder, Clients.ADMIN).close();
    var changed = new AdminCredentials("admin", "another-password");

    try (var server = EmbeddedMongo.start(folder, changed);
        MongoClient before = Clients.admin(server);
        MongoClient now = Clients.connect(server.connectionString(changed))) {
      assertThat(now.listDatabaseNames()).isEmpty();
      assertThatThrownBy(() -> before.listDatabaseNames().first())
          .isInstanceOf(MongoSecurityException.class);
    }
  }

  @Test
  void refusesASecondServerOnTheSameFolder() {
    try (var server = EmbeddedMongo.start(folder, Clients.ADMIN)) {
      assertThatThrownBy(() -> EmbeddedMongo.start(folder, Clients.ADMIN))
          .isInstanceOf(FolderInUseException.class)
          .hasMessageContaining(folder.toString());
      assertThat(server.port()).isPositive();
    }

    EmbeddedMongo.start(folder, Clients.ADMIN).close();
  }

  @Test
  void refusesATakenPortAndLetsTheFolderGo() throws IOException {
    try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      var taken = EmbeddedMongoOptions.defaults().onPort(other.getLocalPort());

      assertThatThrownBy(() -> EmbeddedMongo.start(folder, Clients.ADMIN, taken))
          .isInstanceOf(PortInUseException.class);
    }

    EmbeddedMongo.start(folder, Clients.ADMIN).close();
  }

  @Test
  void mayBeClosedTwice() {
    var server = EmbeddedMongo.start(folder, Clients.ADMIN);

    server.close();
    server.close();
  }
}
