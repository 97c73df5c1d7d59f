package eu.eutlas.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClients;
import eu.eutlas.bootstrap.config.Configuration;
import eu.eutlas.mongo.Restoration;
import eu.eutlas.security.KeyRing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** EUTLAS's own metadata, backed up and restored by commands, and its keys. */
class OwnBackupTest {
  private static final Map<String, String> NONE = Map.of();
  private static final Map<String, String> PASSPHRASE =
      Map.of("EUTLAS_KEY_PASSPHRASE", "a lamp in every window");

  @TempDir Path folder;

  private final Person person = new Person("dev@example.org");

  @Test
  void whatIsRestoredStartsPausedAndGoesOnWhenItIsResumed()
      throws IOException, InterruptedException {
    var data = folder.resolve("data");
    var file = folder.resolve("metadata.backup");
    Order order;
    try (var product = RunningProduct.start(data, NONE)) {
      order = readyCluster(product, data);

      says(run(data, "backup", file), 0, "documents of");

      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
          .isEqualTo("rw-------");
      says(run(data, "backup", file), 1, "is there already");
      says(run(data, "restore", file), 1, "in use by another EUTLAS");
      assertThat(product.stop(Duration.ofSeconds(15))).isTrue();
    }
    says(run(data, "restore", file), 1, "--replace");
    remove(data.resolve("metadata"));

    says(run(data, "restore", file), 0, "starts paused");

    try (var product = RunningProduct.start(data, NONE)) {
      var rest = person.logIn(product.address());
      await()
          .atMost(Duration.ofSeconds(40))
          .until(() -> !rest.get("admin/installation").body().path("regions").isEmpty());
      var standing = rest.get("admin/installation").body();
      assertThat(standing.path("paused").asBoolean()).isTrue();
      assertThat(standing.path("reason").asText()).contains("restored from a backup of");
      assertThat(standing.path("missingClusters").asInt()).isZero();
      assertThat(rest.get(order.path()).text("state")).isEqualTo("READY");
      var refused = rest.post(order.path() + "/pause", Map.of());
      assertThat(refused.status()).isEqualTo(409);
      assertThat(refused.text("code")).isEqualTo("INSTALLATION_PAUSED");

      var resumed = rest.post("admin/installation/resume", Map.of());

      assertThat(resumed.status()).isEqualTo(200);
      assertThat(resumed.body().path("paused").asBoolean()).isFalse();
      assertThat(read(rest.get(order.path() + "/credentials"))).isEqualTo("kept");
      order.delete(rest);
      assertThat(product.stop(Duration.ofSeconds(15))).isTrue();
    }
    says(run(data, "restore", file, "--replace"), 0, "What was there before is in");
    assertThat(folder.toFile().list()).anyMatch(name -> name.contains(".replaced-"));
  }

  @Test
  void aNewKeySealsEverythingAndTheOldOneStillOpensBackups()
      throws IOException, InterruptedException {
    var data = folder.resolve("data");
    var file = folder.resolve("metadata.backup");
    Order order;
    try (var product = RunningProduct.start(data, NONE)) {
      order = readyCluster(product, data);
      says(run(data, "key", "rotate"), 1, "in use by another EUTLAS");
      assertThat(product.stop(Duration.ofSeconds(15))).isTrue();
    }
    says(run(data, "backup", file), 0, "documents of");
    var old = Files.readString(data.resolve("sealing.key")).strip();

    says(run(data, "key", "rotate"), 0, "were sealed with the first of the keys");

    var ring = ring(data);
    assertThat(ring).hasSize(2).last().isEqualTo(old);
    withKey(data, KeyRing.generate().reveal() + "\n" + String.join("\n", ring));
    says(run(data, "key", "rotate"), 0, "were sealed");
    assertThat(ring(data)).as("what was cut off goes on with the key that is there").hasSize(3);
    withKey(data, ring(data).getFirst());
    try (var product = RunningProduct.start(data, NONE)) {
      var rest = person.logIn(product.address());
      assertThat(read(rest.get(order.path() + "/credentials"))).isEqualTo("kept");
      assertThat(product.stop(Duration.ofSeconds(15))).isTrue();
    }
    says(run(data, "restore", file, "--replace"), 1, "another sealing key");
    withKey(data, String.join("\n", ring));
    says(run(data, "restore", file, "--replace"), 0, "starts paused");
  }

  @Test
  void anotherMachineNeedsTheKeyAndTheBackup() throws IOException, InterruptedException {
    var data = folder.resolve("data");
    var file = folder.resolve("metadata.backup");
    var keys = folder.resolve("keys");
    try (var product = RunningProduct.start(data, NONE)) {
      var unused = readyCluster(product, data);
      says(run(data, "backup", file), 0, "documents of");
      assertThat(product.stop(Duration.ofSeconds(15))).isTrue();
    }
    says(run(data, PASSPHRASE, "key", "export", keys), 0, "holds the sealing keys");
    says(run(data, PASSPHRASE, "key", "export", keys), 1, "is there already");
    var fresh = folder.resolve("fresh");

    says(run(fresh, "restore", file), 1, "There is no sealing key");
    var wrong = Map.of("EUTLAS_KEY_PASSPHRASE", "a lamp in no window at all");
    says(run(fresh, wrong, "key", "import", keys), 1, "not the passphrase");
    says(run(fresh, PASSPHRASE, "key", "import", keys), 0, "has the sealing keys");
    says(run(fresh, "restore", file), 0, "starts paused");

    try (var product = RunningProduct.start(fresh, NONE)) {
      var rest = person.logIn(product.address());
      await()
          .atMost(Duration.ofSeconds(40))
          .until(() -> rest.get("admin/installation").body().path("missingClusters").asInt() == 1);
      assertThat(product.stop(Duration.ofSeconds(15))).isTrue();
    }
  }

