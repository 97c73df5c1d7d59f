package eu.eutlas.memory.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import eu.eutlas.domain.RefusalCode;
import eu.eutlas.domain.cluster.ClusterState;
import eu.eutlas.domain.cluster.Maintenance;
import eu.eutlas.domain.cluster.MaintenanceReason;
import eu.eutlas.testkit.cluster.Clusters;
import java.time.Duration;
import java.util.Collections;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A region that must not be touched for a while. */
final class MaintenanceTest {
  private static final Duration LONG = Duration.ofHours(3);

  private final Scene scene = Scene.set();

  @Test
  void whatWasOrderedBeforeWaitsAndThenHasAllOfItsTime() {
    var cluster = scene.readyCluster();
    scene.resize(cluster);
    begin();
    scene.site().region().reachable(false);

    scene.trial().pass(LONG);

    var held = scene.trial().stored(cluster.id());
    assertThat(held.state().name()).isEqualTo(ClusterState.Name.UPDATING);
    assertThat(held.running().orElseThrow().failures()).isZero();
    assertThat(held.running().orElseThrow().deadline())
        .isAfter(scene.site().clock().instant().plus(Duration.ofMinutes(55)));
    scene.site().region().reachable(true);
    end();
    scene.trial().settle();
    assertThat(scene.trial().stored(cluster.id()).spec().plan()).hasToString("SMALL");
    assertThat(scene.state(cluster)).isEqualTo(ClusterState.Name.READY);
    scene.verdict().holds();
  }

  @Test
  void withoutMaintenanceItWouldHaveFailed() {
    var cluster = scene.readyCluster();
    scene.resize(cluster);
    scene.site().region().reachable(false);

    for (var minutes = 0; minutes < LONG.toMinutes(); minutes++) {
      scene.site().clock().move(Duration.ofMinutes(1));
      scene.trial().eutlas().sweepStoreOnce();
      scene.trial().rest();
    }

    assertThat(scene.state(cluster)).isEqualTo(ClusterState.Name.FAILED);
  }

  @Test
  void nothingOfTheRegionIsCalled() {
    scene.readyCluster();
    var heard = Incident.none();
    var node = scene.through(heard);
    begin();

    node.trial().pass(Duration.ofMinutes(5));

    assertThat(heard.calls()).contains("MaintenanceRepository.all");
    assertThat(heard.calls()).noneMatch(call -> call.startsWith("DataPlane.observe"));
    assertThat(Collections.frequency(heard.calls(), "MaintenanceRepository.all"))
        .as("asked for once in two seconds at most")
        .isLessThan(200);
  }

  @Test
  void itTakesNoOrders() {
    var cluster = scene.readyCluster();
    begin();

    assertThat(Trial.refusalOf(scene.trial().resize(scene.owner(), cluster, "SMALL")))
        .isEqualTo(RefusalCode.REGION_IN_MAINTENANCE);
    assertThat(
            Trial.refusalOf(scene.trial().create(scene.owner(), Trial.order(scene.project().id()))))
        .isEqualTo(RefusalCode.REGION_IN_MAINTENANCE);
    scene.delete(cluster);
    end();
    scene.trial().settle();
    assertThat(scene.state(cluster)).isEqualTo(ClusterState.Name.DELETED);
    scene.verdict().holds();
  }

  private void begin() {
    scene
        .site()
        .maintenance()
        .begin(
            Clusters.REGION,
            new Maintenance(
                new MaintenanceReason("new disks"),
                scene.site().clock().instant(),
                Optional.empty()));
    scene.site().clock().move(Duration.ofSeconds(2));
  }

  private void end() {
    scene.site().maintenance().end(Clusters.REGION);
    scene.site().clock().move(Duration.ofSeconds(2));
  }
}
