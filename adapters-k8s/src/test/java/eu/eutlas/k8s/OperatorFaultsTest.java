package eu.eutlas.k8s;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.eutlas.application.PortFailure.Rejected;
import eu.eutlas.application.cluster.DataPlane.Order;
import eu.eutlas.domain.cluster.ClusterId;
import eu.eutlas.domain.cluster.ClusterObservation;
import eu.eutlas.domain.cluster.ClusterObservation.Failing;
import eu.eutlas.domain.cluster.ClusterObservation.Leaving;
import eu.eutlas.domain.cluster.ClusterObservation.Running;
import eu.eutlas.domain.cluster.ClusterObservation.Starting;
import eu.eutlas.domain.cluster.MongoVersion;
import eu.eutlas.domain.cluster.Resources;
import eu.eutlas.k8s.standin.AgainstApiServer;
import eu.eutlas.k8s.standin.Fault;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What a region shows while its operator, its nodes or its storage have a bad day. */
@AgainstApiServer
final class OperatorFaultsTest {
  private static final int NUMBER = 7;
  private static final ClusterId ID = Samples.id(NUMBER);
  private static final Resources BIGGER = new Resources(500, 1_024, 40, 1);

  @Nested
  final class Community extends Faults {
    private static TestRegion region;

    @BeforeAll
    static void open() {
      region = new TestRegion(Dialect.MONGODB_COMMUNITY);
    }

    @AfterAll
    static void close() {
      region.close();
    }

    @Override
    TestRegion region() {
      return region;
    }
  }

  @Nested
  final class Percona extends Faults {
    private static TestRegion region;

    @BeforeAll
    static void open() {
      region = new TestRegion(Dialect.PERCONA);
    }

    @AfterAll
    static void close() {
      region.close();
    }

    @Override
    TestRegion region() {
      return region;
    }

    @Test
    void saysWhatAnOperatorIsNotDoneWithThatIsToRemoveACluster() {
      run(1, Samples.SMALL);
      breaks(Fault.FINALIZERS_HANG);

      region.plane().deprovision(ID);

      region.await(
          NUMBER, seen -> seen instanceof Leaving(var detail) && detail.contains("operator"));
    }
  }

  /** The same for either operator. */
  abstract static class Faults {
    abstract TestRegion region();

    @AfterEach
    void clear() {
      region().operator().mends(namespace());
      region().clear();
    }

    void breaks(Fault fault) {
      region().operator().breaks(namespace(), fault);
    }

    Running run(long generation, Resources resources) {
      region().plane().provision(Samples.order(NUMBER, generation, resources));
      return region().awaitRunning(NUMBER, generation);
    }

    private static String namespace() {
      return new Names(ID).namespace();
    }

    @Test
    void saysThatNoNodeHasAPlaceAndGoesOnWhenOneHas() {
      breaks(Fault.UNSCHEDULABLE);

      region().plane().provision(Samples.order(NUMBER, 1));

      awaitDetail("not enough of memory");
      region().operator().mends(namespace());
      region().awaitRunning(NUMBER, 1);
    }

    @Test
    void saysThatAnImageCannotBeFetched() {
      breaks(Fault.IMAGE_PULL);

      region().plane().provision(Samples.order(NUMBER, 1));

      awaitDetail("image of the container");
    }

    @Test
    void saysThatAVolumeIsNotMade() {
      breaks(Fault.NO_VOLUMES);

      region().plane().provision(Samples.order(NUMBER, 1));

      awaitDetail("waits to be made by the storage class standin");
    }

    @Test
    void isFailingAndComesBackByItself() {
      breaks(Fault.FAILED);
      region().plane().provision(Samples.order(NUMBER, 1));
      region().await(NUMBER, Failing.class::isInstance);

      region().operator().mends(namespace());

      region().awaitRunning(NUMBER, 1);
    }

