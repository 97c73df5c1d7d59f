package eu.eutlas.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClients;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A paused cluster answers nobody, keeps what it has over a kill, and has it again afterwards. */
class PauseTest {
  @TempDir Path folder;

  @Test
  void aPauseOutlivesAKillAndLosesNothing() throws IOException, InterruptedException {
    var data = folder.resolve("data");
    var person = new Person("dev@example.org");
    Order order;
    Rest.Answer credentials;

    try (var product = RunningProduct.start(data, Map.of())) {
      person.signUp(product.address());
      person.verify(product.address(), Person.mailIn(data));
      var rest = person.logIn(product.address());
      order = Order.place(rest);
      order.awaitReady(rest);
      credentials = rest.get(order.path() + "/credentials");
      write(credentials);

      order.pause(rest);

      assertThat(rest.get(order.path()).text("state")).isEqualTo("PAUSED");
      assertNobodyAnswers(credentials);
      product.kill();
    }

    try (var product = RunningProduct.start(data, Map.of())) {
      var rest = person.logIn(product.address());
      assertThat(rest.get(order.path()).text("state")).isEqualTo("PAUSED");
      assertNobodyAnswers(credentials);

      order.resume(rest);

      assertThat(rest.get(order.path()).text("state")).isEqualTo("READY");
      assertThat(read(credentials)).isEqualTo("kept");
      order.pause(rest);
      order.delete(rest);
      assertThat(rest.get(order.path()).status()).isEqualTo(404);
      assertThat(product.stop(Duration.ofSeconds(15))).isTrue();
    }
  }

  private static void assertNobodyAnswers(Rest.Answer credentials) {
    var port = credentials.body().path("port").asInt();
    assertThatThrownBy(() -> new Socket(InetAddress.getLoopbackAddress(), port).close())
        .isInstanceOf(ConnectException.class);
  }

  private static void write(Rest.Answer credentials) {
    try (var client = MongoClients.create(credentials.text("connectionString"))) {
      client
          .getDatabase("shop")
          .getCollection("things")
          .insertOne(new Document("_id", 1).append("is", "kept"));
    }
  }

  private static String read(Rest.Answer credentials) {
    try (var client = MongoClients.create(credentials.text("connectionString"))) {
      var found = client.getDatabase("shop").getCollection("things").find().first();
      return found == null ? "" : found.getString("is");
    }
  }
}
