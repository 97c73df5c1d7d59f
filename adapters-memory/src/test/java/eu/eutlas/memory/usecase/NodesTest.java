package eu.eutlas.memory.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import eu.eutlas.application.Eutlas;
import eu.eutlas.application.Node;
import eu.eutlas.domain.cluster.Cluster;
import eu.eutlas.domain.cluster.ClusterState;
import eu.eutlas.domain.cluster.RegionId;
import eu.eutlas.domain.event.EventType;
import eu.eutlas.domain.operation.OperationStep;
import eu.eutlas.testkit.fault.Fault;
import eu.eutlas.testkit.fault.FaultPlan;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Nodes that share one store. */
final class NodesTest {
  private static final Node SECOND = new Node("node-2", "start-1");

  private final Scene scene = Scene.set();

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 4})
  void twoNodesThatTakeTurnsDoEverythingOnce(int looks) {
    scene.site().region().takes(looks);
    var cluster = scene.order();
    var first = scene.trial();
    var second = first.secondNode();

    takeTurns(first, second);
    assertReady(cluster);
    second.delete(scene.owner(), cluster).orElseThrow();
    takeTurns(first, second);

    assertThat(scene.verdict().toldOf(cluster.id()))
        .containsExactly(
            EventType.CLUSTER_CREATION_REQUESTED,
            EventType.CLUSTER_READY,
            EventType.CLUSTER_DELETION_REQUESTED,
            EventType.CLUSTER_DELETED);
    scene.verdict().holds();
  }

  @Test
  void whileOneNodeWorksOnAClusterAnotherLeavesItAlone() {
    var seen = Incident.none();
    var other = scene.trial();
    var second = new Trial(scene.site(), node(SECOND, seen, scene.site().clock()));
    var first = scene.through(Incident.meanwhile("DataPlane.observe", 1, second::rest));
    var cluster = first.order();
    second.eutlas().sweepOnce();

    first.trial().rest();

    assertThat(seen.calls()).contains("Leases.take").doesNotContain("DataPlane.observe");
    other.settle();
    assertReady(cluster);
  }

  @Test
  void whatANodeWasDoingWhenItEndedItsNextStartTakesUpAtOnce() {
    scene.site().region().takes(0);
    var cluster = crashDuringThePassOf(scene);

    var restarted = scene.trial().restarted();
    restarted.eutlas().sweepOnce();
    restarted.rest();

    assertThat(scene.trial().stored(cluster.id()).status().seen()).isPresent();
  }

  @Test
  void whatANodeWasDoingWhenItEndedAnotherTakesUpAfterTheLease() {
    var cluster = crashDuringThePassOf(scene);
    var second = scene.trial().secondNode();

    second.pass(Duration.ofSeconds(55));
    assertThat(scene.trial().stored(cluster.id()).status().seen()).isEmpty();
    second.pass(Duration.ofSeconds(10));

    assertThat(scene.trial().stored(cluster.id()).status().seen()).isPresent();
  }

  @ParameterizedTest
  @CsvSource({"Leases.take, ANSWER_LOST", "Leases.release, UNAVAILABLE"})
  void aLeaseThatIsOursUnawaresIsTakenUpAtOnce(String call, Fault fault) {
    scene.site().region().takes(0);
    var node = scene.through(Incident.fault(call, fault));
    var cluster = node.order();

    node.trial().pass(Duration.ofSeconds(15));

    assertReady(cluster);
  }

  @Test
  void aNodeLeavesWhatRunsInARegionThatOnlyAnotherHas() {
    scene.site().region().takes(10);
    var elsewhere = elsewhere();
    var cluster = scene.order();

    elsewhere.pass(Duration.ofMinutes(1));

    var untouched = scene.trial().stored(cluster.id());
    assertThat(untouched.running().orElseThrow().failures()).isZero();
    assertThat(untouched.running()).isEqualTo(cluster.running());
    assertThat(untouched.status().seen()).isEmpty();
    scene.trial().settle();
    assertReady(cluster);
  }

  @Test
  void whatRunsInARegionThatNoNodeHasEndsWhenItsTimeIsOver() {
    var elsewhere = elsewhere();
    var cluster = scene.order();

    elsewhere.pass(Duration.ofMinutes(17));

    assertThat(scene.state(cluster)).isEqualTo(ClusterState.Name.FAILED);
  }

  @Test
  void manyNodesLookAtAClusterAsOftenAsOne() {
    scene.site().region().takes(1_000);
    scene.order();
    var first = Incident.none();
    var second = Incident.none();

    takeTurns(
        new Trial(scene.site(), node(new Node("node-1", "start-2"), first, scene.site().clock())),
        new Trial(scene.site(), node(SECOND, second, scene.site().clock())));

    var looks =
        Collections.frequency(first.calls(), "DataPlane.observe")
            + Collections.frequency(second.calls(), "DataPlane.observe");
    // Every two seconds for a minute, then every five seconds or so for another.
    assertThat(looks).isBetween(40, 60);
  }

  @Test
  void aPassThatLosesToADeletionDoesNothingOutside() {
    var incident =
        Incident.meanwhile(
            "ClusterRepository.save", 1, () -> scene.verdict().living().forEach(scene::delete));
    var node = scene.through(incident);
    node.order();

    node.trial().rest();

    assertThat(incident.calls()).contains("DataPlane.observe");
    assertThat(incident.calls()).doesNotContain("DataPlane.provision");
  }

  @Test
  void nothingIsBegunOutsideShortlyBeforeTheLeaseEnds() {
    var slow =
        Incident.meanwhile(
            "ClusterRepository.save", 1, () -> scene.site().clock().move(Duration.ofSeconds(46)));
    var node = scene.through(slow);
    node.order();

    node.trial().rest();

    var calls = slow.calls();
    assertThat(calls.indexOf("Leases.release")).isBetween(0, calls.indexOf("DataPlane.provision"));
  }

  @Test
  void whatIsDoneOutsideWasSavedBefore() {
    var node = scene.through(Incident.crash("DataPlane.provision"));
    var cluster = node.order();

    assertThat(catchThrowableOfType(Incident.Crash.class, node.trial()::rest)).isNotNull();

    assertThat(scene.trial().stored(cluster.id()).running().orElseThrow().step())
        .isEqualTo(OperationStep.PROVISIONING);
  }

  private Trial elsewhere() {
    var site = scene.site().at(new RegionId("elsewhere"));
    return new Trial(site, site.node(SECOND, none(), site.clock(), Site.SETTINGS));
  }

  private static Cluster crashDuringThePassOf(Scene scene) {
    var node = scene.through(Incident.crash("DataPlane.observe"));
    var cluster = node.order();
    assertThat(catchThrowableOfType(Incident.Crash.class, node.trial()::rest)).isNotNull();
    return cluster;
  }

  private void takeTurns(Trial... nodes) {
    for (var round = 0; round < 60; round++) {
      for (var node : nodes) {
        node.eutlas().sweepOnce();
      }
      var busy = true;
      while (busy) {
        busy = false;
        for (var node : nodes) {
          busy |= node.eutlas().workOnce();
        }
      }
      scene.site().clock().move(Duration.ofSeconds(2));
    }
  }

  private Eutlas node(Node node, FaultPlan plan, InstantSource clock) {
    return scene.site().node(node, plan, clock, Site.SETTINGS);
  }

  private static FaultPlan none() {
    return (port, call) -> Fault.NONE;
  }

  private void assertReady(Cluster cluster) {
    assertThat(scene.state(cluster)).isEqualTo(ClusterState.Name.READY);
    scene.verdict().holds();
  }
}
