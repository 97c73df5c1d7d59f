package eu.eutlas.local;

import static eu.eutlas.local.LocalRegion.admin;
import static eu.eutlas.local.Orders.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoException;
import eu.eutlas.application.PortFailure;
import eu.eutlas.application.cluster.DataPlane.Capability;
import eu.eutlas.application.cluster.DataPlane.Order;
import eu.eutlas.application.cluster.DataPlane.Sighting;
import eu.eutlas.domain.Secret;
import eu.eutlas.domain.cluster.ClusterObservation;
import eu.eutlas.domain.cluster.MongoVersion;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
final class LocalDataPlaneTest {
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
  void looksDifferentWhenItsUsersAreAndTheSameAfterARestart() {
    var endpoint = region.run(1);
    var before = region.observe(1).digest();

    try (var client = admin(endpoint, 1)) {
      client
          .getDatabase("admin")
          .runCommand(Document.parse("{createUser: 'x', pwd: 'a-password-of-x', roles: []}"));
    }

    var after = region.observe(1).digest();
    assertThat(after).isNotEqualTo(before);
    assertThat(region.plane().observeAll(Optional.empty(), 9))
        .containsExactly(new Sighting(id(1), after));
    region.restart();
    region.awaitRunning(1, 1);
    assertThat(region.observe(1).digest()).isEqualTo(after);
  }

  @Test
  void runsWhatWasOrdered() {
    var endpoint = region.run(1);

    try (var client = admin(endpoint, 1)) {
      var build = client.getDatabase("admin").runCommand(new Document("buildInfo", 1));
      assertThat(build.getString("version")).isEqualTo("7.0.0");
    }
    assertThat(endpoint.host()).isEqualTo("127.0.0.1");
  }

  @Test
  void reportsTheVersionThatWasOrdered() {
    var first = Orders.first(1);
    region
        .plane()
        .provision(
            new Order(
                first.id(),
                1,
                first.resources(),
                new MongoVersion("8.0"),
                first.adminUsername(),
                first.adminPassword()));

    try (var client = admin(region.awaitRunning(1, 1), 1)) {
      var build = client.getDatabase("admin").runCommand(new Document("buildInfo", 1));
      assertThat(build.getString("version")).isEqualTo("8.0.0");
    }
  }

  @Test
  void showsAClusterAtOnce() {
    region.plane().provision(Orders.first(1));

    assertThat(region.observe(1)).isNotInstanceOf(ClusterObservation.Absent.class);
  }

  @Test
  void isNotDisturbedByTheSameOrderAgain() {
    var endpoint = region.run(1);

    try (var client = admin(endpoint, 1)) {
      client.getDatabase("a").getCollection("b").insertOne(new Document("_id", 1));
      region.plane().provision(Orders.first(1));
      assertThat(client.getDatabase("a").getCollection("b").countDocuments()).isEqualTo(1);
    }
    assertThat(region.awaitRunning(1, 1)).isEqualTo(endpoint);
  }

  @Test
  void changesNothingForAnOlderGeneration() {
    var endpoint = region.run(1, 2);

    region.plane().provision(Orders.generation(1, 1));

    assertThat(region.awaitRunning(1, 2)).isEqualTo(endpoint);
    assertThatCode(() -> ping(1, 2)).doesNotThrowAnyException();
  }

  @Test
  void takesANewGenerationOnTheSamePortAndData() {
    var endpoint = region.run(1);
    try (var client = admin(endpoint, 1)) {
      client.getDatabase("a").getCollection("b").insertOne(new Document("_id", 1));
    }

    assertThat(region.run(1, 2)).isEqualTo(endpoint);

    try (var client = admin(endpoint, 2)) {
      assertThat(client.getDatabase("a").getCollection("b").countDocuments()).isEqualTo(1);
    }
    assertThatThrownBy(() -> ping(1, 1)).isInstanceOf(MongoException.class);
  }

