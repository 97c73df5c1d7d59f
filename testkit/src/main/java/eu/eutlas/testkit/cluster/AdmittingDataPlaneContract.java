package eu.eutlas.testkit.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import eu.eutlas.application.cluster.DataPlane;
import eu.eutlas.application.cluster.DataPlane.Capability;
import eu.eutlas.application.cluster.DataPlane.Sighting;
import eu.eutlas.domain.cluster.Cidr;
import eu.eutlas.domain.cluster.ClusterId;
import eu.eutlas.domain.cluster.ClusterObservation.Absent;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link DataPlane} holds to that can keep others out of clusters. */
public abstract class AdmittingDataPlaneContract {
  private static final ClusterId ID = Clusters.id(1);
  private static final List<Cidr> OFFICE = ranges("192.0.2.0/24", "2001:db8::/32");
  private static final List<Cidr> GUEST = ranges("198.51.100.7/32");

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
  void saysThatItCan() {
    assertThat(plane.capabilities()).contains(Capability.ACCESS_LIST);
  }

  @Test
  void letsNobodyInUntilItIsTold() {
    plane.provision(WatchedPlane.order(1, 1));

    assertThat(watched.awaitRunning(1, 1).admitted()).contains(List.of());
  }

  @Test
  void letsInFromTheBeginningWhoIsOrdered() {
    plane.provision(WatchedPlane.order(1, 1, OFFICE));

    assertThat(watched.awaitRunning(1, 1).admitted()).contains(OFFICE);
  }

  @Test
  void letsInOthersWithoutAnotherGeneration() {
    plane.provision(WatchedPlane.order(1, 1, OFFICE));
    var before = watched.awaitRunning(1, 1);

    plane.admit(ID, GUEST);
    plane.admit(ID, GUEST);

    var after = watched.awaitAdmitting(1, GUEST);
    assertThat(after.generation()).isEqualTo(1);
    assertThat(after.endpoint()).isEqualTo(before.endpoint());
    assertThat(after.digest()).isNotEqualTo(before.digest());
    assertThat(plane.observeAll(Optional.empty(), 10))
        .containsExactly(new Sighting(ID, after.digest()));
  }

  @Test
  void letsNobodyInAnyMore() {
    plane.provision(WatchedPlane.order(1, 1, OFFICE));
    watched.awaitRunning(1, 1);

    plane.admit(ID, List.of());

    watched.awaitAdmitting(1, List.of());
  }

  @Test
  void leavesOthersAlone() {
    plane.provision(WatchedPlane.order(1, 1));
    plane.provision(WatchedPlane.order(2, 1, OFFICE));
    watched.awaitRunning(1, 1);
    var other = watched.awaitRunning(2, 1);

    plane.admit(ID, GUEST);
    watched.awaitAdmitting(1, GUEST);

    assertThat(plane.observe(Clusters.id(2))).isEqualTo(other);
  }

  @Test
  void doesNothingWhereNothingIs() {
    plane.admit(ID, GUEST);

    assertThat(plane.observe(ID)).isEqualTo(new Absent());
  }

  private static List<Cidr> ranges(String... texts) {
    return Stream.of(texts).map(Cidr::new).toList();
  }
}
