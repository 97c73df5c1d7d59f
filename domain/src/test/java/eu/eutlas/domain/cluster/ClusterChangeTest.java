package eu.eutlas.domain.cluster;

import static eu.eutlas.domain.Given.NOW;
import static eu.eutlas.domain.Given.secondsLater;
import static eu.eutlas.domain.cluster.ClusterFixture.aPlan;
import static eu.eutlas.domain.cluster.ClusterFixture.ready;
import static eu.eutlas.domain.cluster.ClusterFixture.resizeOperation;
import static eu.eutlas.domain.cluster.ClusterFixture.turn;
import static eu.eutlas.domain.cluster.ClusterFixture.upgradeOperation;
import static org.assertj.core.api.Assertions.assertThat;

import eu.eutlas.domain.Given;
import eu.eutlas.domain.Refusal;
import eu.eutlas.domain.RefusalCode;
import eu.eutlas.domain.event.EventType;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ClusterChangeTest {

  @Test
  void anotherPlanIsTheNextGenerationWithItsResources() {
    var plan = aPlan("SMALL", 1);

    var changed =
        ClusterChange.resize(ready(), plan, resizeOperation(), turn(secondsLater(3))).orElseThrow();

    assertThat(changed.spec()).isEqualTo(ready().spec().resized(plan));
    assertThat(changed.spec().generation()).isEqualTo(ready().spec().generation() + 1);
    assertThat(changed.spec().resources()).isEqualTo(plan.resources());
    assertThat(changed.running()).contains(resizeOperation());
    assertThat(changed.status().lookAgainAt()).contains(secondsLater(3));
    assertThat(changed.revision()).isEqualTo(ready().revision().next());
    assertThat(changed.outbox().events())
        .singleElement()
        .satisfies(event -> {
          assertThat(event.type()).isEqualTo(EventType.CLUSTER_RESIZE_REQUESTED);
          assertThat(event.message())
              .isEqualTo("Cluster shop is to have plan SMALL instead of DEV.");
          assertThat(event.actor()).isEqualTo(resizeOperation().actor());
        });
  }

  @Test
  void remembersWhatWasBeforeIt() {
    var changed =
        ClusterChange.resize(ready(), aPlan("SMALL", 1), resizeOperation(), turn(NOW))
            .orElseThrow();

    assertThat(changed.state())
        .isEqualTo(
            new ClusterState.Updating(
                Optional.of(
                    new ClusterState.Before(
                        ready().spec(), (ClusterState.Serving) ready().state()))));
  }

  @Test
  void anotherVersionIsTheNextGeneration() {
    var version = new MongoVersion("8.0");

    var changed =
        ClusterChange.upgrade(ready(), version, upgradeOperation(), turn(NOW)).orElseThrow();

    assertThat(changed.spec()).isEqualTo(ready().spec().upgraded(version));
    assertThat(changed.spec().generation()).isEqualTo(ready().spec().generation() + 1);
    assertThat(changed.outbox().events())
        .extracting(event -> event.message())
        .containsExactly("Cluster shop is to run MongoDB 8.0 instead of 7.0.");
  }

  @Test
  void thePlanThatItHasIsRefused() {
    var outcome = ClusterChange.resize(ready(), aPlan("DEV", 1), resizeOperation(), turn(NOW));

    assertThat(Given.refusalOf(outcome).code()).isEqualTo(RefusalCode.PLAN_UNCHANGED);
  }

  @Test
  void aPlanWithLessStorageIsRefusedWithTheReason() {
    var roomy = ClusterFixture.wanting(ready(), ready().spec().resized(aPlan("LARGE", 9)));

    var outcome = ClusterChange.resize(roomy, aPlan("SMALL", 8), resizeOperation(), turn(NOW));

    assertThat(Given.refusalOf(outcome).code()).isEqualTo(RefusalCode.STORAGE_NEVER_SHRINKS);
    assertThat(Given.refusalOf(outcome).message())
        .startsWith("The plan SMALL has 8 GB of storage and the cluster has 9.");
  }

  @ParameterizedTest
  @CsvSource({
    "7.0, VERSION_UNCHANGED",
    "6.0, VERSION_OLDER",
    "6.9, VERSION_OLDER",
    "9.0, VERSION_TOO_FAR",
    "10.0, VERSION_TOO_FAR"
  })
  void aVersionThatIsNotTheNextIsRefused(String version, RefusalCode code) {
    var outcome =
        ClusterChange.upgrade(ready(), new MongoVersion(version), upgradeOperation(), turn(NOW));

    assertThat(Given.refusalOf(outcome).code()).isEqualTo(code);
  }

  @ParameterizedTest
  @CsvSource({"7.1", "8.0", "8.2"})
  void aNewerVersionOfTheSameMajorOrTheNextIsTaken(String version) {
    var outcome =
        ClusterChange.upgrade(ready(), new MongoVersion(version), upgradeOperation(), turn(NOW));

    assertThat(outcome.orElseThrow().spec().mongoVersion()).isEqualTo(new MongoVersion(version));
  }

  @Test
  void whoComesSecondIsToldWhatToWaitFor() {
    var updating = ClusterFixture.updating();

    var outcome = ClusterChange.resize(updating, aPlan("LARGE", 9), resizeOperation(), turn(NOW));

    assertThat(Given.refusalOf(outcome))
        .isInstanceOfSatisfying(
            Refusal.Conflict.class,
            conflict -> {
              assertThat(conflict.code()).isEqualTo(RefusalCode.OPERATION_IN_PROGRESS);
              assertThat(conflict.blockedBy())
                  .isEqualTo(updating.running().map(running -> running.id()));
            });
  }
}
