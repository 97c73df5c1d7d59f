package eu.eutlas.memory.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import eu.eutlas.application.Created;
import eu.eutlas.application.Node;
import eu.eutlas.application.cluster.CreateCluster;
import eu.eutlas.domain.Outcome;
import eu.eutlas.domain.Refusal;
import eu.eutlas.domain.RefusalCode;
import eu.eutlas.domain.cluster.Capacity;
import eu.eutlas.domain.cluster.Cluster;
import eu.eutlas.domain.cluster.ClusterName;
import eu.eutlas.domain.cluster.ClusterState;
import eu.eutlas.domain.cluster.PlanId;
import eu.eutlas.domain.cluster.Region;
import eu.eutlas.domain.cluster.RegionType;
import eu.eutlas.testkit.cluster.Clusters;
import eu.eutlas.testkit.fault.Fault;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** A region that takes so much and no more. */
final class RegionRoomTest {
  private static final String SUM = "ClusterRepository.promised";
  private static final Node FIRST = new Node("node-1", "start-1");
  private static final Node SECOND = new Node("node-2", "start-1");

  private final Scene scene = Scene.set();
  private final Incident heard = Incident.none();

  @Test
  void takesWhatFitsAndSaysWhatIsShort() {
    var node = node(clusters(2));

    create(node, "one", "DEV").orElseThrow();
    create(node, "two", "DEV").orElseThrow();
    var third = create(node, "three", "DEV");

    assertThat(Trial.refusal(third)).get().isInstanceOf(Refusal.Conflict.class);
    assertThat(Trial.refusalOf(third)).isEqualTo(RefusalCode.REGION_FULL);
    assertThat(Trial.refusal(third).orElseThrow().message())
        .isEqualTo(
            "The region local is short of places for clusters. Choose another region or a smaller"
                + " plan, or ask whoever runs this EUTLAS for more room.");
    assertThat(scene.trial().stored(scene.project().id()).clusters().all())
        .as("what was refused holds no place in the project")
        .hasSize(2);
  }

  @Test
  void aSmallerPlanMayStillFit() {
    var node = node(storage(12));
    create(node, "one", "DEV").orElseThrow();

    assertThat(Trial.refusalOf(create(node, "two", "SMALL"))).isEqualTo(RefusalCode.REGION_FULL);
    assertThat(isFull(node)).isFalse();
    create(node, "two", "DEV").orElseThrow();

    assertThat(isFull(node)).isTrue();
  }

  @Test
  void aDeletedClusterGivesItsPlaceBackWithinTwoSeconds() {
    var node = node(clusters(1));
    var cluster = create(node, "one", "DEV").orElseThrow().value();
    node.settle();
    assertThat(Trial.refusalOf(create(node, "two", "DEV"))).isEqualTo(RefusalCode.REGION_FULL);

    node.delete(scene.owner(), cluster).orElseThrow();
    node.pass(Duration.ofSeconds(10));

    assertThat(node.stored(cluster.id()).state()).isInstanceOf(ClusterState.Deleted.class);
    create(node, "two", "DEV").orElseThrow();
  }

  @Test
  void anOrderThatCameToNothingHoldsNoPlace() {
    var node = node(clusters(2));
    create(node, "one", "DEV").orElseThrow();

    assertThat(Trial.refusalOf(create(node, "one", "DEV")))
        .isEqualTo(RefusalCode.CLUSTER_NAME_TAKEN);

    create(node, "two", "DEV").orElseThrow();
  }

  @Test
  void growsAClusterOnlyWhereThereIsRoom() {
    var node = node(storage(14));
    var one = create(node, "one", "DEV").orElseThrow().value();
    create(node, "two", "DEV").orElseThrow();
    node.settle();

    var resized = node.resize(scene.owner(), one, "SMALL");

    assertThat(Trial.refusalOf(resized)).isEqualTo(RefusalCode.REGION_FULL);
    assertThat(Trial.refusal(resized).orElseThrow().message())
        .isEqualTo(
            "The region local is short of storage. Delete or pause clusters there that nobody"
                + " needs, or ask whoever runs this EUTLAS for more room.");
    assertThat(node.stored(one.id()).state()).isInstanceOf(ClusterState.Ready.class);
    node(storage(15)).resize(scene.owner(), one, "SMALL").orElseThrow();
  }

  @Test
  void aPausedClusterHasToFitBeforeItRunsAgain() {
    var node = node(memory(512));
    var paused = create(node, "one", "DEV").orElseThrow().value();
    node.settle();
    node.pause(scene.owner(), paused).orElseThrow();
    node.settle();

    create(node, "two", "DEV").orElseThrow();

    assertThat(Trial.refusalOf(node.resume(scene.owner(), paused)))
        .isEqualTo(RefusalCode.REGION_FULL);
    node(memory(1024)).resume(scene.owner(), paused).orElseThrow();
  }

