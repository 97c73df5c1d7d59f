package eu.eutlas.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.mongodb.MongoException;
import com.mongodb.MongoSecurityException;
import com.mongodb.client.MongoClients;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who may use a database, as the product's user sees it: by the API and with a real driver. */
class DatabaseUsersTest {
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
          .until(() -> rest.get(order.path() + "/credentials").body().get("former").isNull());
      assertThatThrownBy(() -> write(former)).isInstanceOf(MongoSecurityException.class);
      write(present);
      assertThat(rest.get(order.path()).text("state")).isEqualTo("READY");
      assertThat(rest.get(order.path() + "/events").body().toString())
          .contains("CLUSTER_CREDENTIALS_ROTATED", "CLUSTER_CREDENTIALS_ENDED")
          .doesNotContain("CLUSTER_DEGRADED");
    }
  }

  static void write(String connectionString) throws MongoException {
    try (var client = MongoClients.create(connectionString + "&serverSelectionTimeoutMS=3000")) {
      client.getDatabase("shop").getCollection("things").insertOne(new Document("is", "kept"));
    }
  }
}
