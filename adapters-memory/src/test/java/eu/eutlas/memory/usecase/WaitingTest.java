package eu.eutlas.memory.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import eu.eutlas.application.Eutlas;
import eu.eutlas.application.Node;
import eu.eutlas.domain.Outcome;
import eu.eutlas.domain.RefusalCode;
import eu.eutlas.domain.operation.Operation;
import eu.eutlas.domain.operation.OperationId;
import eu.eutlas.domain.operation.OperationState;
import eu.eutlas.testkit.Race;
import eu.eutlas.testkit.fault.Fault;
import eu.eutlas.testkit.operation.Operations;
import java.time.Duration;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

/** Waiting for the end of an operation. */
final class WaitingTest {
  private static final Duration LONG = Duration.ofMinutes(1);

  private final Scene scene = Scene.set();

  @Test
  void whoWaitsIsAnsweredWhenItEnds() {
    var operation = scene.order().running().orElseThrow().id();

    var answers =
        Race.run(
            2,
            runner -> {
              if (runner == 0) {
                scene.trial().settle();
                return OperationState.SUCCEEDED;
              }
              return await(scene.trial().eutlas(), operation, LONG.multipliedBy(60))
                  .orElseThrow()
                  .state();
            });

    assertThat(answers).containsOnly(OperationState.SUCCEEDED);
  }

  @Test
  void whoWaitsForWhatHasEndedIsAnsweredAtOnce() {
    var operation = scene.readyCluster();
    var ended = scene.verdict().endedOf(operation.id()).getFirst();

    assertThat(await(scene.trial().eutlas(), ended.id(), LONG)).isEqualTo(Outcome.done(ended));
  }

  @Test
  void whoWaitsIsAnsweredWhenTheTimeIsOver() {
    var operation = scene.order().running().orElseThrow().id();
    InstantSource moving = () -> scene.site().clock().move(Duration.ofMillis(10));
    var node =
        scene
            .site()
            .node(new Node("node-2", "start-1"), (port, call) -> Fault.NONE, moving, Site.SETTINGS);

    var answer = await(node, operation, Duration.ofMillis(50));

    assertThat(answer.orElseThrow().state()).isEqualTo(OperationState.RUNNING);
  }

  @Test
  void whoWaitsIsAnsweredWhenTheProcessGoesDown() {
    var operation = scene.order().running().orElseThrow().id();
    scene.trial().eutlas().close();

    assertThat(await(scene.trial().eutlas(), operation, LONG).orElseThrow().state())
        .isEqualTo(OperationState.RUNNING);
  }

  @Test
  void whoWaitsForNothingIsToldSo() {
    assertThat(Trial.refusalOf(await(scene.trial().eutlas(), Operations.id(7), LONG)))
        .isEqualTo(RefusalCode.NOT_FOUND);
  }

  @Test
  void anOperationIsFoundOnItsWayFromTheClusterToTheEndedOnes() {
    var operation = scene.order().running().orElseThrow().id();
    var counted = Incident.none();
    var node = scene.through(counted);
    node.trial().eutlas().operations().read().handle(scene.owner(), operation);

    for (var number = 1; number <= counted.calls().size(); number++) {
      var fresh = Scene.set();
      var id = fresh.order().running().orElseThrow().id();
      var reader = fresh.through(Incident.meanwhile(number, () -> fresh.trial().settle()));

      var read = reader.trial().eutlas().operations().read().handle(fresh.owner(), id);

      assertThat(read).isInstanceOf(Outcome.Done.class);
    }
  }

  private Outcome<Operation> await(Eutlas node, OperationId id, Duration timeout) {
    try {
      return node.operations().read().await(scene.owner(), id, timeout);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("Interrupted while waiting.", e);
    }
  }
}
