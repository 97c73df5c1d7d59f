package eu.eutlas.domain.cluster;

import static eu.eutlas.domain.Given.NOW;
import static eu.eutlas.domain.Given.secondsLater;
import static eu.eutlas.domain.cluster.ClusterFixture.HERE;
import static eu.eutlas.domain.cluster.ClusterFixture.PASSWORD;
import static eu.eutlas.domain.cluster.ClusterFixture.relayed;
import static eu.eutlas.domain.cluster.ClusterFixture.turn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import eu.eutlas.domain.Given;
import eu.eutlas.domain.event.Event;
import eu.eutlas.domain.event.EventType;
import eu.eutlas.domain.operation.OperationType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The end of a former login: quiet work of a cluster that serves. */
final class RetirementTest {
  private static final Duration OVERLAP = Duration.ofSeconds(100);
  private static final Instant END = secondsLater(100);
  private static final UsersTrial DEAD = new UsersTrial.Proved(Optional.of("shop"));
  private static final UsersTrial STILL_THERE = new UsersTrial.Differs(Set.of(), Set.of("shop"));

  private final Cluster overlapping = overlapping();

  private static Cluster overlapping() {
    var rotate = Given.operation(OperationType.ROTATE_CREDENTIALS, 0xb1, NOW, Duration.ofHours(1));
    var rotating =
        UserChange.rotate(ClusterFixture.ready(), PASSWORD, OVERLAP, rotate, turn(NOW))
            .orElseThrow();
    return relayed(look(rotating, new UsersTrial.Proved(Optional.empty()), NOW).next());
  }

  @Test
  void isLookedForAtItsTime() {
    assertThat(overlapping.state().name()).isEqualTo(ClusterState.Name.READY);
    assertThat(overlapping.status().lookAgainAt()).contains(END);
  }

  @Test
  void isTriedOnlyWhenItsTimeHasCome() {
    assertThat(needsProof(END.minusMillis(1))).isFalse();
    assertThat(needsProof(END)).isTrue();
  }

  @Test
  void isDroppedWithoutAWord() {
    var step = look(overlapping, STILL_THERE, END);

    assertThat(step.next().state()).isEqualTo(overlapping.state());
    assertThat(step.next().outbox().isEmpty()).isTrue();
    assertThat(step.next().running()).isEmpty();
    assertThat(step.next().status().lookAgainAt()).contains(END.plusSeconds(1));
    assertThat(step.actions()).hasSize(1).allMatch(Action.EnsureUsers.class::isInstance);
  }

  @Test
  void isToldOnceWhenItIsProvedDead() {
    var done = look(overlapping, DEAD, END).next();

    assertThat(done.spec().users().outgoing()).isEmpty();
    assertThat(done.spec().users().version()).isEqualTo(overlapping.spec().users().version());
    assertThat(done.revision()).isEqualTo(overlapping.revision());
    assertThat(done.status().lookAgainAt()).isEmpty();
    assertThat(done.outbox().events())
        .extracting(Event::type, Event::message)
        .containsExactly(
            tuple(
                EventType.CLUSTER_CREDENTIALS_ENDED,
                "The former login shop of cluster shop does not work any more."));
    assertThat(look(done, new UsersTrial.NotTried(), END).next()).isEqualTo(done);
  }

  @Test
  void isNotTakenForProvedByWhoDidNotTryIt() {
    var tooEarly = look(overlapping, new UsersTrial.Proved(Optional.empty()), END).next();

    assertThat(tooEarly.spec().users().outgoing()).isPresent();
    assertThat(tooEarly.outbox().isEmpty()).isTrue();
    assertThat(tooEarly.status().lookAgainAt()).contains(END.plusSeconds(1));
  }

  @Test
  void isNoExcuseForWhatElseIsAmiss() {
    var others =
        List.of(
            new UsersTrial.Differs(Set.of("shop2"), Set.of("shop")),
            new UsersTrial.Differs(Set.of(), Set.of("shop", "intruder")));

    assertThat(others)
        .allSatisfy(trial ->
            assertThat(look(overlapping, trial, END).next().state().name())
                .isEqualTo(ClusterState.Name.DEGRADED));
    assertThat(look(overlapping, STILL_THERE, END.minusMillis(1)).next().state().name())
        .isEqualTo(ClusterState.Name.DEGRADED);
  }

  private boolean needsProof(Instant now) {
    return ClusterLifecycle.needsProof(overlapping, seen(new UsersTrial.NotTried()), now);
  }

  private static Step look(Cluster cluster, UsersTrial trial, Instant now) {
    return ClusterLifecycle.step(cluster, seen(trial), turn(now));
  }

  private static ClusterObservation seen(UsersTrial trial) {
    return new ClusterObservation.Running(ClusterFixture.GENERATION, HERE, trial);
  }
}
