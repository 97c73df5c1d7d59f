package eu.eutlas.bootstrap;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClients;
import eu.eutlas.embeddedmongo.AdminCredentials;
import eu.eutlas.embeddedmongo.EmbeddedMongo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two processes on one metadata database, each with a local region on its own disk. Either may be
 * killed; what it has comes back with it, and the other one goes on.
 */
class TwoNodesTest {
  private static final String KEY =
      Base64.getEncoder().encodeToString("thirty-two bytes for these tests".getBytes(US_ASCII));
  private static final AdminCredentials ADMIN = new AdminCredentials("eutlas", "a-long-password");
  private static final Person PERSON = new Person("dev@example.org");

  @TempDir Path folder;
  private EmbeddedMongo metadata;

  @BeforeEach
  void start() {
    metadata = EmbeddedMongo.start(folder.resolve("metadata"), ADMIN);
  }

  @AfterEach
  void stop() {
    metadata.close();
  }

  @Test
  void eachNodeServesItsRegionForWhoeverAsksTheOther() throws IOException, InterruptedException {
    try (var north = node("north");
        var south = node("south")) {
      PERSON.signUp(north.address());
      PERSON.verify(north.address(), Person.mailIn(folder.resolve("north")));
      var rest = PERSON.logIn(north.address());
      var inNorth = Order.place(rest, "north");
      var inSouth = Order.place(rest, "south");
      inNorth.awaitReady(rest);
      inSouth.awaitReady(rest);
      write(inSouth.connectionString(rest), "before");

      south.kill();

      inNorth.pause(rest);
      var waiting = rest.post(inSouth.path() + "/credentials/rotate", Map.of("overlapMinutes", 0));
      assertThat(waiting.status()).isEqualTo(202);
      try (var again = node("south")) {
        var other = PERSON.logIn(again.address());
        inSouth.accepted(other, waiting);
        assertThat(read(inSouth.connectionString(other))).isEqualTo("before");
        north.kill();
        inSouth.pause(other);
        inSouth.delete(other);
        assertThat(other.get(inNorth.path()).text("state")).isEqualTo("PAUSED");
      }
    }
  }

  @Test
  void refusesARegionThatLiesOnAnotherNodesDisk() throws IOException, InterruptedException {
    try (var north = node("north")) {
      assertThat(north.stop(Duration.ofSeconds(15))).isTrue();
    }

    assertThatThrownBy(() -> RunningProduct.start(folder.resolve("other"), environment("north")))
        .hasMessageContaining("The region north lies on the disk of another node.");
    try (var same = node("north")) {
      assertThat(same.stop(Duration.ofSeconds(15))).isTrue();
    }
  }

  @Test
  void refusesToKeepBackupsWhereTheOthersDoNot() throws IOException, InterruptedException {
    try (var north = node("north")) {
      assertThat(north.stop(Duration.ofSeconds(15))).isTrue();
    }
    var elsewhere = new HashMap<>(environment("south"));
    elsewhere.put("EUTLAS_BACKUP_FOLDER", folder.resolve("elsewhere").toString());

    assertThatThrownBy(() -> RunningProduct.start(folder.resolve("south"), elsewhere))
        .hasMessageContaining("The backups of this installation are kept in another folder");
  }

  private RunningProduct node(String region) throws IOException {
    return RunningProduct.start(folder.resolve(region), environment(region));
  }

  /** Of a node that has one of the two regions. */
  private Map<String, String> environment(String region) throws IOException {
    var file = folder.resolve(region + ".yaml");
    Files.writeString(
        file,
        """
        regions:
          - {id: north, name: North, location: here, type: %s}
          - {id: south, name: South, location: here, type: %s}
        """
            .formatted(type("north", region), type("south", region)));
    return Map.of(
        "EUTLAS_CONFIG", file.toString(),
        "EUTLAS_BACKUP_FOLDER", folder.resolve("backups").toString(),
        "EUTLAS_MONGODB_URI", metadata.connectionString(ADMIN),
        "EUTLAS_SEALING_KEY", KEY);
  }

  private static String type(String region, String own) {
    return region.equals(own) ? "local" : "elsewhere";
  }

  private static void write(String connectionString, String text) {
    try (var client = MongoClients.create(connectionString)) {
      client.getDatabase("shop").getCollection("things").insertOne(new Document("is", text));
    }
  }

  private static String read(String connectionString) {
    try (var client = MongoClients.create(connectionString)) {
      var found = client.getDatabase("shop").getCollection("things").find().first();
      return found == null ? "" : found.getString("is");
    }
  }
}
