package eu.eutlas.k8s.standin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** That volumes come, grow and go as Percona's operator was seen to do it. */
@AgainstApiServer
final class PerconaVolumesTest {
  private static PerconaSandbox percona;
  private static Sandbox sandbox;

  @BeforeAll
  static void start() {
    percona = new PerconaSandbox();
    sandbox = percona.sandbox();
  }

  @AfterAll
  static void stop() {
    percona.close();
  }

  @BeforeEach
  void open() {
    percona.open();
  }

  @AfterEach
  void clear() {
    percona.clear();
  }

  @Test
  void takesVolumesAndSecretsAwayWithItsFinalizers() {
    percona.wish(new PerconaWish());
    percona.awaitReady();
    percona.breaks(Fault.FINALIZERS_HANG);
    percona.vanishes();
    percona.awaitState("stopping");
    assertThat(sandbox.list(Kind.CLAIM)).hasSize(3);

    percona.mends();
    sandbox.awaitAbsence(Kind.PERCONA, PerconaSandbox.NAME);

    assertThat(sandbox.list(Kind.CLAIM)).isEmpty();
    sandbox.await(() -> percona.volumes().isEmpty());
    sandbox.await(() -> sandbox.names(Kind.SECRET).isEmpty());
  }

  @Test
  void leavesVolumesAndSecretsWithoutFinalizers() {
    percona.wish(new PerconaWish().finalizers(""));
    percona.awaitReady();

    percona.vanishes();
    sandbox.awaitAbsence(Kind.PERCONA, PerconaSandbox.NAME);
    sandbox.await(() -> sandbox.list(Kind.POD).isEmpty());

    assertThat(sandbox.list(Kind.CLAIM)).hasSize(3);
    assertThat(sandbox.names(Kind.SECRET)).contains("p1-users", "p1-mongodb-encryption-key");
  }

  @Test
  void saysOfVolumesThatOutliveTheirClaimsWhoseTheyWere() {
    percona.wish(new PerconaWish());
    percona.awaitReady();
    percona.breaks(Fault.VOLUMES_STAY);

    percona.vanishes();
    sandbox.awaitAbsence(Kind.PERCONA, PerconaSandbox.NAME);
    sandbox.await(() ->
        percona.volumes().size() == 3
            && percona.volumes().stream()
                .allMatch(each -> each.text("status", "phase").equals("Released")));

    percona.mends();
    sandbox.await(() -> percona.volumes().isEmpty());
  }

  @Test
  void growsVolumesInWholeGibibytesUnderTheSamePods() {
    percona.wish(new PerconaWish().mayGrow());
    percona.awaitReady();
    var before = percona.uids();

    percona.wish(new PerconaWish().mayGrow().disk("1500Mi"));
    sandbox.await(() -> percona.capacities().equals(List.of("2Gi", "2Gi", "2Gi")));
    sandbox.await(() ->
        sandbox
            .find(Kind.STATEFUL_SET, "p1-rs0")
            .filter(set -> set.list("spec", "volumeClaimTemplates").toString().contains("1500Mi"))
            .isPresent());
    percona.awaitReady();

    assertThat(percona.uids()).isEqualTo(before);
  }

  @Test
  void overlooksAnotherSizeWhereItMayNotGrow() {
    percona.wish(new PerconaWish());
    percona.awaitReady();

    percona.wish(new PerconaWish().disk("2Gi"));
    percona.awaitReady();

    assertThat(percona.capacities()).containsOnly("1Gi");
  }

  @Test
  void writesBackTheSizeThatTheStorageCannotGive() {
    percona.wish(new PerconaWish().mayGrow().storage(StandInStorage.FIXED));
    percona.awaitReady();

    percona.wish(new PerconaWish().mayGrow().storage(StandInStorage.FIXED).disk("2Gi"));

    sandbox.await(Kind.PERCONA, PerconaSandbox.NAME, seen -> percona.size(seen).equals("1Gi"));
    assertThat(percona.awaitReady().text("status", "state")).isEqualTo("ready");
  }

  @Test
  void writesBackTheSizeThatAQuotaForbids() {
    sandbox.apply(
        Kind.QUOTA,
        "storage",
        """
        apiVersion: v1
        kind: ResourceQuota
        metadata: {name: storage}
        spec: {hard: {requests.storage: 3Gi}}
        """);
    percona.wish(new PerconaWish().mayGrow());
    percona.awaitReady();

    percona.wish(new PerconaWish().mayGrow().disk("2Gi"));

    sandbox.await(Kind.PERCONA, PerconaSandbox.NAME, seen -> percona.size(seen).equals("1Gi"));
    assertThat(percona.capacities()).containsOnly("1Gi");
  }

  @Test
  void errsWhenLessDiskIsWantedThanThereIs() {
    percona.wish(new PerconaWish().disk("2Gi"));
    percona.awaitReady();

    percona.wish(new PerconaWish().disk("1Gi"));

    assertThat(percona.awaitState("error").text("status", "message"))
        .contains("requested storage (1Gi) is less than actual storage (2Gi)");
  }

  @Test
  void waitsForVolumesThatAreLongInComing() {
    percona.breaks(Fault.NO_VOLUMES);
    percona.wish(new PerconaWish());
    percona.awaitState("initializing");
    sandbox.await(() ->
        sandbox.list(Kind.EVENT).stream()
            .anyMatch(event -> event.text("reason").equals("ExternalProvisioning")));

    percona.mends();
    percona.awaitReady();
  }
}