    @Test
    void doesNotBelieveAStateThatItDoesNotKnow() {
      breaks(Fault.UNKNOWN_STATE);

      region().plane().provision(Samples.order(NUMBER, 1));

      region()
          .await(
              NUMBER,
              seen ->
                  seen instanceof Failing(var generation, var detail)
                      && detail.contains("does not know"));
    }

    @Test
    void doesNotBelieveWhatTheOperatorSaidOfAnEarlierGeneration() {
      run(1, Samples.SMALL);
      breaks(Fault.LOOKS_AWAY);

      region().plane().provision(Samples.order(NUMBER, 2, new Resources(500, 2_048, 20, 1)));

      assertThat(region().plane().observe(ID))
          .isInstanceOfSatisfying(
              Starting.class, seen -> assertThat(seen.generation()).isEqualTo(2));
      region().operator().mends(namespace());
      region().awaitRunning(NUMBER, 2);
    }

    @Test
    void growsDisks() {
      run(1, Samples.SMALL);

      region().follow(Samples.order(NUMBER, 2, BIGGER));

      assertThat(sizes()).contains("40Gi").doesNotContain("20Gi");
    }

    @Test
    void namesTheVolumesThatOutliveTheirCluster() {
      run(1, Samples.SMALL);
      breaks(Fault.VOLUMES_STAY);

      region().plane().deprovision(ID);

      region()
          .await(
              NUMBER,
              seen -> seen instanceof Leaving(var detail) && detail.startsWith("Volumes with"));
      region().operator().mends(namespace());
      region().awaitAbsent(ID);
    }

    @Test
    void changesTheVersion() {
      run(1, Samples.SMALL);
      var order = Samples.order(NUMBER, 2);
      var newer =
          new Order(
              ID,
              2,
              order.resources(),
              new MongoVersion("8.0"),
              order.adminUsername(),
              order.adminPassword());

      region().plane().provision(newer);

      region().awaitRunning(NUMBER, 2);
    }

    private List<String> sizes() {
      return region()
          .api()
          .list(ResourceType.CLAIM, Optional.of(namespace()), Map.of())
          .items()
          .stream()
          .flatMap(claim -> claim.text("spec", "resources", "requests", "storage").stream())
          .toList();
    }

    private void awaitDetail(String words) {
      region().await(NUMBER, seen -> detail(seen).contains(words));
    }

    private static String detail(ClusterObservation seen) {
      return switch (seen) {
        case Starting(var generation, var detail) -> detail;
        case Failing(var generation, var detail) -> detail;
        case Leaving(var detail) -> detail;
        case ClusterObservation.Absent() -> "";
        case ClusterObservation.Stopped ignored -> "";
        case Running ignored -> "";
      };
    }
  }

  @Test
  void refusesBiggerDisksWhereTheStorageCannotGrow() {
    try (var region = new TestRegion(Dialect.MONGODB_COMMUNITY, "standin-fixed")) {
      region.plane().provision(Samples.order(NUMBER, 1));
      region.awaitRunning(NUMBER, 1);

      assertThatThrownBy(() -> region.plane().provision(Samples.order(NUMBER, 2, BIGGER)))
          .isInstanceOf(Rejected.class)
          .hasMessageContaining("standin-fixed");

      assertThat(region.plane().observe(ID))
          .isInstanceOfSatisfying(
              Running.class, seen -> assertThat(seen.generation()).isEqualTo(1));
      region.clear();
    }
  }

  @Test
  void doesNotFightAnOperatorThatSetsTheDisksBack() {
    try (var region = new TestRegion(Dialect.PERCONA, "standin-fixed")) {
      region.plane().provision(Samples.order(NUMBER, 1));
      region.awaitRunning(NUMBER, 1);

      region.plane().provision(Samples.order(NUMBER, 2, BIGGER));

      region.await(
          NUMBER,
          seen ->
              seen instanceof Failing(var generation, var detail)
                  && detail.contains("from 40 to 20"));
      assertThatThrownBy(() -> region.plane().provision(Samples.order(NUMBER, 2, BIGGER)))
          .isInstanceOf(Rejected.class);
      region.clear();
    }
  }
}
