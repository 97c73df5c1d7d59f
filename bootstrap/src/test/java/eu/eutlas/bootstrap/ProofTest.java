package eu.eutlas.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClients;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A backup of a real cluster is proved in another one, over a kill, and nothing of that is left.
 */
class ProofTest {
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  @TempDir Path folder;

  @Test
  void aBackupIsProvedOverAKillAndNothingIsLeft() throws IOException, InterruptedException {
    var data = folder.resolve("data");
    var person = new Person("dev@example.org");
    Order order;
    String backup;

    try (var product = RunningProduct.start(data, Map.of())) {
      person.signUp(product.address());
      person.verify(product.address(), Person.mailIn(data));
      var rest = person.logIn(product.address());
      order = Order.place(rest);
      order.awaitReady(rest);
      write(rest.get(order.path() + "/credentials"));
      backup = order.path() + "/backups/" + taken(rest, order);

      assertThat(rest.post(backup + "/prove", Map.of()).status()).isEqualTo(202);
      awaitProof(rest, backup, Set.of("RUNNING", "SUCCEEDED"));
      product.kill();
    }

    try (var product = RunningProduct.start(data, Map.of())) {
      var rest = person.logIn(product.address());
      awaitProof(rest, backup, Set.of("SUCCEEDED"));

      var proved = rest.get(backup).body();
      assertThat(proved.path("provenAt").isNull()).isFalse();
      assertThat(proved.path("recoverySeconds").asLong()).isLessThan(PATIENCE.toSeconds());
      await()
          .atMost(PATIENCE)
          .untilAsserted(() ->
              assertThat(rest.get(order.path() + "/backup-policy").body().path("provenAt"))
                  .isEqualTo(proved.path("provenAt")));
      await()
          .atMost(PATIENCE)
          .untilAsserted(() -> assertThat(clusters(data)).isEqualTo(List.of(id(order))));
      assertThat(rest.get("admin/unknown-resources").body().path("items")).isEmpty();
      order.delete(rest);
      assertThat(product.stop(Duration.ofSeconds(15))).isTrue();
    }
  }

  private static String id(Order order) {
    return order.path().substring(order.path().lastIndexOf('/') + 1);
  }

  private static String taken(Rest rest, Order order) throws IOException, InterruptedException {
    var id = rest.post(order.path() + "/backups", Map.of()).text("id");
    await()
        .atMost(PATIENCE)
        .until(() -> rest.get(order.path() + "/backups/" + id).text("state").equals("COMPLETED"));
    return id;
  }

  private static void awaitProof(Rest rest, String backup, Set<String> wanted) {
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> {
          var proof = rest.get(backup).body().path("proof");
          assertThat(wanted).as(proof.toString()).contains(proof.path("state").asText());
        });
  }

  private static void write(Rest.Answer credentials) {
    try (var client = MongoClients.create(credentials.text("connectionString"))) {
      var things = client.getDatabase("shop").getCollection("things");
      things.insertMany(
          IntStream.range(0, 2_000)
              .mapToObj(number -> new Document("_id", number).append("is", "kept"))
              .toList());
      things.createIndex(new Document("is", 1));
    }
  }

  /** The ids of the clusters that lie on the disk. */
  private static List<String> clusters(Path data) throws IOException {
    try (var homes = Files.list(data.resolve("clusters").resolve("local"))) {
      return homes
          .map(home -> home.getFileName().toString())
          .filter(name -> name.matches("\\W*[a-z]*\\W*[0-9a-f]{24}"))
          .toList();
    }
  }
}
