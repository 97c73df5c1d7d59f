package eu.eutlas.domain.cluster;

import static eu.eutlas.domain.Given.NOW;
import static eu.eutlas.domain.cluster.ClusterFixture.ELSEWHERE;
import static eu.eutlas.domain.cluster.ClusterFixture.HERE;
import static eu.eutlas.domain.cluster.ClusterFixture.spec;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class ProofTest {

  private static final Proof PROOF = new Proof(2, 1, HERE, NOW);

  @Test
  void coversItsGenerationLoginAndEndpoint() {
    assertThat(PROOF.covers(spec(2, 1), running(HERE))).isTrue();
  }

  @Test
  void coversNoOtherGenerationLoginOrEndpoint() {
    assertThat(PROOF.covers(spec(3, 1), running(HERE))).isFalse();
    assertThat(PROOF.covers(spec(2, 2), running(HERE))).isFalse();
    assertThat(PROOF.covers(spec(2, 1), running(ELSEWHERE))).isFalse();
  }

  @Test
  void coversNoUsersThatLookDifferent() {
    var proof = new Proof(2, 1, HERE, Optional.of("a1"), NOW);

    assertThat(proof.covers(spec(2, 1), running(HERE).with("a1"))).isTrue();
    assertThat(proof.covers(spec(2, 1), running(HERE).with("b2"))).isFalse();
    assertThat(proof.covers(spec(2, 1), running(HERE))).isFalse();
  }

  private static ClusterObservation.Running running(Endpoint endpoint) {
    return new ClusterObservation.Running(2, endpoint, new UsersTrial.NotTried());
  }

  @ParameterizedTest(name = "{0}: untried {1}, moved {2}")
  @CsvSource({
    "CREATING, true, true",
    "READY, false, true",
    "DEGRADED, true, true",
    "DELETING, false, false",
    "DELETED, false, false",
    "FAILED_TO_CREATE, true, true",
    "FAILED_TO_DELETE, false, false"
  })
  void theLoginIsTriedWhereAProofWouldDecide(Stage stage, boolean untried, boolean moved) {
    assertThat(needsProof(stage, Seen.UNTRIED)).isEqualTo(untried);
    assertThat(needsProof(stage, Seen.MOVED_UNTRIED)).isEqualTo(moved);
  }

  @ParameterizedTest
  @EnumSource(Stage.class)
  void theLoginIsNotTriedBeforeTheServersRunAsWanted(Stage stage) {
    var notRunningAsWanted =
        EnumSet.of(
            Seen.ABSENT,
            Seen.STARTING,
            Seen.STARTING_OLD,
            Seen.FAILING,
            Seen.FAILING_OLD,
            Seen.LEAVING,
            Seen.RUNNING_OLD);

    assertThat(notRunningAsWanted).noneMatch(seen -> needsProof(stage, seen));
  }

  private static boolean needsProof(Stage stage, Seen seen) {
    return ClusterLifecycle.needsProof(stage.cluster(), seen.observation(), NOW);
  }
}
