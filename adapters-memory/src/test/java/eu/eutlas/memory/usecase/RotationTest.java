package eu.eutlas.memory.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import eu.eutlas.application.cluster.ReadCredentials.Credentials;
import eu.eutlas.application.cluster.ReadCredentials.Former;
import eu.eutlas.application.cluster.TenantDatabase.Login;
import eu.eutlas.domain.RefusalCode;
import eu.eutlas.domain.cluster.Cluster;
import eu.eutlas.domain.cluster.ClusterState;
import eu.eutlas.domain.cluster.LoginTrial;
import eu.eutlas.domain.event.EventType;
import eu.eutlas.domain.operation.Operation;
import eu.eutlas.domain.operation.OperationId;
import eu.eutlas.domain.operation.OperationState;
import eu.eutlas.domain.operation.OperationType;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Another login for the customer, and the end of the one before it. */
final class RotationTest {
  private static final int OVERLAP = 10;

  private final Scene scene = Scene.set();
  private final Trial trial = scene.trial();
  private final Verdict verdict = scene.verdict();
  private final Cluster cluster = scene.readyCluster();
  private final Credentials before = credentials();

  @Test
  void theNewLoginIsProvedAndTheFormerOneWorksUntilItsEnd() {
    rotate();

    trial.rest();
    var after = credentials();
    var end = trial.site().clock().instant().plus(Duration.ofMinutes(OVERLAP));
    assertThat(after.username()).isEqualTo("admin2");
    assertThat(after.password()).isNotEqualTo(before.password());
    assertThat(after.former()).contains(new Former("admin", end));
    assertThat(lets(before)).isTrue();
    assertThat(lets(after)).isTrue();

    trial.pass(Duration.ofMinutes(OVERLAP).minusSeconds(10));
    assertThat(lets(before)).isTrue();
    trial.pass(Duration.ofSeconds(20));
    assertThat(lets(before)).isFalse();
    assertThat(lets(after)).isTrue();
    assertThat(credentials())
        .isEqualTo(
            new Credentials(
                after.endpoint(), after.username(), after.password(), Optional.empty()));
    trial.rest();
    verdict.holds();
  }

  @Test
  void itsEndIsToldAndIsNeitherAnOperationNorAnOutage() {
    rotate();

    trial.pass(Duration.ofMinutes(OVERLAP + 1));

    assertThat(verdict.toldOf(cluster.id()))
        .endsWith(
            EventType.CLUSTER_ROTATION_REQUESTED,
            EventType.CLUSTER_CREDENTIALS_ROTATED,
            EventType.CLUSTER_CREDENTIALS_ENDED);
    assertThat(verdict.endedOf(cluster.id()))
        .extracting(Operation::type, Operation::state)
        .containsExactlyInAnyOrder(
            tuple(OperationType.CREATE, OperationState.SUCCEEDED),
            tuple(OperationType.ROTATE_CREDENTIALS, OperationState.SUCCEEDED));
    trial.rest();
    verdict.holds();
  }

  @Test
  void aClusterAtRestWaitsForTheEndAndForNothingElse() {
    rotate();

    trial.settle();

    var end = credentials().former().orElseThrow().until();
    assertThat(trial.stored(cluster.id()).status().lookAgainAt()).contains(end);
  }

  @Test
  void whileItGoesOnTheLoginThatWorksIsShown() {
    trial.site().region().serving(cluster.id(), false);

    rotate();
    trial.rest();

    assertThat(scene.state(cluster)).isEqualTo(ClusterState.Name.UPDATING);
    assertThat(credentials()).isEqualTo(before);
    trial.site().region().serving(cluster.id(), true);
    trial.settle();
    assertThat(credentials().username()).isEqualTo("admin2");
  }

  @Test
  void theFormerLoginDoesNotEndBeforeTheNewOneIsProved() {
    trial.site().region().serving(cluster.id(), false);
    rotate();

    trial.pass(Duration.ofMinutes(OVERLAP + 1));
    assertThat(credentials()).isEqualTo(before);
    trial.site().region().serving(cluster.id(), true);
    trial.pass(Duration.ofMinutes(1));

    assertThat(lets(before)).isTrue();
    assertThat(credentials().former()).isPresent();
  }

  @Test
  void aSecondOneIsRefusedUntilTheFormerLoginHasEnded() {
    rotate();
    trial.rest();

    var second = trial.rotate(scene.owner(), cluster, OVERLAP);

    assertThat(Trial.refusalOf(second)).isEqualTo(RefusalCode.ROTATION_NOT_OVER);
    assertThat(Trial.refusal(second).orElseThrow().message())
        .contains(credentials().former().orElseThrow().until().toString());

    trial.pass(Duration.ofMinutes(OVERLAP + 1));
    rotate();
    trial.settle();
    assertThat(credentials().username()).isEqualTo("admin");
    assertThat(lets(before)).isFalse();
    assertThat(lets(credentials())).isTrue();
  }

  @Test
  void withoutAnOverlapTheFormerLoginEndsAsSoonAsTheNewOneIsProved() {
    trial.rotate(scene.owner(), cluster, 0).orElseThrow();

    trial.pass(Duration.ofSeconds(15));

    assertThat(lets(before)).isFalse();
    assertThat(lets(credentials())).isTrue();
    assertThat(trial.rotate(scene.owner(), cluster, 0).orElseThrow().running()).isPresent();
  }

  @Test
  void bothLoginsComeBackWithServersThatVanishedAndOnlyOneEnds() {
    rotate();
    trial.rest();
    var after = credentials();

    trial.site().region().vanish(cluster.id());
    trial.pass(Duration.ofMinutes(1));
    assertThat(lets(before)).isTrue();
    assertThat(lets(after)).isTrue();

    trial.pass(Duration.ofMinutes(OVERLAP));
    assertThat(lets(before)).isFalse();
    assertThat(lets(after)).isTrue();
    trial.rest();
    verdict.holds();
  }

  @Test
  void whatIsTakenBackLeavesTheLoginAsItWas() {
    var operation = rotate().running().map(Operation::id).orElseThrow();

    cancel(operation);
    trial.settle();

    assertThat(credentials()).isEqualTo(before);
    assertThat(scene.usernames(cluster)).containsExactlyInAnyOrder("eutlas", "admin");
    trial.rest();
    verdict.holds();
  }

  private void cancel(OperationId operation) {
    trial.eutlas().operations().cancel().handle(scene.owner(), operation).orElseThrow();
  }

  private Cluster rotate() {
    return trial.rotate(scene.owner(), cluster, OVERLAP).orElseThrow();
  }

  private Credentials credentials() {
    return trial
        .eutlas()
        .clusters()
        .credentials()
        .handle(scene.owner(), Trial.address(cluster))
        .orElseThrow();
  }

  private boolean lets(Credentials credentials) {
    var login = new Login(credentials.username(), credentials.password());
    return trial
        .site()
        .databases()
        .authenticate(credentials.endpoint(), login)
        .equals(new LoginTrial.Proved());
  }
}
