package eu.eutlas.domain.cluster;

import static eu.eutlas.domain.Given.NOW;
import static eu.eutlas.domain.cluster.ClusterFixture.aPlan;
import static eu.eutlas.domain.cluster.ClusterFixture.deleteOperation;
import static eu.eutlas.domain.cluster.ClusterFixture.guarded;
import static eu.eutlas.domain.cluster.ClusterFixture.pauseOperation;
import static eu.eutlas.domain.cluster.ClusterFixture.resizeOperation;
import static eu.eutlas.domain.cluster.ClusterFixture.resumeOperation;
import static eu.eutlas.domain.cluster.ClusterFixture.someone;
import static eu.eutlas.domain.cluster.ClusterFixture.turn;
import static eu.eutlas.domain.cluster.ClusterFixture.upgradeOperation;
import static org.assertj.core.api.Assertions.assertThat;

import eu.eutlas.domain.Given;
import eu.eutlas.domain.Outcome;
import eu.eutlas.domain.operation.Operation;
import eu.eutlas.domain.operation.OperationType;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What every command comes to in every state. */
final class ClusterCommandsTest {

  private static final String TABLE =
      """
      CREATING         | done             | CLUSTER_PROTECTED | done      | NOT_READY | OPERATION_IN_PROGRESS | OPERATION_IN_PROGRESS | OPERATION_IN_PROGRESS | OPERATION_IN_PROGRESS | done
      READY            | done             | CLUSTER_PROTECTED | done      | done      | done                  | done                  | NOT_PAUSED            | NOT_FAILED            | TOO_LATE
      UPDATING         | done             | CLUSTER_PROTECTED | done      | done      | OPERATION_IN_PROGRESS | OPERATION_IN_PROGRESS | OPERATION_IN_PROGRESS | OPERATION_IN_PROGRESS | done
      PAUSING          | done             | CLUSTER_PROTECTED | done      | NOT_READY | OPERATION_IN_PROGRESS | OPERATION_IN_PROGRESS | OPERATION_IN_PROGRESS | OPERATION_IN_PROGRESS | TOO_LATE
      PAUSED           | done             | CLUSTER_PROTECTED | done      | NOT_READY | NOT_READY             | NOT_READY             | done                  | NOT_FAILED            | TOO_LATE
      PAUSED_DRIFTED   | done             | CLUSTER_PROTECTED | done      | NOT_READY | NOT_READY             | NOT_READY             | done                  | NOT_FAILED            | TOO_LATE
      RESUMING         | done             | CLUSTER_PROTECTED | done      | NOT_READY | OPERATION_IN_PROGRESS | OPERATION_IN_PROGRESS | OPERATION_IN_PROGRESS | OPERATION_IN_PROGRESS | TOO_LATE
      RESTORING        | done             | CLUSTER_PROTECTED | done      | NOT_READY | OPERATION_IN_PROGRESS | OPERATION_IN_PROGRESS | OPERATION_IN_PROGRESS | OPERATION_IN_PROGRESS | TOO_LATE
      DEGRADED         | done             | CLUSTER_PROTECTED | done      | done      | done                  | NOT_READY             | NOT_PAUSED            | NOT_FAILED            | TOO_LATE
      DELETING         | ALREADY_DELETING | ALREADY_DELETING  | done      | NOT_READY | OPERATION_IN_PROGRESS | OPERATION_IN_PROGRESS | OPERATION_IN_PROGRESS | OPERATION_IN_PROGRESS | TOO_LATE
      DELETED          | NOT_FOUND        | NOT_FOUND         | NOT_FOUND | NOT_FOUND | NOT_FOUND             | NOT_FOUND             | NOT_FOUND             | NOT_FOUND             | TOO_LATE
      FAILED_TO_CREATE | done             | CLUSTER_PROTECTED | done      | NOT_READY | NOT_READY             | NOT_READY             | NOT_PAUSED            | done                  | TOO_LATE
      FAILED_TO_UPDATE | done             | CLUSTER_PROTECTED | done      | NOT_READY | NOT_READY             | NOT_READY             | NOT_PAUSED            | done                  | TOO_LATE
      FAILED_TO_PAUSE  | done             | CLUSTER_PROTECTED | done      | NOT_READY | NOT_READY             | NOT_READY             | NOT_PAUSED            | done                  | TOO_LATE
      FAILED_TO_RESUME | done             | CLUSTER_PROTECTED | done      | NOT_READY | NOT_READY             | NOT_READY             | NOT_PAUSED            | done                  | TOO_LATE
      FAILED_TO_RESTORE | done             | CLUSTER_PROTECTED | done      | NOT_READY | NOT_READY             | NOT_READY             | NOT_PAUSED            | done                  | TOO_LATE
      FAILED_TO_DELETE | done             | CLUSTER_PROTECTED | done      | NOT_READY | NOT_READY             | NOT_READY             | NOT_PAUSED            | done                  | TOO_LATE
      """;

  @ParameterizedTest(name = "{0}")
  @CsvSource(textBlock = TABLE, delimiter = '|')
  void isAcceptedOrRefusedAsTheTableSays(
      Stage stage,
      String delete,
      String deleteProtected,
      String update,
      String openEndpoint,
      String change,
      String pause,
      String resume,
      String retry,
      String cancel) {
    var cluster = stage.cluster();
    var settings = new ClusterSettings(new Labels(Map.of("team", "web")), true);

    assertThat(answer(cluster.delete(deleteOperation(), turn(NOW)))).isEqualTo(delete);
    assertThat(answer(guarded(cluster).delete(deleteOperation(), turn(NOW))))
        .isEqualTo(deleteProtected);
    assertThat(answer(cluster.update(settings, someone(), turn(NOW)))).isEqualTo(update);
    assertThat(answer(cluster.openEndpoint())).isEqualTo(openEndpoint);
    assertThat(
            answer(ClusterChange.resize(cluster, aPlan("LARGE", 9), resizeOperation(), turn(NOW))))
        .isEqualTo(change);
    assertThat(
            answer(
                ClusterChange.upgrade(
                    cluster, new MongoVersion("8.0"), upgradeOperation(), turn(NOW))))
        .isEqualTo(change);
    assertThat(answer(ClusterChange.pause(cluster, pauseOperation(), turn(NOW)))).isEqualTo(pause);
    assertThat(answer(ClusterChange.resume(cluster, resumeOperation(), turn(NOW))))
        .isEqualTo(resume);
    var operation = cluster.status().operation().orElse(upgradeOperation());
    assertThat(
            answer(
                SecondThought.retry(cluster, operation.id(), retryOf(operation.type()), turn(NOW))))
        .isEqualTo(retry);
    assertThat(answer(SecondThought.cancel(cluster, operation.id(), someone(), turn(NOW))))
        .isEqualTo(cancel);
  }

  @Test
  void theTableHasARowForEveryState() {
    assertThat(TABLE.lines().map(row -> row.substring(0, row.indexOf(" "))))
        .containsExactlyElementsOf(Arrays.stream(Stage.values()).map(Enum::name).toList());
  }

  private static Operation retryOf(OperationType type) {
    return Given.operation(type, 0xf1);
  }

  private static String answer(Outcome<?> outcome) {
    return switch (outcome) {
      case Outcome.Done<?>(var ignored) -> "done";
      case Outcome.Refused<?>(var refusal) -> refusal.code().name();
    };
  }
}
