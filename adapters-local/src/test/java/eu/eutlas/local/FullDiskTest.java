package eu.eutlas.local;

import static eu.eutlas.local.LocalRegion.admin;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoException;
import eu.eutlas.domain.cluster.ClusterObservation;
import eu.eutlas.domain.cluster.Endpoint;
import java.nio.file.Path;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
final class FullDiskTest {
  @TempDir Path folder;
  private LocalRegion region;

  @BeforeEach
  void open() {
    FullDisk.install();
    region = new LocalRegion(folder);
  }

  @AfterEach
  void close() {
    FullDisk.heal(folder);
    region.close();
  }

  private static void insert(Endpoint endpoint, int id) {
    try (var client = admin(endpoint, 1)) {
      client.getDatabase("shop").getCollection("orders").insertOne(new Document("_id", id));
    }
  }

  private static long count(Endpoint endpoint) {
    try (var client = admin(endpoint, 1)) {
      return client.getDatabase("shop").getCollection("orders").countDocuments();
    }
  }

  @Test
  void aClusterWhoseDiskIsFullIsFailingUntilThereIsRoomAgain() {
    var endpoint = region.run(1);
    insert(endpoint, 1);
    FullDisk.fill(folder);

    assertThatThrownBy(() -> insert(endpoint, 2)).isInstanceOf(MongoException.class);
    var seen = region.await(1, ClusterObservation.Failing.class::isInstance);
    FullDisk.heal(folder);

    assertThat(seen).isInstanceOf(ClusterObservation.Failing.class);
    assertThat(region.awaitRunning(1, 1)).isEqualTo(endpoint);
    assertThat(count(endpoint)).isEqualTo(1);
    insert(endpoint, 2);
  }

  @Test
  void aClusterThatFindsAFullDiskAtItsStartSaysSoAndComesBack() {
    var endpoint = region.run(1);
    insert(endpoint, 1);
    region.close();
    FullDisk.fill(folder);

    region = new LocalRegion(folder);
    var seen = region.observe(1);
    FullDisk.heal(folder);

    assertThat(seen)
        .isEqualTo(
            new ClusterObservation.Failing(1, "The disk that holds the local clusters is full."));
    assertThat(region.awaitRunning(1, 1)).isEqualTo(endpoint);
    assertThat(count(endpoint)).isEqualTo(1);
  }

  @Test
  void aNewGenerationOnAFullDiskStartsOnceThereIsRoom() {
    var endpoint = region.run(1);
    FullDisk.fill(folder);

    region.plane().provision(Orders.generation(1, 2));
    region.await(1, ClusterObservation.Failing.class::isInstance);
    FullDisk.heal(folder);

    assertThat(region.awaitRunning(1, 2)).isEqualTo(endpoint);
  }
}