  @Test
  void whatNeedsNoMoreIsTakenEvenWhereTooMuchIsPromised() {
    var cluster = scene.readyCluster();
    var node = node(clusters(0));

    node.upgrade(scene.owner(), cluster, "8.0").orElseThrow();
    node.settle();
    node.pause(scene.owner(), cluster).orElseThrow();
    node.settle();
    node.resume(scene.owner(), cluster).orElseThrow();
    node.settle();
    node.delete(scene.owner(), cluster).orElseThrow();

    assertThat(heard.calls()).as("nothing was wanted that is limited").doesNotContain(SUM);
  }

  @Test
  void theClustersAreNotSummedUpForEachOrder() {
    var node = node(clusters(100));

    for (var number = 0; number < 20; number++) {
      create(node, "cluster-" + number, "DEV").orElseThrow();
      isFull(node);
    }

    assertThat(Collections.frequency(heard.calls(), SUM)).isEqualTo(1);
    scene.site().clock().move(Duration.ofSeconds(15));
    create(node, "one-more", "DEV").orElseThrow();
    assertThat(Collections.frequency(heard.calls(), SUM)).isEqualTo(2);
  }

  @Test
  void aFullRegionIsNotSummedUpForEachRefusal() {
    var node = node(clusters(0));

    for (var number = 0; number < 20; number++) {
      assertThat(Trial.refusalOf(create(node, "one", "DEV"))).isEqualTo(RefusalCode.REGION_FULL);
    }

    assertThat(Collections.frequency(heard.calls(), SUM)).isEqualTo(1);
  }

  @Test
  void whereNothingIsLimitedNothingIsSummedUp() {
    var node = node(Capacity.UNLIMITED);

    create(node, "one", "DEV").orElseThrow();

    assertThat(isFull(node)).isFalse();
    assertThat(heard.calls()).doesNotContain(SUM);
  }

  /** The limit is a soft one, and this is how soft. */
  @Test
  void twoNodesMayTogetherTakeMoreForFifteenSeconds() {
    var one = node(clusters(1));
    var other = on(SECOND, clusters(1));
    assertThat(isFull(one)).isFalse();
    assertThat(isFull(other)).isFalse();

    create(one, "one", "DEV").orElseThrow();
    create(other, "two", "DEV").orElseThrow();

    assertThat(Trial.refusalOf(create(one, "three", "DEV"))).isEqualTo(RefusalCode.REGION_FULL);
    scene.site().clock().move(Duration.ofSeconds(15));
    assertThat(Trial.refusalOf(create(other, "three", "DEV"))).isEqualTo(RefusalCode.REGION_FULL);
  }

  private boolean isFull(Trial node) {
    return node.eutlas()
        .clusters()
        .catalogue()
        .regions(scene.owner())
        .orElseThrow()
        .getFirst()
        .full();
  }

  private Trial node(Capacity capacity) {
    return new Trial(scene.site(), scene.site().node(FIRST, heard, regions(capacity)));
  }

  private Trial on(Node node, Capacity capacity) {
    return new Trial(
        scene.site(), scene.site().node(node, (port, call) -> Fault.NONE, regions(capacity)));
  }

  private Outcome<Created<Cluster>> create(Trial node, String name, String plan) {
    var usual = Trial.order(scene.project().id());
    return node.create(
        scene.owner(),
        new CreateCluster.Command(
            usual.project(),
            new ClusterName(name),
            new PlanId(plan),
            usual.region(),
            usual.mongoVersion(),
            usual.settings(),
            Optional.empty()));
  }

  private static List<Region> regions(Capacity capacity) {
    return List.of(new Region(Clusters.REGION, "Here", "Here", RegionType.OTHER, capacity));
  }

  private static Capacity clusters(long most) {
    return new Capacity(
        OptionalLong.of(most), OptionalLong.empty(), OptionalLong.empty(), OptionalLong.empty());
  }

  private static Capacity memory(long megabytes) {
    return new Capacity(
        OptionalLong.empty(),
        OptionalLong.empty(),
        OptionalLong.of(megabytes),
        OptionalLong.empty());
  }

  private static Capacity storage(long gigabytes) {
    return new Capacity(
        OptionalLong.empty(),
        OptionalLong.empty(),
        OptionalLong.empty(),
        OptionalLong.of(gigabytes));
  }
}
