package eu.eutlas.domain.cluster;

import static eu.eutlas.domain.Given.NOW;
import static eu.eutlas.domain.Given.secondsLater;
import static eu.eutlas.domain.cluster.ClusterFixture.CREATE_TAKES;
import static eu.eutlas.domain.cluster.ClusterFixture.DELETE_TAKES;
import static eu.eutlas.domain.cluster.ClusterFixture.ELSEWHERE;
import static eu.eutlas.domain.cluster.ClusterFixture.HERE;
import static eu.eutlas.domain.cluster.ClusterFixture.createOperation;
import static eu.eutlas.domain.cluster.ClusterFixture.creating;
import static eu.eutlas.domain.cluster.ClusterFixture.degraded;
import static eu.eutlas.domain.cluster.ClusterFixture.deleting;
import static eu.eutlas.domain.cluster.ClusterFixture.failedToCreate;
import static eu.eutlas.domain.cluster.ClusterFixture.failedToDelete;
import static eu.eutlas.domain.cluster.ClusterFixture.ready;
import static eu.eutlas.domain.cluster.ClusterFixture.spec;
import static eu.eutlas.domain.cluster.ClusterFixture.turn;
import static eu.eutlas.domain.cluster.ClusterFixture.wanting;
import static org.assertj.core.api.Assertions.assertThat;

