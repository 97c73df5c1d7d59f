package eu.eutlas.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClients;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What somebody does to a cluster behind EUTLAS's back is seen, told and put right. */
class DriftTest {
  private static final Duration RESYNC = Duration.ofSeconds(45);

  @TempDir Path folder;

  @Test
  void whatIsTakenAwayIsMadeAnewAndWhatIsStartedIsStopped()
      throws IOException, InterruptedException {
    var data = folder.resolve("data");
    var person = new Person("dev@example.org");
    Order order;

    try (var product = RunningProduct.start(data, Map.of())) {
      person.signUp(product.address());
      person.verify(product.address(), Person.mailIn(data));
      var rest = person.logIn(product.address());
      order = Order.place(rest);
      order.awaitReady(rest);

      takeAway(home(data, order));

      awaitTold(rest, order, List.of("CLUSTER_READY", "CLUSTER_DEGRADED", "CLUSTER_RECOVERED"));
      assertThat(rest.get(order.path()).text("state")).isEqualTo("READY");
      useIt(rest.get(order.path() + "/credentials").text("connectionString"));
      order.pause(rest);
      assertThat(product.stop(Duration.ofSeconds(15))).isTrue();
    }

    var descriptor = home(data, order).resolve("cluster.properties");
    Files.writeString(
        descriptor, Files.readString(descriptor).replace("stopped=true", "stopped=false"));

    try (var product = RunningProduct.start(data, Map.of())) {
      var rest = person.logIn(product.address());
      awaitTold(rest, order, List.of("CLUSTER_PAUSED", "CLUSTER_DEGRADED", "CLUSTER_PAUSED"));
      assertThat(rest.get(order.path()).text("state")).isEqualTo("PAUSED");
      assertThat(Files.readString(descriptor)).contains("stopped=true");
    }
  }

  /** Waits until the newest events of the cluster are these, the last one last. */
  private static void awaitTold(Rest rest, Order order, List<String> types) {
    await()
        .atMost(RESYNC)
        .untilAsserted(() -> {
          var events = rest.get(order.path() + "/events").body().path("items");
          var told = events.findValuesAsText("type").stream().limit(types.size()).toList();
          assertThat(told.reversed()).isEqualTo(types);
        });
  }

  private static void useIt(String connectionString) {
    try (var client = MongoClients.create(connectionString)) {
      var things = client.getDatabase("shop").getCollection("things");
      things.insertOne(new Document("_id", 1));
      assertThat(things.countDocuments()).isEqualTo(1);
    }
  }

  private static Path home(Path data, Order order) {
    var id = order.path().substring(order.path().lastIndexOf('/') + 1);
    return data.resolve("clusters/local").resolve(id);
  }

  private static void takeAway(Path home) throws IOException {
    try (var files = Files.walk(home)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
