package eu.eutlas.testkit.cluster;

import static eu.eutlas.testkit.cluster.WatchedPlane.order;
import static org.assertj.core.api.Assertions.assertThat;

import eu.eutlas.application.cluster.DataPlane;
import eu.eutlas.application.cluster.DataPlane.Sighting;
import eu.eutlas.domain.cluster.ClusterId;
import eu.eutlas.domain.cluster.ClusterObservation.Absent;
import eu.eutlas.domain.cluster.ClusterObservation.Running;
import eu.eutlas.domain.cluster.Endpoint;
import eu.eutlas.domain.cluster.UsersTrial;
import eu.eutlas.testkit.Race;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * What every {@link DataPlane} holds to. Its clusters take their time, so the suite waits for what
 * it expects, for as long as {@link #patience()} says.
 */
public abstract class DataPlaneContract {
  private static final int CALLERS = 8;
  private static final ClusterId ID = Clusters.id(1);

  private DataPlane plane;
  private WatchedPlane watched;

  /** A data plane in which there is no cluster yet. */
  protected abstract DataPlane dataPlane();

  /** How long a cluster may take to come or to go. */
  protected Duration patience() {
    return Duration.ofSeconds(30);
  }

  @BeforeEach
  void begin() {
    plane = dataPlane();
    watched = new WatchedPlane(plane, patience());
  }

  @Test
  void showsNothingWhereNothingIs() {
    assertThat(plane.observe(ID)).isEqualTo(new Absent());
    assertThat(plane.observeAll(Optional.empty(), 10)).isEmpty();
  }

  @Test
  void bringsServersUp() {
    plane.provision(order(1, 1));

    assertThat(plane.observe(ID)).isNotInstanceOf(Absent.class);
    assertThat(running(1, 1).users()).isEqualTo(new UsersTrial.NotTried());
  }

  @Test
  void bringsServersUpOnceHoweverOftenItIsTold() {
    plane.provision(order(1, 1));
    plane.provision(order(1, 1));
    var first = running(1, 1);

    plane.provision(order(1, 1));

    assertThat(running(1, 1)).isEqualTo(first);
    assertThat(plane.observeAll(Optional.empty(), 10)).hasSize(1);
  }

  @Test
  void bringsServersUpForManyCallersAtOnce() {
    Race.run(
        CALLERS,
        caller -> {
          plane.provision(order(1, 1));
          return caller;
        });

    assertThat(running(1, 1).generation()).isEqualTo(1);
    assertThat(plane.observeAll(Optional.empty(), 10)).hasSize(1);
  }

  @Test
  void givesEachClusterAPlaceOfItsOwn() {
    plane.provision(order(1, 1));
    plane.provision(order(2, 1));

    assertThat(endpoint(1)).isNotEqualTo(endpoint(2));
  }

  @Test
  void followsANewerGeneration() {
    plane.provision(order(1, 1));
    running(1, 1);

    plane.provision(order(1, 2));

    assertThat(running(1, 2).generation()).isEqualTo(2);
  }

  @Test
  void leavesServersAloneWhenAnOlderGenerationIsAskedFor() {
    plane.provision(order(1, 2));
    var second = running(1, 2);

    plane.provision(order(1, 1));

    assertThat(plane.observe(ID)).isEqualTo(second);
    assertThat(running(1, 2)).isEqualTo(second);
  }

  @Test
  void takesServersAway() {
    plane.provision(order(1, 1));
    running(1, 1);

    plane.deprovision(ID);
    plane.deprovision(ID);

    awaitAbsence(1);
    plane.deprovision(ID);
    assertThat(plane.observe(ID)).isEqualTo(new Absent());
    assertThat(plane.observeAll(Optional.empty(), 10)).isEmpty();
  }

  @Test
  void takesServersAwayThatAreStillComing() {
    plane.provision(order(1, 1));

    plane.deprovision(ID);

    awaitAbsence(1);
  }

  @Test
  void takesNothingAwayWhereNothingIs() {
    plane.deprovision(ID);

    assertThat(plane.observe(ID)).isEqualTo(new Absent());
  }

  @Test
  void leavesOtherClustersAlone() {
    plane.provision(order(1, 1));
    plane.provision(order(2, 1));
    var other = running(2, 1);

    plane.deprovision(ID);
    awaitAbsence(1);

    assertThat(plane.observe(Clusters.id(2))).isEqualTo(other);
  }

  @Test
  void bringsServersUpAgainAfterTheyWent() {
    plane.provision(order(1, 1));
    running(1, 1);
    plane.deprovision(ID);
    awaitAbsence(1);

    plane.provision(order(1, 1));

    assertThat(running(1, 1).generation()).isEqualTo(1);
  }

  @Test
  void listsAllThatExistsByIdWithItsDigest() {
    IntStream.of(3, 1, 4, 2).forEach(number -> plane.provision(order(number, 1)));
    var sightings =
        IntStream.rangeClosed(1, 4)
            .mapToObj(number -> new Sighting(Clusters.id(number), running(number, 1).digest()))
            .toList();

    assertThat(plane.observeAll(Optional.empty(), 10)).isEqualTo(sightings);
    assertThat(inParts(1)).isEqualTo(sightings);
    assertThat(inParts(3)).isEqualTo(sightings);
    assertThat(plane.observeAll(Optional.of(Clusters.id(4)), 10)).isEmpty();
  }

  @Test
  @Timeout(60)
  void doesNotWaitForAListenerThatIsBusy() throws InterruptedException {
    var release = new CountDownLatch(1);
    try (var watch =
        plane.watch(id -> {
          try {
            release.await();
          } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
          }
        })) {
      plane.provision(order(1, 1));

      assertThat(running(1, 1).generation()).isEqualTo(1);
      assertThat(watch).isNotNull();
    } finally {
      release.countDown();
    }
  }

  @Test
  void endsAWatchThatIsClosed() {
    var watch = plane.watch(id -> {});
    watch.close();
    watch.close();

    plane.provision(order(1, 1));

    assertThat(running(1, 1).generation()).isEqualTo(1);
  }

  @Test
  void isTheSameRegionAndCanDoTheSameAtAnyTime() {
    var region = plane.region();
    var capabilities = plane.capabilities();

    plane.provision(order(1, 1));

    assertThat(plane.region()).isEqualTo(region);
    assertThat(plane.capabilities()).isEqualTo(capabilities);
  }

  private List<Sighting> inParts(int limit) {
    var all = new ArrayList<Sighting>();
    var part = plane.observeAll(Optional.empty(), limit);
    while (!part.isEmpty()) {
      assertThat(part).hasSizeLessThanOrEqualTo(limit);
      all.addAll(part);
      assertThat(all).doesNotHaveDuplicates();
      part = plane.observeAll(Optional.of(part.getLast().id()), limit);
    }
    return all;
  }

  private Endpoint endpoint(int number) {
    return running(number, 1).endpoint();
  }

  private Running running(int number, long generation) {
    return watched.awaitRunning(number, generation);
  }

  private void awaitAbsence(int number) {
    watched.awaitAbsence(number);
  }
}
