package eu.eutlas.memory.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import eu.eutlas.application.cluster.LabelPatch;
import eu.eutlas.application.cluster.UpdateCluster;
import eu.eutlas.domain.Outcome;
import eu.eutlas.domain.RefusalCode;
import eu.eutlas.domain.Revision;
import eu.eutlas.domain.cluster.Cluster;
import eu.eutlas.domain.event.EventType;
import eu.eutlas.testkit.fault.Fault;
import eu.eutlas.testkit.fault.FaultPlan;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Changing what others change too. */
final class ChangesTest {
  private final Scene scene = Scene.set();
  private final Cluster cluster = scene.readyCluster();

  @Test
  void whoLosesARaceDecidesAgain() {
    var others = new Others(4);

    var changed = label(scene.through(others), Optional.empty());

    assertThat(changed.orElseThrow().settings().labels().pairs()).containsEntry("team", "shop");
    assertThat(others.writes).isEqualTo(4);
  }

  @Test
  void whoLosesFiveTimesIsAskedToComeBack() {
    var changed = label(scene.through(new Others(5)), Optional.empty());

    assertThat(Trial.refusalOf(changed)).isEqualTo(RefusalCode.BUSY);
    assertThat(scene.trial().stored(cluster.id()).settings().labels().pairs()).isEmpty();
  }

  @Test
  void aChangeThatWasMeantForAnotherRevisionIsRefused() {
    var seen = scene.trial().stored(cluster.id()).revision();
    label(scene, Optional.of(seen)).orElseThrow();

    var late =
        scene
            .trial()
            .eutlas()
            .clusters()
            .update()
            .handle(scene.owner(), command("other", Optional.of(seen)));

    assertThat(Trial.refusalOf(late)).isEqualTo(RefusalCode.REVISION_CHANGED);
  }

  @Test
  void aChangeThatChangesNothingWritesAndTellsNothing() {
    label(scene, Optional.empty()).orElseThrow();
    scene.trial().rest();
    var before = scene.trial().stored(cluster.id());

    label(scene, Optional.empty()).orElseThrow();
    scene.trial().rest();

    assertThat(scene.trial().stored(cluster.id())).isEqualTo(before);
    assertThat(scene.verdict().toldOf(cluster.id())).containsOnlyOnce(EventType.CLUSTER_UPDATED);
  }

  @Test
  void whatIsProtectedIsNotDeleted() {
    var protection =
        new UpdateCluster.Command(
            Trial.address(cluster), new LabelPatch.Keep(), Optional.of(true), Optional.empty());
    scene.trial().eutlas().clusters().update().handle(scene.owner(), protection).orElseThrow();

    assertThat(Trial.refusalOf(scene.trial().delete(scene.owner(), cluster)))
        .isEqualTo(RefusalCode.CLUSTER_PROTECTED);
  }

  @Test
  void eachLookAtThePasswordIsToldBeforeItIsShown() {
    var shown = scene.through(Incident.crash("ClusterRepository.save"));
    try {
      look(shown);
    } catch (Incident.Crash crash) {
      // Nothing was shown.
    }
    look(scene);
    look(scene);
    scene.trial().rest();

    assertThat(scene.verdict().toldOf(cluster.id()))
        .filteredOn(EventType.CLUSTER_CREDENTIALS_READ::equals)
        .hasSize(2);
  }

  private void look(Scene by) {
    by.trial()
        .eutlas()
        .clusters()
        .credentials()
        .handle(by.owner(), Trial.address(cluster))
        .orElseThrow();
  }

  private Outcome<Cluster> label(Scene by, Optional<Revision> ifMatch) {
    return by.trial().eutlas().clusters().update().handle(by.owner(), command("shop", ifMatch));
  }

  private UpdateCluster.Command command(String team, Optional<Revision> ifMatch) {
    var labels = new LabelPatch.Merge(Map.of("team", Optional.of(team)));
    return new UpdateCluster.Command(Trial.address(cluster), labels, Optional.empty(), ifMatch);
  }

  /** Others who write just before each of the first writes. */
  private final class Others implements FaultPlan {
    private final int most;
    private int writes;

    Others(int most) {
      this.most = most;
    }

    @Override
    public Fault decide(String port, String call) {
      if (port.equals("ClusterRepository") && call.equals("save") && writes < most) {
        writes++;
        look(scene);
      }
      return Fault.NONE;
    }
  }
}
