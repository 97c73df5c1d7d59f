package eu.eutlas.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClients;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The product as its user meets it: a process, an API, a connection string that works. */
class ProductTest {
  @TempDir Path folder;

  @Test
  void doesItsMainJobAndLosesNothingWhenItIsKilled() throws IOException, InterruptedException {
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
      write(credentials.text("connectionString"));
      assertThatThrownBy(() -> read(withAnotherPassword(credentials)))
          .isInstanceOf(MongoException.class);
      product.kill();
    }

    try (var product = RunningProduct.start(data, Map.of())) {
      var rest = person.logIn(product.address());
      assertThat(rest.get(order.path()).text("state")).isEqualTo("READY");
      assertThat(rest.get(order.path() + "/credentials").text("connectionString"))
          .isEqualTo(credentials.text("connectionString"));
      assertThat(read(credentials.text("connectionString"))).isEqualTo("kept");

      order.delete(rest);
      assertThat(rest.get(order.path()).status()).isEqualTo(404);
      assertThatThrownBy(() -> connect(credentials.body().path("port").asInt()))
          .isInstanceOf(ConnectException.class);
      assertThat(clusterFolders(data)).isEmpty();
      assertThat(product.stop(Duration.ofSeconds(15))).isTrue();
    }
  }

  @Test
  void makesAdministratorsWhetherItRunsOrNot() throws IOException, InterruptedException {
    var data = folder.resolve("data");
    var grant = List.of("admin", "grant", "dev@example.org");

    try (var product = RunningProduct.start(data, Map.of())) {
      new Person("first@example.org").signUp(product.address());
      new Person("dev@example.org").signUp(product.address());
      var running = RunningProduct.run(grant, data, Map.of());
      assertThat(running.exitCode()).as(running.err()).isZero();
      assertThat(running.out()).contains("dev@example.org is an administrator");
      assertThat(product.stop(Duration.ofSeconds(15))).isTrue();
    }

    var stopped = RunningProduct.run(grant, data, Map.of());
    assertThat(stopped.exitCode()).as(stopped.err()).isZero();
    var unknown = RunningProduct.run(List.of("admin", "grant", "no@example.org"), data, Map.of());
    assertThat(unknown.exitCode()).isEqualTo(1);
    assertThat(unknown.err()).contains("Nobody has signed up with no@example.org");
  }

  private static String withAnotherPassword(Rest.Answer credentials) {
    return credentials
        .text("connectionString")
        .replace(credentials.text("password"), "x".repeat(32));
  }

  private static void write(String connectionString) {
    try (var client = MongoClients.create(connectionString)) {
      client
          .getDatabase("shop")
          .getCollection("things")
          .insertOne(new Document("_id", 1).append("is", "kept"));
    }
  }

  private static String read(String connectionString) {
    try (var client = MongoClients.create(connectionString + "&serverSelectionTimeoutMS=3000")) {
      var found = client.getDatabase("shop").getCollection("things").find().first();
      return found == null ? "" : found.getString("is");
    }
  }

  private static void connect(int port) throws IOException {
    new Socket(InetAddress.getLoopbackAddress(), port).close();
  }

  private static List<String> clusterFolders(Path data) throws IOException {
    try (var entries = Files.list(data.resolve("clusters/local"))) {
      return entries.filter(Files::isDirectory).map(Path::toString).toList();
    }
  }
}
