package eu.eutlas.memory.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import eu.eutlas.application.Node;
import eu.eutlas.domain.cluster.ClusterState;
import eu.eutlas.domain.event.EventType;
import eu.eutlas.testkit.Origins;
import eu.eutlas.testkit.fault.Fault;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Nodes over one store come and go; who asks again, perhaps another node, does not notice. */
final class RollingRestartTest {
  private static final Duration TAKEN_OVER = Duration.ofSeconds(80);
  private static final Duration AT_ONCE = Duration.ofSeconds(20);
  private static final int CALLS_OF_A_CREATION = 40;

  private final Scene scene = Scene.set();

  static IntStream calls() {
    return IntStream.rangeClosed(1, CALLS_OF_A_CREATION);
  }

  @ParameterizedTest
  @MethodSource("calls")
  void whatANodeDoesWhenItIsKilledAnotherFinishesWithin80Seconds(int call) {
    scene.site().region().takes(1);
    var origin = Optional.of(Origins.of(call));
    var killed = scene.through(Incident.crash(call));
    var other = scene.on(scene.trial().secondNode());
    Mishap.endure(() -> killed.order(origin));
    Mishap.endure(killed.trial()::rest);

    var cluster = other.order(origin);
    other.trial().pass(TAKEN_OVER);

    assertThat(other.state(cluster)).isEqualTo(ClusterState.Name.READY);
    assertThat(scene.verdict().toldOf(cluster.id()))
        .containsExactly(EventType.CLUSTER_CREATION_REQUESTED, EventType.CLUSTER_READY);
    assertThat(scene.verdict().living()).hasSize(1);
    scene.verdict().holds();
  }

  @ParameterizedTest
  @MethodSource("calls")
  void whatANodeDoesWhenItIsKilledItsNextStartFinishesAtOnce(int call) {
    scene.site().region().takes(1);
    var origin = Optional.of(Origins.of(call));
    var killed = scene.through(Incident.crash(call));
    var restarted = scene.on(scene.trial().restarted());
    Mishap.endure(() -> killed.order(origin));
    Mishap.endure(killed.trial()::rest);

    var cluster = restarted.order(origin);
    restarted.trial().pass(AT_ONCE);

    assertThat(restarted.state(cluster)).isEqualTo(ClusterState.Name.READY);
    assertThat(scene.verdict().living()).hasSize(1);
    scene.verdict().holds();
  }

  @Test
  void aRollingRestartIsInvisibleToWhoAsksAgain() {
    scene.site().region().takes(3);
    var staying = scene.on(node("node-1", 1));
    for (var round = 1; round <= 6; round++) {
      var leaving = scene.on(node("node-2", round));
      var origin = Optional.of(Origins.of(round));
      var ordered = leaving.order(origin);
      doALittle(leaving.trial(), round);
      // The leaving node is gone by now, and its queue with it.
      var asked = staying.order(origin);
      staying.trial().pass(Duration.ofSeconds(20));

      assertThat(asked.id()).isEqualTo(ordered.id());
      assertThat(staying.state(asked)).isEqualTo(ClusterState.Name.READY);
      staying.delete(asked);
      doALittle(staying.trial(), round);
      staying = scene.on(node("node-1", round + 1));
      staying.trial().pass(Duration.ofSeconds(20));
      assertThat(staying.state(asked)).isEqualTo(ClusterState.Name.DELETED);
      scene.verdict().holds();
    }
  }

  /** A clean stop ends what is under way and leaves what is queued. */
  private static void doALittle(Trial node, int pieces) {
    for (var piece = 0; piece < pieces; piece++) {
      var unused = node.eutlas().workOnce();
    }
  }

  private Trial node(String id, int start) {
    var site = scene.site();
    var node = new Node(id, "start-" + (start + 1));
    return new Trial(
        site, site.node(node, (port, call) -> Fault.NONE, site.clock(), Site.SETTINGS));
  }
}
