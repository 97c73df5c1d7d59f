package eu.eutlas.testkit.cluster;

import static eu.eutlas.testkit.cluster.WatchedPlane.order;
import static org.assertj.core.api.Assertions.assertThat;

import eu.eutlas.application.cluster.DataPlane;
import eu.eutlas.application.cluster.DataPlane.Capability;
import eu.eutlas.application.cluster.DataPlane.Sighting;
import eu.eutlas.domain.cluster.ClusterId;
import eu.eutlas.domain.cluster.ClusterObservation.Absent;
import eu.eutlas.domain.cluster.ClusterObservation.Stopped;
import eu.eutlas.domain.cluster.Endpoint;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link DataPlane} holds to that can pause clusters. */
public abstract class PausingDataPlaneContract {
  private static final ClusterId ID = Clusters.id(1);

  private DataPlane plane;
  private WatchedPlane watched;

  /** A data plane in which there is no cluster yet. */
  protected abstract DataPlane dataPlane();

  /** Whether somebody answers there at all, whoever asks. */
  protected abstract boolean answers(Endpoint endpoint);

  /** How long a cluster may take to come, to stop or to go. */
  protected Duration patience() {
    return Duration.ofSeconds(30);
  }

  @BeforeEach
  void begin() {
    plane = dataPlane();
    watched = new WatchedPlane(plane, patience());
  }

  @Test
  void saysThatItCan() {
    assertThat(plane.capabilities()).contains(Capability.PAUSE);
  }

  @Test
  void stopsServersThatRun() {
    var endpoint = run(1);

    plane.stop(ID, 2);
    plane.stop(ID, 2);

    watched.awaitStopped(1, 2);
    assertThat(answers(endpoint)).isFalse();
    assertThat(plane.observeAll(Optional.empty(), 10))
        .containsExactly(new Sighting(ID, new Stopped(2).digest()));
  }

  @Test
  void stopsServersThatAreStillComing() {
    plane.provision(order(1, 1));

    plane.stop(ID, 2);

    watched.awaitStopped(1, 2);
  }

  @Test
  void startsStoppedServersWhereTheyWere() {
    var endpoint = run(1);
    plane.stop(ID, 2);
    watched.awaitStopped(1, 2);

    plane.provision(order(1, 3));

    assertThat(watched.awaitRunning(1, 3).endpoint()).isEqualTo(endpoint);
    assertThat(answers(endpoint)).isTrue();
  }

  @Test
  void leavesStoppedServersAloneWhenAnOlderGenerationIsAskedFor() {
    var endpoint = run(1);
    plane.stop(ID, 3);
    watched.awaitStopped(1, 3);

    plane.provision(order(1, 2));

    assertThat(plane.observe(ID)).isEqualTo(new Stopped(3));
    assertThat(answers(endpoint)).isFalse();
  }

  @Test
  void doesNotStopServersThatAreNewer() {
    var endpoint = run(3);

    plane.stop(ID, 2);

    assertThat(watched.awaitRunning(1, 3).endpoint()).isEqualTo(endpoint);
    assertThat(answers(endpoint)).isTrue();
  }

  @Test
  void stopsAndStartsWithinOneGenerationWhatIsOtherwiseThanItShouldBe() {
    var endpoint = run(1);

    plane.stop(ID, 1);
    watched.awaitStopped(1, 1);
    assertThat(answers(endpoint)).isFalse();

    plane.provision(order(1, 1));
    watched.awaitRunning(1, 1);
    assertThat(answers(endpoint)).isTrue();
  }

  @Test
  void stopsNothingWhereNothingIs() {
    plane.stop(ID, 1);

    assertThat(plane.observe(ID)).isEqualTo(new Absent());
  }

  @Test
  void doesNotStopWhatIsOnItsWayOut() {
    run(1);

    plane.deprovision(ID);
    plane.stop(ID, 2);

    watched.awaitAbsence(1);
  }

  @Test
  void takesStoppedServersAway() {
    run(1);
    plane.stop(ID, 2);
    watched.awaitStopped(1, 2);

    plane.deprovision(ID);

    watched.awaitAbsence(1);
  }

  @Test
  void leavesOtherClustersAlone() {
    run(1);
    plane.provision(order(2, 1));
    var other = watched.awaitRunning(2, 1);

    plane.stop(ID, 2);
    watched.awaitStopped(1, 2);

    assertThat(plane.observe(Clusters.id(2))).isEqualTo(other);
    assertThat(answers(other.endpoint())).isTrue();
  }

  private Endpoint run(long generation) {
    plane.provision(order(1, generation));
    return watched.awaitRunning(1, generation).endpoint();
  }
}
