package eu.eutlas.memory.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import eu.eutlas.application.Eutlas;
import eu.eutlas.application.Node;
import eu.eutlas.domain.cluster.Cluster;
import eu.eutlas.domain.cluster.ClusterState;
import eu.eutlas.testkit.fault.Fault;
import eu.eutlas.testkit.fault.FaultPlan;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nodes whose clocks are off, on one store. */
final class NodeClocksTest {
  private static final Node SECOND = new Node("node-2", "start-1");

  private final Scene scene = Scene.set();

  @Test
  void aLeaseOfANodeThatWasAheadHoldsNobodyUp() {
    var ahead = off(Duration.ofMinutes(10));
    var crash = Incident.crash("DataPlane.observe");
    var wrong = new Trial(scene.site(), node(SECOND, crash, ahead));
    var cluster = scene.order();
    assertThat(catchThrowableOfType(Incident.Crash.class, () -> wrong.pass(cluster))).isNotNull();

    scene.trial().pass(Duration.ofSeconds(15));

    assertReady(cluster);
  }

  @Test
  void whatTimeAloneEndsIsNotEndedByAClockThatHasJumped() {
    scene.site().region().takes(1_000);
    var cluster = scene.order();
    scene.trial().rest();
    var wrong = new Trial(scene.site(), node(SECOND, none(), off(Duration.ofHours(1))));

    wrong.pass(cluster);

    assertThat(scene.state(cluster)).isEqualTo(ClusterState.Name.CREATING);
    assertThat(wrong.eutlas().isClockTrusted()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(longs = {-6, 6})
  void aNodeWhoseClockIsOffTakesNoLease(long seconds) {
    var clock = off(Duration.ofSeconds(seconds));
    var calls = Incident.none();
    var wrong = new Trial(scene.site(), node(SECOND, calls, clock));
    var cluster = scene.order();

    wrong.eutlas().sweepOnce();
    wrong.rest();

    assertThat(wrong.eutlas().isClockTrusted()).isFalse();
    assertThat(calls.calls()).contains("Leases.storeTime").doesNotContain("Leases.take");
    scene.trial().settle();
    assertReady(cluster);
  }

  @ParameterizedTest
  @ValueSource(longs = {-5, 5})
  void fiveSecondsOffAreTolerated(long seconds) {
    var late = new Trial(scene.site(), node(SECOND, none(), off(Duration.ofSeconds(seconds))));

    late.eutlas().sweepOnce();

    assertThat(late.eutlas().isClockTrusted()).isTrue();
  }

  @Test
  void aNodeWhoseClockWasMendedWorksAgain() {
    var skew = new Duration[] {Duration.ofMinutes(1)};
    InstantSource clock = () -> scene.site().clock().instant().plus(skew[0]);
    var node = new Trial(scene.site(), node(SECOND, none(), clock));
    node.eutlas().sweepOnce();
    var cluster = scene.order();

    skew[0] = Duration.ZERO;
    node.settle();

    assertReady(cluster);
  }

  @Test
  void aNodeLooksAtItsClockBeforeItStartsToWork() {
    var asked = Collections.synchronizedList(new ArrayList<String>());
    FaultPlan heard =
        (port, call) -> {
          asked.add(call);
          return Fault.NONE;
        };
    scene.order();

    try (var node = node(SECOND, heard, off(Duration.ofSeconds(6)))) {
      node.start();
      assertThat(node.isClockTrusted()).isFalse();
      var calls = List.copyOf(asked);
      assertThat(calls).first().asString().contains("storeTime");
      assertThat(calls).noneMatch(call -> call.contains("Leases.take"));
    }
  }

  private Eutlas node(Node node, FaultPlan plan, InstantSource clock) {
    return scene.site().node(node, plan, clock, Site.SETTINGS);
  }

  private static FaultPlan none() {
    return (port, call) -> Fault.NONE;
  }

  private InstantSource off(Duration by) {
    return () -> scene.site().clock().instant().plus(by);
  }

  private void assertReady(Cluster cluster) {
    assertThat(scene.state(cluster)).isEqualTo(ClusterState.Name.READY);
    scene.verdict().holds();
  }
}
