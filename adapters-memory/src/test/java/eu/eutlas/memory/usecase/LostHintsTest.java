package eu.eutlas.memory.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import eu.eutlas.domain.cluster.Cluster;
import eu.eutlas.domain.cluster.ClusterState;
import eu.eutlas.domain.operation.OperationState;
import java.time.Duration;
import java.util.Collections;
import org.junit.jupiter.api.Test;

/** Hints that are lost, come twice or come too late cost time and nothing else. */
final class LostHintsTest {
  private final Scene scene = Scene.set();

  @Test
  void aLostQueueIsFoundAgainByTheNextStart() {
    var cluster = scene.order();

    scene.trial().restarted().settle();

    assertReady(cluster);
  }

  @Test
  void lostJobsCostNothing() {
    scene.site().jobs().lose(true);
    var cluster = scene.order();

    scene.trial().settle();

    assertReady(cluster);
  }

  @Test
  void aLostJobIsQueuedAgainByASweep() {
    scene.site().jobs().lose(true);
    var cluster = scene.order();
    scene.site().jobs().lose(false);

    scene.trial().restarted().eutlas().sweepOnce();

    assertThat(scene.site().jobs().operations())
        .extracting(ticket -> ticket.clusterId())
        .containsExactly(cluster.id());
  }

  @Test
  void aJobAloneDrivesAnOperationToItsEnd() {
    scene.site().region().takes(2);
    var cluster = scene.order();
    var ticket = scene.site().jobs().operations().getFirst();
    var node = scene.trial().secondNode();

    var state = OperationState.RUNNING;
    for (var turns = 0; turns < 20 && state == OperationState.RUNNING; turns++) {
      state = node.eutlas().operations().drive().handle(ticket).orElseThrow().state();
      scene.site().clock().move(Duration.ofSeconds(2));
    }

    assertThat(state).isEqualTo(OperationState.SUCCEEDED);
    assertThat(scene.state(cluster)).isEqualTo(ClusterState.Name.READY);
  }

  @Test
  void aJobThatComesAfterTheEndStillTellsIt() {
    scene.readyCluster();
    var ticket = scene.site().jobs().operations().getFirst();

    var told = scene.trial().eutlas().operations().drive().handle(ticket);

    assertThat(told)
        .hasValueSatisfying(ended -> assertThat(ended.state()).isEqualTo(OperationState.SUCCEEDED));
  }

  @Test
  void aSweepTwiceOverDoesNothingTwice() {
    var calls = Incident.none();
    var node = scene.through(calls);
    node.order();

    node.trial().eutlas().sweepOnce();
    node.trial().eutlas().sweepOnce();
    node.trial().rest();

    assertThat(Collections.frequency(calls.calls(), "DataPlane.provision")).isEqualTo(1);
  }

  private void assertReady(Cluster cluster) {
    assertThat(scene.state(cluster)).isEqualTo(ClusterState.Name.READY);
    scene.verdict().holds();
  }
}