  @Test
  void orderedTwiceAtOnceItIsMadeOnce() {
    var orders =
        IntStream.range(0, 8)
            .mapToObj(ignored ->
                CompletableFuture.runAsync(() -> region.plane().provision(Orders.first(1))))
            .toArray(CompletableFuture<?>[]::new);
    CompletableFuture.allOf(orders).join();

    region.awaitRunning(1, 1);
    assertThat(region.plane().observeAll(Optional.empty(), 10)).hasSize(1);
  }

  @Test
  void deletionFreesPortAndFiles() throws IOException {
    var endpoint = region.run(1);

    region.plane().deprovision(id(1));
    region.awaitAbsent(1);

    try (var entries = Files.list(folder)) {
      assertThat(entries.map(Path::getFileName).map(Path::toString))
          .containsExactly(FolderLock.NAME);
    }
    try (var free = new ServerSocket(endpoint.port(), 1, InetAddress.getLoopbackAddress())) {
      assertThat(free.isBound()).isTrue();
    }
    assertThat(region.plane().observeAll(Optional.empty(), 10)).isEmpty();
  }

  @Test
  void deletingTwiceOrWhatNeverWasIsFine() {
    region.run(1);

    region.plane().deprovision(id(1));
    region.plane().deprovision(id(1));
    region.plane().deprovision(id(2));

    region.awaitAbsent(1);
  }

  @Test
  void deletesWhatIsJustStarting() {
    region.plane().provision(Orders.first(1));
    region.plane().deprovision(id(1));

    region.awaitAbsent(1);
    assertThat(region.folder(1)).doesNotExist();
  }

  @Test
  void makesAClusterAnewOnceItIsGone() {
    region.run(1);
    region.plane().deprovision(id(1));
    region.awaitAbsent(1);

    var endpoint = region.run(1);

    try (var client = admin(endpoint, 1)) {
      assertThat(client.listDatabaseNames().into(new ArrayList<>())).doesNotContain("a");
    }
  }

  @Test
  void listsByIdAndByPages() {
    IntStream.of(3, 1, 2).forEach(region::run);

    var first = region.plane().observeAll(Optional.empty(), 2);
    var second = region.plane().observeAll(Optional.of(id(2)), 2);

    assertThat(first).extracting(Sighting::id).containsExactly(id(1), id(2));
    assertThat(second).extracting(Sighting::id).containsExactly(id(3));
    assertThat(first.getFirst().digest()).isEqualTo(region.observe(1).digest());
  }

  @Test
  void offersPausesAndThrowAwayClusters() {
    assertThat(region.plane().capabilities())
        .containsExactlyInAnyOrder(Capability.PAUSE, Capability.THROW_AWAY_CLUSTERS);
    assertThat(region.plane().region()).isEqualTo(Orders.REGION);
  }

  @Test
  void rejectsAnAdminThatNoLocalServerTakes() {
    var first = Orders.first(1);
    var order =
        new Order(
            first.id(),
            1,
            first.resources(),
            first.mongoVersion(),
            first.adminUsername(),
            new Secret("short"));

    assertThatThrownBy(() -> region.plane().provision(order))
        .isInstanceOf(PortFailure.Rejected.class)
        .hasMessage("The local server does not accept such an admin user.");
    assertThat(region.observe(1)).isEqualTo(new ClusterObservation.Absent());
  }

  @Test
  void runsTwentyAndStopsThemInTime() {
    var numbers = IntStream.rangeClosed(1, 20);
    numbers.forEach(number -> region.plane().provision(Orders.first(number)));
    IntStream.rangeClosed(1, 20).forEach(number -> region.awaitRunning(number, 1));

    var start = System.nanoTime();
    region.close();

    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
  }

  @Test
  void isUnavailableOnceClosed() {
    region.close();

    assertThatThrownBy(() -> region.plane().provision(Orders.first(1)))
        .isInstanceOf(PortFailure.Unavailable.class);
    assertThatThrownBy(() -> region.observe(1)).isInstanceOf(PortFailure.Unavailable.class);
  }

  private void ping(int number, long generation) {
    try (var client = admin(region.awaitRunning(number, 2), generation)) {
      client.getDatabase("admin").runCommand(new Document("listDatabases", 1));
    }
  }
}
