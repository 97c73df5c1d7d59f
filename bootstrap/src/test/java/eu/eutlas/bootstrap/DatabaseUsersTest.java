package eu.eutlas.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.mongodb.MongoCommandException;
import com.mongodb.MongoSecurityException;
import com.mongodb.client.MongoClients;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who may use a database, as the product's user sees it: by the API and with a real driver. */
class DatabaseUsersTest {
  private static final int UNAUTHORIZED = 13;

  @TempDir Path folder;

  @Test
  void theFormerLoginEndsAlthoughTheProductWasKilledMeanwhile()
      throws IOException, InterruptedException {
    var data = folder.resolve("data");
    var person = new Person("dev@example.org");
    Order order;
    String former;
    String present;

    try (var product = RunningProduct.start(data, Map.of())) {
      person.signUp(product.address());
      person.verify(product.address(), Person.mailIn(data));
      var rest = person.logIn(product.address());
      order = Order.place(rest);
      order.awaitReady(rest);
      former = order.connectionString(rest);

      order.rotate(rest, 1);

      present = order.connectionString(rest);
      assertThat(present).isNotEqualTo(former);
      write(former);
      write(present);
      product.kill();
    }

    try (var product = RunningProduct.start(data, Map.of())) {
      var rest = person.logIn(product.address());
      assertThat(order.connectionString(rest)).isEqualTo(present);
      write(former);
      await()
          .atMost(Duration.ofSeconds(90))
          .pollInterval(Duration.ofSeconds(1))
          .until(() -> order.events(rest).contains("CLUSTER_CREDENTIALS_ENDED"));
      assertThatThrownBy(() -> write(former)).isInstanceOf(MongoSecurityException.class);
      write(present);
      assertThat(rest.get(order.path()).text("state")).isEqualTo("READY");
      assertThat(rest.get(order.path() + "/credentials").body().get("former").isNull()).isTrue();
      assertThat(order.events(rest))
          .contains("CLUSTER_CREDENTIALS_ROTATED")
          .doesNotContain("CLUSTER_DEGRADED");
    }
  }

  @Test
  void aUserMayDoWhatItsRolesSayAndNothingAfterItsEnd() throws IOException, InterruptedException {
    var person = new Person("dev@example.org");
    var data = folder.resolve("data");

    try (var product = RunningProduct.start(data, Map.of())) {
      person.signUp(product.address());
      person.verify(product.address(), Person.mailIn(data));
      var rest = person.logIn(product.address());
      var order = Order.place(rest);
      order.awaitReady(rest);
      var users = order.path() + "/database-users";

      var created =
          rest.post(
              users, Map.of("username", "reporter", "roles", List.of(role("readWrite", "shop"))));
      order.accepted(rest, created);
      var reporter = as("reporter", created.text("password"), order.connectionString(rest));
      write(reporter);
      assertThatThrownBy(() -> writeTo("other", reporter))
          .isInstanceOfSatisfying(
              MongoCommandException.class,
              refused -> assertThat(refused.getErrorCode()).isEqualTo(UNAUTHORIZED));
      assertThat(rest.get(users + "/reporter").body().get("password").isNull()).isTrue();
      assertThat(rest.get(users).body().toString()).doesNotContain(created.text("password"));

      order.accepted(
          rest, rest.patch(users + "/reporter", Map.of("roles", List.of(role("read", "shop")))));
      assertThatThrownBy(() -> write(reporter)).isInstanceOf(MongoCommandException.class);

      order.accepted(rest, rest.delete(users + "/reporter"));
      assertThatThrownBy(() -> write(reporter)).isInstanceOf(MongoSecurityException.class);
      write(order.connectionString(rest));
    }
  }

  private static Map<String, String> role(String role, String database) {
    return Map.of("role", role, "database", database);
  }

  /** The customer's connection string with another login in it. */
  private static String as(String username, String password, String connectionString) {
    return connectionString.replaceFirst("//[^@]*@", "//" + username + ":" + password + "@");
  }

  private static void write(String connectionString) {
    writeTo("shop", connectionString);
  }

  private static void writeTo(String database, String connectionString) {
    try (var client = MongoClients.create(connectionString + "&serverSelectionTimeoutMS=3000")) {
      client.getDatabase(database).getCollection("things").insertOne(new Document("is", "kept"));
    }
  }
}
