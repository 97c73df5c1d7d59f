package eu.eutlas.local;

import static eu.eutlas.local.Orders.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.eutlas.domain.cluster.ClusterId;
import eu.eutlas.domain.cluster.ClusterObservation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What somebody does to local clusters behind the back of the data plane. */
@Timeout(60)
final class DriftTest {
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
  void aFolderThatIsTakenAwayIsAClusterThatIsGone() throws IOException {
    List<ClusterId> told = new CopyOnWriteArrayList<>();
    region.run(1);
    try (var watch = region.plane().watch(told::add)) {
      takeAway(region.folder(1));

      region.awaitAbsent(1);
      await().until(() -> told.contains(id(1)));
      assertThat(watch).isNotNull();
    }
    assertThat(region.folder(1)).doesNotExist();
  }

  @Test
  void whatWasTakenAwayIsMadeAnew() throws IOException {
    region.run(1);
    takeAway(region.folder(1));
    region.awaitAbsent(1);

    region.run(1);

    assertThat(region.folder(1)).exists();
  }

  @Test
  void aFolderThatIsTakenAwayWhileItsServerRestsIsAClusterThatIsGone() throws IOException {
    region.run(1);
    region.plane().stop(id(1), 2);
    region.await(1, new ClusterObservation.Stopped(2)::equals);

    takeAway(region.folder(1));

    region.awaitAbsent(1);
  }

  @Test
  void othersAreLeftAlone() throws IOException {
    region.run(1);
    var endpoint = region.run(2);

    takeAway(region.folder(1));
    region.awaitAbsent(1);

    assertThat(region.awaitRunning(2, 1)).isEqualTo(endpoint);
  }

  @Test
  void aServerThatSomebodyMarkedToRunIsSeenRunning() throws IOException {
    region.run(1);
    region.plane().stop(id(1), 2);
    region.await(1, new ClusterObservation.Stopped(2)::equals);
    region.close();
    edit("stopped=true", "stopped=false");

    region.restart();

    region.awaitRunning(1, 2);
    region.plane().stop(id(1), 2);
    region.await(1, new ClusterObservation.Stopped(2)::equals);
  }

  @Test
  void anEarlierStateThatSomebodyPutBackIsSeenAsEarlier() throws IOException {
    region.run(1, 2);
    region.close();
    edit("generation=2", "generation=1");

    region.restart();

    assertThat(region.observe(1))
        .isInstanceOfSatisfying(
            ClusterObservation.Running.class,
            running -> assertThat(running.generation()).isEqualTo(1));
    region.run(1, 2);
  }

  private void edit(String before, String after) throws IOException {
    var file = region.folder(1).resolve(DescriptorFile.NAME);
    assertThat(file).content().contains(before);
    Files.writeString(file, Files.readString(file).replace(before, after));
  }

  private static void takeAway(Path home) throws IOException {
    try (var files = Files.walk(home)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
