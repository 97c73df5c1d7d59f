package eu.eutlas.embeddedmongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.mongodb.MongoCommandException;
import com.mongodb.MongoSecurityException;
import com.mongodb.client.MongoClient;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoginTest {

  @TempDir Path folder;
  private EmbeddedMongo server;

  @BeforeEach
  void start() {
    server = EmbeddedMongo.start(folder, Clients.ADMIN);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void letsTheAdminInWithTheRightPassword() {
    try (MongoClient client = Clients.admin(server)) {
      client.getDatabase("shop").getCollection("things").insertOne(new Document("_id", 1));

      assertThat(client.getDatabase("shop").getCollection("things").countDocuments()).isEqualTo(1);
    }
  }

  @Test
  void refusesAWrongPasswordAndAnUnknownUserAlike() {
    MongoCommandException wrong = refusal("admin", "wrong-password");
    MongoCommandException unknown = refusal("nobody", "wrong-password");

    assertThat(wrong.getErrorCode()).isEqualTo(18);
    assertThat(unknown.getErrorCode()).isEqualTo(18);
    assertThat(unknown.getErrorMessage()).isEqualTo(wrong.getErrorMessage());
  }

  private MongoCommandException refusal(String username, String password) {
    try (MongoClient client = Clients.as(server, username, password)) {
      var refused =
          catchThrowableOfType(
              MongoSecurityException.class,
              () -> client.getDatabase("admin").runCommand(new Document("ping", 1)));
      return (MongoCommandException) Objects.requireNonNull(refused.getCause());
    }
  }

  @Test
  void refusesEveryCommandButGreetingsWithoutALogin() {
    try (MongoClient client = Clients.connect(server.uri())) {
      var database = client.getDatabase("shop");

      assertThat(database.runCommand(new Document("ping", 1)).get("ok")).isEqualTo(1.0);
      assertThat(database.runCommand(new Document("buildInfo", 1)).getString("version"))
          .isEqualTo("7.0.0");
      for (String command :
          List.of("find", "insert", "listDatabases", "usersInfo", "serverStatus", "nonsense")) {
        assertThatThrownBy(() -> database.runCommand(new Document(command, "things")))
            .isInstanceOfSatisfying(
                MongoCommandException.class,
                refused -> assertThat(refused.getErrorCode()).isEqualTo(13));
      }
    }
  }
}