  @Test
  void whatIsNotWholeIsRefusedAndNothingIsChanged() throws IOException, InterruptedException {
    var data = folder.resolve("data");
    var file = folder.resolve("metadata.backup");
    try (var product = RunningProduct.start(data, NONE)) {
      person.signUp(product.address());
      says(run(data, "backup", file), 0, "documents of");
      assertThat(product.stop(Duration.ofSeconds(15))).isTrue();
    }
    var whole = Files.readAllBytes(file);
    var cut = Arrays.copyOf(whole, whole.length - 10);
    var flipped = whole.clone();
    flipped[whole.length / 2] ^= 1;

    for (var bytes : List.of(cut, flipped)) {
      var broken = Files.write(folder.resolve("broken"), bytes);
      says(run(data, "restore", broken, "--replace"), 1, "Nothing was changed");
    }

    assertThat(folder.toFile().list()).noneMatch(name -> name.contains(".replaced-"));
    try (var product = RunningProduct.start(data, NONE)) {
      assertThat(product.stop(Duration.ofSeconds(15))).isTrue();
    }
  }

  @Test
  void whatIsKilledGoesOnWhereItWas() throws IOException, InterruptedException {
    var data = folder.resolve("data");
    var file = folder.resolve("metadata.backup");
    Order order;
    try (var product = RunningProduct.start(data, NONE)) {
      order = readyCluster(product, data);
      assertThat(product.stop(Duration.ofSeconds(15))).isTrue();
    }
    for (var moment = 700; moment <= 1_900; moment += 200) {
      RunningProduct.kill(List.of("key", "rotate"), data, Duration.ofMillis(moment));
    }
    says(run(data, "key", "rotate"), 0, "were sealed with the first of the keys");
    says(run(data, "backup", file), 0, "documents of");

    for (var moment = 700; moment <= 2_700; moment += 250) {
      RunningProduct.kill(
          List.of("restore", file.toString(), "--replace"), data, Duration.ofMillis(moment));
    }

    says(run(data, "restore", file, "--replace"), 0, "starts paused");
    try (var product = RunningProduct.start(data, NONE)) {
      var rest = person.logIn(product.address());
      assertThat(rest.get("admin/installation").body().path("paused").asBoolean()).isTrue();
      assertThat(read(rest.get(order.path() + "/credentials"))).isEqualTo("kept");
      assertThat(product.stop(Duration.ofSeconds(15))).isTrue();
    }
  }

  @Test
  void aRestoreThatDidNotComeToItsEndDoesNotStart() throws IOException, InterruptedException {
    var data = folder.resolve("data");
    var file = folder.resolve("metadata.backup");
    try (var product = RunningProduct.start(data, NONE)) {
      person.signUp(product.address());
      says(run(data, "backup", file), 0, "documents of");
      assertThat(product.stop(Duration.ofSeconds(15))).isTrue();
    }
    beginRestoring(data);

    says(run(data, "start"), 1, "A restore of the metadata did not come to its end");
    says(run(data, "backup", folder.resolve("half")), 1, "did not come to its end");
    says(run(data, "key", "rotate"), 1, "did not come to its end");

    says(run(data, "restore", file), 0, "starts paused");
    try (var product = RunningProduct.start(data, NONE)) {
      assertThat(product.stop(Duration.ofSeconds(15))).isTrue();
    }
  }

  private static void beginRestoring(Path data) {
    var settings =
        Map.of(
            "EUTLAS_DATA", data.toString(),
            "EUTLAS_HTTP_PORT", "0",
            "EUTLAS_ADMIN_PORT", "0",
            "EUTLAS_JOBS_PORT", "0");
    try (var metadata = OwnMetadata.open(Configuration.read(settings));
        var restoration = Restoration.open(metadata.uri())) {
      restoration.begin();
    }
  }

  private Order readyCluster(RunningProduct product, Path data)
      throws IOException, InterruptedException {
    person.signUp(product.address());
    person.verify(product.address(), Person.mailIn(data));
    var rest = person.logIn(product.address());
    var order = Order.place(rest);
    order.awaitReady(rest);
    write(rest.get(order.path() + "/credentials"));
    return order;
  }

  private static RunningProduct.Ended run(Path data, Object... words)
      throws IOException, InterruptedException {
    return run(data, NONE, words);
  }

  private static RunningProduct.Ended run(
      Path data, Map<String, String> environment, Object... words)
      throws IOException, InterruptedException {
    var arguments = List.of(words).stream().map(Object::toString).toList();
    return RunningProduct.run(arguments, data, environment);
  }

  private static void says(RunningProduct.Ended ended, int exitCode, String words) {
    assertThat(ended.out() + ended.err()).contains(words);
    assertThat(ended.exitCode()).isEqualTo(exitCode);
  }

  private static List<String> ring(Path data) throws IOException {
    return Files.readString(data.resolve("sealing.key")).strip().lines().toList();
  }

  private static void withKey(Path data, String text) throws IOException {
    Files.writeString(data.resolve("sealing.key"), text + "\n");
  }

  private static void remove(Path path) throws IOException {
    try (var files = Files.walk(path)) {
      for (var each : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(each);
      }
    }
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
