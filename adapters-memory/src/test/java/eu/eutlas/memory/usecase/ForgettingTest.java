package eu.eutlas.memory.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import eu.eutlas.application.Scope;
import eu.eutlas.domain.cluster.Cluster;
import eu.eutlas.domain.identity.User;
import eu.eutlas.testkit.Scopes;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is given up, removed or forgotten when it has had its time, and not before. */
final class ForgettingTest {
  private static final Duration MOMENT = Duration.ofMillis(1);
  private static final Scope ALL = Scopes.everything();

  private final Scene scene = Scene.set();

  @Test
  void anAbandonedReservationIsGivenUpAfterAMinute() {
    crash(
        "ClusterRepository.insert",
        () -> scene.through(Incident.crash("ClusterRepository.insert")).order());
    assertThat(slots()).isEqualTo(1);

    after(Duration.ofSeconds(60));
    assertThat(slots()).isEqualTo(1);
    after(MOMENT);

    assertThat(slots()).isEqualTo(0);
    scene.readyCluster();
    scene.verdict().holds();
  }

  private void after(Duration time) {
    scene.site().clock().move(time);
    scene.trial().eutlas().sweepOnce();
  }

  private int slots() {
    return scene.trial().stored(scene.project().id()).clusters().size();
  }

  @Test
  void anAbandonedReservationOfAProjectIsGivenUpAfterAMinute() {
    scene.trial().deleteProject(scene.owner(), scene.project()).orElseThrow();
    scene.trial().settle();
    var org = scene.project().orgId();
    crash(
        "ProjectRepository.insert",
        () ->
            scene
                .through(Incident.crash("ProjectRepository.insert"))
                .trial()
                .createProject(scene.owner(), org, Optional.empty()));

    after(Duration.ofSeconds(60).plus(MOMENT));

    assertThat(scene.site().organizations().find(ALL, org).orElseThrow().projects().isEmpty())
        .isTrue();
    scene.trial().project(scene.owner(), org);
    scene.trial().settle();
    scene.verdict().holds();
  }

  @Test
  void aReservationWhoseClusterCameIsNotGivenUp() {
    crash(
        "",
        () -> {
          var counted = Incident.none();
          Scene.set().through(counted).order();
          scene
              .through(Incident.crash(counted.calls().indexOf("ClusterRepository.insert") + 2))
              .order();
        });

    scene.trial().restarted().settle();

    assertThat(scene.verdict().living()).hasSize(1);
    scene.verdict().holds();
  }

  @Test
  void anAccountThatWasNeverVerifiedGoesAfterSevenDays() {
    scene.trial().signUp("eve");

    forgetAfter(User.UNVERIFIED_LASTS);
    assertThat(scene.site().users().findByEmail(Trial.email("eve"))).isPresent();
    forgetAfter(MOMENT);

    assertThat(scene.site().users().findByEmail(Trial.email("eve"))).isEmpty();
    assertThat(scene.site().users().findByEmail(Trial.email("ada"))).isPresent();
  }

  @Test
  void aTombstoneGoesAfterThirtyDays() {
    var cluster = tombstone();

    forgetAfter(Duration.ofDays(30).minusMinutes(10));
    assertThat(find(cluster)).isPresent();
    forgetAfter(Duration.ofMinutes(10));

    assertThat(find(cluster)).isEmpty();
  }

  private Cluster tombstone() {
    var cluster = scene.readyCluster();
    scene.delete(cluster);
    scene.trial().settle();
    return cluster;
  }

  @Test
  void eventsAreKeptForFourHundredDays() {
    forgetAfter(Duration.ofDays(400).minusMinutes(10));
    assertThat(scene.verdict().log()).hasSize(2);
    forgetAfter(Duration.ofMinutes(10));

    assertThat(scene.verdict().log()).isEmpty();
    assertThat(scene.site().events().newest(scene.project().orgId())).isEqualTo(2);
  }

  @Test
  void aSessionIsForgottenAWeekAfterItEnded() {
    scene.trial().eutlas().identity().logOut().handle(scene.owner()).orElseThrow();

    forgetAfter(Duration.ofDays(7));
    assertThat(scene.site().sessions().find(scene.owner().session())).isPresent();
    forgetAfter(MOMENT);

    assertThat(scene.site().sessions().find(scene.owner().session())).isEmpty();
  }

  @Test
  void aMailIsForgottenAfterThirtyDays() {
    var mail = scene.site().jobs().mails().getFirst();

    forgetAfter(Duration.ofDays(30).minusMinutes(10));
    assertThat(scene.site().mails().find(mail)).isPresent();
    forgetAfter(Duration.ofMinutes(10));

    assertThat(scene.site().mails().find(mail)).isEmpty();
  }

  private Optional<Cluster> find(Cluster cluster) {
    return scene.site().clusters().find(ALL, cluster.id());
  }

  private void forgetAfter(Duration time) {
    scene.site().clock().move(time);
    scene.trial().forget();
  }

  private static void crash(String before, Runnable request) {
    try {
      request.run();
      throw new AssertionError("It did not crash before " + before);
    } catch (Incident.Crash crash) {
      // As told.
    }
  }
}
