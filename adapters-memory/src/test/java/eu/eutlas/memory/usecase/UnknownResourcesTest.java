package eu.eutlas.memory.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.eutlas.application.PageRequest;
import eu.eutlas.application.PortFailure;
import eu.eutlas.application.cluster.DataPlane;
import eu.eutlas.domain.RefusalCode;
import eu.eutlas.domain.Secret;
import eu.eutlas.domain.cluster.ClusterId;
import eu.eutlas.domain.cluster.ClusterObservation;
import eu.eutlas.domain.cluster.Maintenance;
import eu.eutlas.domain.cluster.MaintenanceReason;
import eu.eutlas.domain.cluster.RegionId;
import eu.eutlas.domain.cluster.UnknownResource;
import eu.eutlas.testkit.cluster.Clusters;
import eu.eutlas.testkit.fault.Fault;
import eu.eutlas.testkit.fault.FaultScript;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What lies in a region with our mark and an id that nobody knows. */
final class UnknownResourcesTest {
  private static final ClusterId STRANGER = Clusters.id(77);

  private final Scene scene = Scene.set();
  private final Trial trial = scene.trial();
  private final Instant began = scene.site().clock().instant();

  @Test
  void isShownToAdministratorsOfEveryNodeAndLeftAlone() {
    scene.readyCluster();
    put(STRANGER);
    var found = scene.site().clock().instant();

    trial.pass(Duration.ofHours(1));

    var shown = shown(scene.on(trial.secondNode()));
    assertThat(shown).extracting(UnknownResource::cluster).containsExactly(STRANGER);
    assertThat(shown.getFirst().region()).isEqualTo(Clusters.REGION);
    assertThat(shown.getFirst().firstSeenAt()).isEqualTo(found);
    assertThat(shown.getFirst().lastSeenAt())
        .isAfter(scene.site().clock().instant().minus(Duration.ofMinutes(10)));
    assertThat(scene.site().region().observe(STRANGER))
        .isInstanceOf(ClusterObservation.Running.class);
  }

  @Test
  void isWrittenDownEveryTenMinutesAtMost() {
    put(STRANGER);
    var heard = Incident.none();
    var node = scene.through(heard);

    node.trial().pass(Duration.ofHours(1));

    assertThat(Collections.frequency(heard.calls(), "UnknownResourceRepository.keep"))
        .isBetween(6, 7);
  }

  @Test
  void isNoLongerShownWhenItIsGone() {
    put(STRANGER);
    trial.eutlas().sweepOnce();
    assertThat(shown(scene)).hasSize(1);

    scene.site().region().vanish(STRANGER);
    trial.eutlas().sweepOnce();

    assertThat(shown(scene)).isEmpty();
  }

  @Test
  void isNoLongerShownWhenItsClusterIsKnown() {
    put(STRANGER);
    trial.eutlas().sweepOnce();
    assertThat(shown(scene)).hasSize(1);

    scene.site().clusters().insert(Clusters.aReadyCluster(77).build());
    trial.eutlas().sweepOnce();

    assertThat(shown(scene)).isEmpty();
  }

  @Test
  void aClusterThatComesDuringTheWalkIsKnown() {
    var faults = new FaultScript();
    var node =
        scene.through((port, call) -> {
          if (call.equals("findIn")) {
            scene.site().clusters().insert(Clusters.aReadyCluster(77).build());
          }
          return faults.decide(port, call);
        });
    put(STRANGER);

    node.trial().eutlas().sweepOnce();

    assertThat(shown(scene)).isEmpty();
  }

  @Test
  void aWalkThatDidNotComeToItsEndForgetsNothing() {
    put(STRANGER);
    trial.eutlas().sweepOnce();
    scene.site().region().vanish(STRANGER);
    var faults = new FaultScript();
    faults.always("seen", Fault.UNAVAILABLE);

    var node = scene.through(faults).trial().eutlas();
    assertThatThrownBy(node::sweepOnce).isInstanceOf(PortFailure.class);

    assertThat(shown(scene)).hasSize(1);
  }

  @Test
  void aRegionInMaintenanceIsAsItWas() {
    put(STRANGER);
    trial.eutlas().sweepOnce();
    scene.site().region().vanish(STRANGER);
    scene
        .site()
        .maintenance()
        .begin(Clusters.REGION, new Maintenance(MaintenanceReason.NONE, began, Optional.empty()));
    scene.site().clock().move(Duration.ofSeconds(2));

    trial.eutlas().sweepOnce();

    assertThat(shown(scene)).hasSize(1);
  }

  @Test
  void canBeAskedForByRegion() {
    put(STRANGER);
    trial.eutlas().sweepOnce();

    assertThat(shown(scene, Optional.of(Clusters.REGION))).hasSize(1);
    assertThat(shown(scene, Optional.of(new RegionId("north")))).isEmpty();
  }

  @Test
  void isNobodysBusinessButTheAdministrators() {
    var bob = trial.person("bob");

    assertThat(
            Trial.refusalOf(
                trial
                    .eutlas()
                    .clusters()
                    .unknownResources()
                    .handle(bob, Optional.empty(), PageRequest.first())))
        .isEqualTo(RefusalCode.FORBIDDEN);
  }

  private static List<UnknownResource> shown(Scene scene) {
    return shown(scene, Optional.empty());
  }

  private static List<UnknownResource> shown(Scene scene, Optional<RegionId> region) {
    return scene
        .trial()
        .eutlas()
        .clusters()
        .unknownResources()
        .handle(scene.owner(), region, PageRequest.first())
        .orElseThrow()
        .items();
  }

  private void put(ClusterId id) {
    scene
        .site()
        .region()
        .provision(
            new DataPlane.Order(
                id,
                1,
                Clusters.spec().resources(),
                Clusters.spec().mongoVersion(),
                "eutlas",
                new Secret("admin-password")));
  }
}
