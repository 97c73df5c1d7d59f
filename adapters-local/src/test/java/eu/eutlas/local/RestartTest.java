package eu.eutlas.local;

import static eu.eutlas.local.LocalRegion.admin;
import static eu.eutlas.local.LocalRegion.client;
import static eu.eutlas.local.Orders.id;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.eutlas.application.PortFailure;
import eu.eutlas.domain.Secret;
import eu.eutlas.domain.cluster.ClusterObservation;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
final class RestartTest {
  private static final Secret CUSTOMER = new Secret("CustomerPassword12345678");

  @TempDir Path folder;
  private LocalRegion region;

  @BeforeEach
  void open() {
    region = new LocalRegion(folder);
  }

  @AfterEach
  void close() {
    region.close();
  }

  @Test
  void keepsDataPortAndUsers() {
    var endpoint = region.run(1, 3);
    try (var client = admin(endpoint, 3)) {
      client.getDatabase("admin").runCommand(customer());
      client.getDatabase("shop").getCollection("orders").insertOne(new Document("_id", 1));
    }

    region.restart();

    assertThat(region.observe(1))
        .isInstanceOfSatisfying(
            ClusterObservation.Running.class,
            running -> {
              assertThat(running.endpoint()).isEqualTo(endpoint);
              assertThat(running.generation()).isEqualTo(3);
            });
    assertThat(orders(client(endpoint, "app", CUSTOMER))).isEqualTo(1);
    assertThat(orders(admin(endpoint, 3))).isEqualTo(1);
  }

  @Test
  void aRestartMakesNoUser() {
    var endpoint = region.run(1);

    region.restart();

    try (var client = admin(endpoint, 1)) {
      var users = client.getDatabase("admin").runCommand(new Document("usersInfo", 1));
      assertThat(users.getList("users", Document.class))
          .extracting(user -> user.getString("user"))
          .containsExactly(Orders.ADMIN);
    }
  }

  @Test
  void takesTheNextGenerationAfterwards() {
    var endpoint = region.run(1);
    region.restart();

    assertThat(region.run(1, 2)).isEqualTo(endpoint);
    assertThat(orders(admin(endpoint, 2))).isZero();
  }

  @Test
  void writesNoPasswordInTheClear() throws IOException {
    region.run(1);
    region.close();

    try (var files = Files.walk(folder)) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        assertThat(new String(Files.readAllBytes(file), UTF_8))
            .doesNotContain(Orders.password(1).reveal());
      }
    }
  }

  @Test
  void aTakenPortFailsOneClusterUntilItIsFreeAgain() throws IOException {
    var endpoint = region.run(1);
    region.run(2);
    region.close();

    try (var taker = new ServerSocket(endpoint.port(), 1, InetAddress.getLoopbackAddress())) {
      region.restart();

      assertThat(region.observe(1))
          .isEqualTo(
              new ClusterObservation.Failing(
                  1,
                  "Another program on this machine has its port %d. Once that is free, this local cluster comes back by itself."
                      .formatted(taker.getLocalPort())));
      assertThat(region.observe(2)).isInstanceOf(ClusterObservation.Running.class);
    }

    assertThat(region.awaitRunning(1, 1)).isEqualTo(endpoint);
  }

  @Test
  void aClusterWhosePortIsTakenCanBeDeleted() throws IOException {
    var endpoint = region.run(1);
    region.close();

    try (var taker = new ServerSocket(endpoint.port(), 1, InetAddress.getLoopbackAddress())) {
      region.restart();
      region.plane().deprovision(id(1));

      region.awaitAbsent(1);
      assertThat(taker.isBound()).isTrue();
    }
    assertThat(region.folder(1)).doesNotExist();
  }

  @Test
  void aFolderBelongsToOneNode() {
    assertThatThrownBy(() -> LocalDataPlane.open(folder, Orders.REGION, Orders.INSTALLATION))
        .isInstanceOf(FolderInUseException.class)
        .hasMessageContaining("Another EUTLAS on this machine");

    region.restart();
  }

  @Test
  void finishesARemovalThatACrashInterrupted() throws IOException {
    region.run(1);
    region.close();
    var leaving = folder.resolve(".leaving-" + id(1));
    Files.move(region.folder(1), leaving);

    region.restart();

    assertThat(leaving).doesNotExist();
    assertThat(region.observe(1)).isEqualTo(new ClusterObservation.Absent());
  }

  @Test
  void removesWhatACrashLeftOfOneBeingMade() throws IOException {
    region.close();
    var arriving = Files.createDirectory(folder.resolve(".arriving-" + id(1)));
    Files.writeString(arriving.resolve(DescriptorFile.UNFINISHED), "installa");

    region.restart();

    assertThat(arriving).doesNotExist();
  }

  @Test
  void aClusterThatNeverRanWaitsForItsOrder() throws IOException {
    region.close();
    new Premises(folder, Orders.INSTALLATION)
        .arrive(Descriptor.ordered(Orders.INSTALLATION, Orders.first(1)));

    region.restart();
    var seen = region.observe(1);
    region.run(1);

    assertThat(seen)
        .isEqualTo(new ClusterObservation.Failing(0, "Its local server was never started."));
  }

  @Test
  void leavesAloneWhatIsNotOurs() throws IOException {
    region.close();
    var note = Files.writeString(folder.resolve("note.txt"), "mine");
    var other = Files.createDirectories(folder.resolve(id(7).value()).resolve("data"));
    var leaving = Files.createDirectories(folder.resolve(".leaving-" + id(8)).resolve("data"));
    var stranger = new Premises(folder, "installation-b");
    stranger.arrive(Descriptor.ordered("installation-b", Orders.first(9)));

    region.restart();

    for (var number : List.of(7, 8, 9)) {
      assertThat(region.observe(number)).isEqualTo(new ClusterObservation.Absent());
      region.plane().deprovision(id(number));
    }
    assertThatThrownBy(() -> region.plane().provision(Orders.first(9)))
        .isInstanceOf(PortFailure.Rejected.class);
    assertThatThrownBy(() -> region.plane().provision(Orders.first(7)))
        .isInstanceOf(PortFailure.Rejected.class);
    assertThat(note).exists();
    assertThat(other).exists();
    assertThat(leaving).exists();
    assertThat(region.folder(9)).exists();
  }

  @Test
  void saysPlainlyThatItsFolderCannotBeUsed() throws IOException {
    var file = Files.writeString(folder.resolve("note.txt"), "mine");

    assertThatThrownBy(() -> LocalDataPlane.open(file, Orders.REGION, Orders.INSTALLATION))
        .isInstanceOf(PortFailure.Unavailable.class);
  }

  @Test
  void saysPlainlyThatAClusterCannotBeWritten() throws IOException {
    var obstacle = Files.writeString(folder.resolve(".arriving-" + id(1)), "mine");

    assertThatThrownBy(() -> region.plane().provision(Orders.first(1)))
        .isInstanceOf(PortFailure.Unavailable.class)
        .hasMessage("The files of this local cluster could not be written.");
    assertThat(obstacle).exists();
    assertThat(region.observe(1)).isEqualTo(new ClusterObservation.Absent());
  }

  private static Document customer() {
    return new Document("createUser", "app")
        .append("pwd", CUSTOMER.reveal())
        .append("roles", List.of("readWriteAnyDatabase"));
  }

  private static long orders(com.mongodb.client.MongoClient client) {
    try (client) {
      return client.getDatabase("shop").getCollection("orders").countDocuments();
    }
  }
}
