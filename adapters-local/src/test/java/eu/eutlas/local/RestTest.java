package eu.eutlas.local;

import static eu.eutlas.local.LocalRegion.admin;
import static eu.eutlas.local.Orders.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.eutlas.domain.cluster.ClusterObservation;
import eu.eutlas.domain.cluster.Endpoint;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A local cluster whose server is stopped. */
@Timeout(60)
final class RestTest {
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
  void keepsItsData() {
    var endpoint = region.run(1);
    write(endpoint, 1);

    stop(2);

    assertThat(region.run(1, 3)).isEqualTo(endpoint);
    assertThat(documents(endpoint, 3)).isEqualTo(1);
  }

  @Test
  void refusesConnections() {
    var endpoint = region.run(1);

    stop(2);

    assertThatThrownBy(() -> new Socket(endpoint.host(), endpoint.port()).close())
        .isInstanceOf(ConnectException.class);
  }

  @Test
  void goesOnOverARestart() {
    var endpoint = region.run(1);
    write(endpoint, 1);
    stop(2);

    region.restart();

    assertThat(region.observe(1)).isEqualTo(new ClusterObservation.Stopped(2));
    assertThatThrownBy(() -> new Socket(endpoint.host(), endpoint.port()).close())
        .isInstanceOf(ConnectException.class);
    assertThat(region.run(1, 3)).isEqualTo(endpoint);
    assertThat(documents(endpoint, 3)).isEqualTo(1);
  }

  @Test
  void givesItsPortToNobodyElse() {
    var endpoint = region.run(1);
    stop(2);
    region.restart();

    assertThat(region.run(2)).isNotEqualTo(endpoint);
    assertThat(region.run(1, 3)).isEqualTo(endpoint);
  }

  @Test
  void endsOnceAPortThatWasTakenMeanwhileIsFreeAgain() throws IOException {
    var endpoint = region.run(1);
    stop(2);

    try (var taker = new ServerSocket(endpoint.port(), 1, InetAddress.getLoopbackAddress())) {
      region.plane().provision(Orders.generation(1, 3));
      region.await(1, ClusterObservation.Failing.class::isInstance);
      assertThat(taker.isBound()).isTrue();
    }

    assertThat(region.awaitRunning(1, 3)).isEqualTo(endpoint);
  }

  @Test
  void endsWithTheCluster() {
    region.run(1);
    stop(2);

    region.plane().deprovision(id(1));

    region.awaitAbsent(1);
    assertThat(region.folder(1)).doesNotExist();
  }

  @Test
  void aClusterOfAnEarlierReleaseDoesNotRest() throws IOException {
    var endpoint = region.run(1);
    region.close();
    var file = region.folder(1).resolve(DescriptorFile.NAME);
    Files.write(
        file, Files.readAllLines(file).stream().filter(line -> !line.contains("stopped")).toList());

    region.restart();

    assertThat(region.awaitRunning(1, 1)).isEqualTo(endpoint);
  }

  private void stop(long generation) {
    region.plane().stop(id(1), generation);
    region.await(1, new ClusterObservation.Stopped(generation)::equals);
  }

  private static void write(Endpoint endpoint, long generation) {
    try (var client = admin(endpoint, generation)) {
      client.getDatabase("shop").getCollection("orders").insertOne(new Document("_id", 1));
    }
  }

  private static long documents(Endpoint endpoint, long generation) {
    try (var client = admin(endpoint, generation)) {
      return client.getDatabase("shop").getCollection("orders").countDocuments();
    }
  }
}