import eu.eutlas.domain.event.EventType;
import eu.eutlas.domain.event.Initiator;
import eu.eutlas.domain.operation.Operation;
import eu.eutlas.domain.operation.OperationError;
import eu.eutlas.domain.operation.OperationState;
import eu.eutlas.domain.operation.OperationType;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class ClusterLifecycleTest {

  private static final Instant CREATE_DEADLINE = NOW.plus(CREATE_TAKES);
  private static final Instant DELETE_DEADLINE = NOW.plus(DELETE_TAKES);

  @Test
  void aProofHoldsForGenerationLoginAndEndpoint() {
    var next = step(creating(), Seen.MOVED_PROVED, secondsLater(9)).next();

    assertThat(next.state())
        .isEqualTo(
            new ClusterState.Ready(
                new Proof(ClusterFixture.GENERATION, 1, ELSEWHERE, secondsLater(9))));
    assertThat(next.status().endpoint()).contains(ELSEWHERE);
  }

  @Test
  void creationSucceedsInTheWriteThatMakesItReady() {
    var next = step(creating(), Seen.PROVED, secondsLater(9)).next();

    assertThat(next.outbox().operations())
        .containsExactly(createOperation().succeed(secondsLater(9)));
    assertThat(next.outbox().events().getFirst().actor()).isEqualTo(createOperation().actor());
  }

  @Test
  void theServersAreProvidedAsTheSpecSays() {
    assertThat(step(creating(), Seen.ABSENT, NOW).actions())
        .containsExactly(new Action.Provision(creating().id(), spec()));
  }

  @Test
  void theLoginIsMadeWhereTheServersAre() {
    assertThat(step(creating(), Seen.REFUSED, NOW).actions())
        .containsExactly(
            new Action.EnsureUsers(
                creating().id(), spec(), HERE, new UsersTrial.Differs(Set.of("shop"), Set.of())));
  }

  @Test
  void whatIsLeftIsRemovedFromItsRegion() {
    assertThat(step(deleting(), Seen.PROVED, NOW).actions())
        .containsExactly(new Action.Deprovision(creating().id(), spec().region()));
  }

  @Test
  void aLoginThatIsStillRefusedIsLookedAtAtOnceOnlyTheFirstTime() {
    var first = step(creating(), Seen.REFUSED, NOW);
    var second = step(first.next(), Seen.REFUSED, NOW);

    assertThat(first.next().status().lookAgainAt()).contains(NOW);
    assertThat(second.next().status().lookAgainAt()).contains(secondsLater(1));
    assertThat(second.actions()).isEqualTo(first.actions());
  }

  @Test
  void aLoginThatIsLostIsLookedAtAtOnceOnlyTheFirstTime() {
    var first = step(ready(), Seen.REFUSED, NOW);
    var second = step(first.next(), Seen.REFUSED, NOW);

    assertThat(first.next().status().lookAgainAt()).contains(NOW);
    assertThat(second.next().status().lookAgainAt()).contains(secondsLater(1));
    assertThat(second.actions()).isEqualTo(first.actions());
  }

  @Test
  void whatTakesLongerThanAMinuteIsLookedAtMoreSlowly() {
    assertThat(lookAgain(creating(), Seen.STARTING, 59)).isEqualTo(1);
    assertThat(lookAgain(creating(), Seen.STARTING, 60)).isEqualTo(5);
    assertThat(lookAgain(degraded(), Seen.STARTING, 59)).isEqualTo(1);
    assertThat(lookAgain(degraded(), Seen.STARTING, 60)).isEqualTo(5);
    assertThat(lookAgain(deleting(), Seen.LEAVING, 60)).isEqualTo(5);
  }

  @Test
  void creationFailsAtItsDeadlineWithTheLastThingSeen() {
    var next = step(creating(), Seen.STARTING, CREATE_DEADLINE).next();

    assertThat(next.state())
        .isEqualTo(
            new ClusterState.Failed(
                CREATE_DEADLINE,
                "It took too long. The last thing seen: It starts.",
                OperationType.CREATE));
    assertThat(next.outbox().operations())
        .containsExactlyElementsOf(next.status().operation().stream().toList());
    assertThat(next.status().operation().flatMap(Operation::error).map(OperationError::code))
        .contains("DEADLINE_EXCEEDED");
    assertThat(next.outbox().events().getFirst().type())
        .isEqualTo(EventType.CLUSTER_OPERATION_FAILED);
  }

  @Test
  void creationGoesOnUntilTheLastMoment() {
    var next = step(creating(), Seen.STARTING, CREATE_DEADLINE.minusMillis(1)).next();

    assertThat(next.state()).isEqualTo(new ClusterState.Creating());
  }

  @Test
  void aClusterThatIsProvedAtTheDeadlineIsReadyAllTheSame() {
    var next = step(creating(), Seen.PROVED, CREATE_DEADLINE.plusSeconds(1)).next();

    assertThat(next.state().name()).isEqualTo(ClusterState.Name.READY);
  }

  @Test
  void deletionFailsAtItsDeadlineAndIsWatchedOn() {
    var next = step(deleting(), Seen.LEAVING, DELETE_DEADLINE).next();

    assertThat(next.state())
        .isEqualTo(
            new ClusterState.Failed(
                DELETE_DEADLINE,
                "It took too long. The last thing seen: It is leaving.",
                OperationType.DELETE));
    assertThat(next.status().lookAgainAt()).contains(DELETE_DEADLINE.plusSeconds(300));
  }

  @Test
  void aClusterThatIsGoneAtTheDeadlineIsDeletedAllTheSame() {
    var next = step(deleting(), Seen.ABSENT, DELETE_DEADLINE).next();

    assertThat(next.state()).isEqualTo(new ClusterState.Deleted(DELETE_DEADLINE));
    assertThat(next.outbox().operations())
        .extracting(Operation::state)
        .containsExactly(OperationState.SUCCEEDED);
  }

  @Test
  void aTombstoneForgetsWhereItWas() {
    var tombstone = step(deleting(), Seen.ABSENT, NOW).next();

    assertThat(tombstone.status().endpoint()).isEmpty();
    assertThat(tombstone.status().operation()).isEmpty();
  }

  @Test
  void aDegradedClusterRemembersSinceWhenAndTakesTheLatestReason() {
    var starting = step(degraded(), Seen.STARTING, secondsLater(9)).next();

    assertThat(degraded().state())
        .isEqualTo(new ClusterState.Degraded(NOW, "Its servers do not exist."));
    assertThat(starting.state()).isEqualTo(new ClusterState.Degraded(NOW, "It starts."));
  }

  @Test
  void nobodyAskedForADegradedCluster() {
    var told = step(ready(), Seen.ABSENT, NOW).next().outbox().events().getFirst();

    assertThat(told.actor()).isEqualTo(Initiator.EUTLAS);
    assertThat(told.correlationId().value()).isEqualTo(told.id().value());
  }

  @Test
  void aReadyClusterThatMovedAndIsProvedThereStaysReadyQuietly() {
    var next = step(ready(), Seen.MOVED_PROVED, secondsLater(9)).next();

    assertThat(next.status().endpoint()).contains(ELSEWHERE);
    assertThat(next.outbox().isEmpty()).isTrue();
  }

  @Test
  void anotherPasswordWantsAnotherProof() {
    var rotated = wanting(ready(), spec(ClusterFixture.GENERATION, 2));

    assertThat(step(rotated, Seen.UNTRIED, NOW).next().state().name())
        .isEqualTo(ClusterState.Name.DEGRADED);
    assertThat(step(rotated, Seen.PROVED, NOW).next().state())
        .isEqualTo(new ClusterState.Ready(new Proof(ClusterFixture.GENERATION, 2, HERE, NOW)));
  }

  @Test
  void anotherGenerationIsProvided() {
    var resized = wanting(ready(), spec(ClusterFixture.GENERATION + 1, 1));

    assertThat(step(resized, Seen.PROVED, NOW).actions())
        .containsExactly(new Action.Provision(resized.id(), resized.spec()));
  }

  @Test
  void aFailedCreationThatTurnsGoodEndsItsOperationNoSecondTime() {
    var recovered = step(failedToCreate(), Seen.PROVED, NOW).next();

    assertThat(recovered.state().name()).isEqualTo(ClusterState.Name.READY);
    assertThat(recovered.outbox().operations()).isEmpty();
  }

  @Test
  void aFailedDeletionThatIsGoneAfterAllEndsItsOperationNoSecondTime() {
    var gone = step(failedToDelete(), Seen.ABSENT, NOW).next();

    assertThat(gone.isDeleted()).isTrue();
    assertThat(gone.outbox().operations()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Stage.class)
  void theLastObservationIsRemembered(Stage stage) {
    var next = step(stage.cluster(), Seen.FAILING, NOW).next();

    assertThat(next.status().seen()).contains(Seen.FAILING.observation().digest());
  }

  private static Step step(Cluster cluster, Seen seen, Instant now) {
    return ClusterLifecycle.step(cluster, seen.observation(), turn(now));
  }

  private static long lookAgain(Cluster cluster, Seen seen, int secondsPassed) {
    var now = secondsLater(secondsPassed);
    var next = step(cluster, seen, now).next().status().lookAgainAt().orElseThrow();
    return next.getEpochSecond() - now.getEpochSecond();
  }
}
