package eu.eutlas.domain.cluster;

import static eu.eutlas.domain.Given.NOW;
import static eu.eutlas.domain.Given.refusalOf;
import static eu.eutlas.domain.Given.secondsLater;
import static eu.eutlas.domain.cluster.ClusterFixture.createOperation;
import static eu.eutlas.domain.cluster.ClusterFixture.creating;
import static eu.eutlas.domain.cluster.ClusterFixture.deleteOperation;
import static eu.eutlas.domain.cluster.ClusterFixture.deleting;
import static eu.eutlas.domain.cluster.ClusterFixture.failedToCreate;
import static eu.eutlas.domain.cluster.ClusterFixture.justRequested;
import static eu.eutlas.domain.cluster.ClusterFixture.ready;
import static eu.eutlas.domain.cluster.ClusterFixture.someone;
import static eu.eutlas.domain.cluster.ClusterFixture.turn;
import static org.assertj.core.api.Assertions.assertThat;

import eu.eutlas.domain.Given;
import eu.eutlas.domain.Refusal;
import eu.eutlas.domain.Revision;
import eu.eutlas.domain.event.Event;
import eu.eutlas.domain.event.EventType;
import eu.eutlas.domain.event.Initiator;
import eu.eutlas.domain.operation.Operation;
import eu.eutlas.domain.operation.OperationState;
import eu.eutlas.domain.operation.OperationStep;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ClusterTest {

  private static final ClusterSettings PROTECTED = new ClusterSettings(Labels.NONE, true);

  @Test
  void isRequestedInCreationWithItsOperationToBeLookedAtNow() {
    var requested = justRequested();

    assertThat(requested.state()).isEqualTo(new ClusterState.Creating());
    assertThat(requested.running()).contains(createOperation());
    assertThat(requested.status().lookAgainAt()).contains(NOW);
    assertThat(requested.revision()).isEqualTo(Revision.FIRST);
  }

  @Test
  void tellsWhoRequestedItAndWhat() {
    var told = onlyEvent(justRequested());

    assertThat(told.type()).isEqualTo(EventType.CLUSTER_CREATION_REQUESTED);
    assertThat(told.message()).isEqualTo("Cluster shop was ordered: DEV in local.");
    assertThat(told.actor()).isEqualTo(createOperation().actor());
    assertThat(told.correlationId()).isEqualTo(createOperation().correlationId());
    assertThat(told.clusterId()).contains(justRequested().id());
    assertThat(told.metadata()).isEqualTo(Map.of("cluster", "shop"));
  }

  @Test
  void changedSettingsRaiseTheRevisionAndAreTold() {
    var changed = ready().update(PROTECTED, someone(), turn(secondsLater(3))).orElseThrow();

    assertThat(changed.settings()).isEqualTo(PROTECTED);
    assertThat(changed.revision()).isEqualTo(Revision.FIRST.next());
    assertThat(changed.updatedAt()).isEqualTo(secondsLater(3));
    assertThat(onlyEvent(changed).type()).isEqualTo(EventType.CLUSTER_UPDATED);
    assertThat(onlyEvent(changed).actor()).isEqualTo(Initiator.of(someone()));
  }

  @Test
  void sameSettingsChangeNothing() {
    var cluster = ready();

    assertThat(cluster.update(cluster.settings(), someone(), turn(secondsLater(3))).orElseThrow())
        .isEqualTo(cluster);
  }

  @Test
  void changedSettingsLeaveTheWorkAlone() {
    var changed = creating().update(PROTECTED, someone(), turn(NOW)).orElseThrow();

    assertThat(changed.status()).isEqualTo(creating().status());
  }

  @Test
  void isDeletedByItsOperationToBeLookedAtNow() {
    var deleted = ready().delete(deleteOperation(), turn(secondsLater(3))).orElseThrow();

    assertThat(deleted.state()).isEqualTo(new ClusterState.Deleting());
    assertThat(deleted.running()).contains(deleteOperation().at(OperationStep.REMOVING));
    assertThat(deleted.status().lookAgainAt()).contains(secondsLater(3));
    assertThat(deleted.revision()).isEqualTo(Revision.FIRST.next());
    assertThat(onlyEvent(deleted).type()).isEqualTo(EventType.CLUSTER_DELETION_REQUESTED);
    assertThat(onlyEvent(deleted).actor()).isEqualTo(deleteOperation().actor());
  }

  @Test
  void deletionSupersedesWhatIsRunningInTheSameWrite() {
    var deleted = creating().delete(deleteOperation(), turn(secondsLater(3))).orElseThrow();

    assertThat(deleted.outbox().operations())
        .containsExactly(createOperation().supersede(secondsLater(3)));
    assertThat(deleted.running().map(Operation::id)).contains(deleteOperation().id());
  }

  @Test
  void deletionDoesNotEndAFailedOperationAgain() {
    var deleted = failedToCreate().delete(deleteOperation(), turn(NOW)).orElseThrow();

    assertThat(deleted.outbox().operations()).isEmpty();
  }

  @Test
  void theSecondDeletionIsRefusedWithTheFirstToWaitFor() {
    var refusal = refusalOf(deleting().delete(createOperation(), turn(NOW)));

    assertThat(refusal)
        .isInstanceOfSatisfying(
            Refusal.Conflict.class,
            conflict -> assertThat(conflict.blockedBy()).contains(deleteOperation().id()));
  }

  @Test
  void aClusterThatIsNotReadyNamesTheOperationToWaitFor() {
    var refusal = refusalOf(creating().openEndpoint());

    assertThat(refusal)
        .isInstanceOfSatisfying(
            Refusal.Conflict.class,
            conflict -> assertThat(conflict.blockedBy()).contains(createOperation().id()));
  }

  @Test
  void isOpenAtTheEndpointThatWasProved() {
    assertThat(ready().openEndpoint().orElseThrow()).isEqualTo(ClusterFixture.HERE);
  }

  @Test
  void lookingAtThePasswordIsToldAndNothingElse() {
    var looked = ready().credentialsRead(someone(), turn(secondsLater(3)));

    assertThat(onlyEvent(looked).type()).isEqualTo(EventType.CLUSTER_CREDENTIALS_READ);
    assertThat(onlyEvent(looked).actor()).isEqualTo(Initiator.of(someone()));
    assertThat(ClusterFixture.relayed(looked)).isEqualTo(ready());
  }

  @Test
  void whatWasNeverToBeIsAbandoned() {
    var abandoned = ClusterLifecycle.abandon(creating(), turn(secondsLater(3)));

    assertThat(abandoned.state()).isEqualTo(new ClusterState.Deleted(secondsLater(3)));
    assertThat(abandoned.running()).isEmpty();
    assertThat(abandoned.status().lookAgainAt()).isEmpty();
    assertThat(abandoned.outbox().operations())
        .extracting(Operation::state)
        .containsExactly(OperationState.SUPERSEDED);
    assertThat(onlyEvent(abandoned).type()).isEqualTo(EventType.CLUSTER_DELETED);
  }

  @Test
  void whatWasAbandonedIsNotFoundByTheRequestThatOrderedIt() {
    var ordered =
        Cluster.request(
            createOperation(),
            creating().name(),
            creating().spec(),
            creating().settings(),
            Given.origin("key"),
            turn(NOW));

    assertThat(ordered.origin()).isPresent();
    assertThat(ClusterLifecycle.abandon(ordered, turn(NOW)).origin()).isEmpty();
  }

  @Test
  void whatIsNotUnderWayIsNotAbandoned() {
    assertThat(ClusterLifecycle.abandon(ready(), turn(NOW))).isEqualTo(ready());
  }

  @Test
  void showsNoPassword() {
    assertThat(ready().toString())
        .doesNotContain(ready().spec().users().customer().password().text())
        .doesNotContain(ready().spec().admin().password().text());
  }

  private static Event onlyEvent(Cluster cluster) {
    assertThat(cluster.outbox().events()).hasSize(1);
    return cluster.outbox().events().getFirst();
  }
}
