package eu.eutlas.k8s.standin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** That the stand-in moves as Percona's operator was seen to move. */
@AgainstApiServer
final class PerconaOperatorTest {
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
  void becomesReadyAndSaysOfWhichGeneration() {
    percona.breaks(Fault.NEVER_READY);
    percona.wish(new PerconaWish());
    percona.awaitState("initializing");

    percona.mends();
    var ready = percona.awaitReady();

    assertThat(ready.text("status", "host"))
        .isEqualTo("p1-rs0." + sandbox.namespace() + ".svc.cluster.local");
    assertThat(ready.number("status", "ready")).isEqualTo(3);
    assertThat(ready.text("status", "replsets", "rs0", "status")).isEqualTo("ready");
    assertThat(ready.text("status", "mongoVersion")).isEqualTo("7.0.14-8");
    assertThat(sandbox.names(Kind.STATEFUL_SET)).containsExactly("p1-rs0");
    assertThat(sandbox.names(Kind.CLAIM)).contains("mongod-data-p1-rs0-0");
    assertThat(sandbox.names(Kind.DISRUPTION_BUDGET)).containsExactly("p1-mongod-rs0");
    assertThat(sandbox.names(Kind.SECRET))
        .contains("p1-mongodb-keyfile", "p1-mongodb-encryption-key", "internal-p1-users");
  }

  @Test
  void fillsInTheSystemUsersThatAreMissing() {
    sandbox.apply(
        Kind.SECRET,
        "p1-users",
        """
        apiVersion: v1
        kind: Secret
        metadata: {name: p1-users}
        stringData: {MONGODB_DATABASE_ADMIN_USER: eutlas-admin, MONGODB_DATABASE_ADMIN_PASSWORD: aB3d}
        """);
    percona.wish(new PerconaWish());
    percona.awaitReady();

    var users = sandbox.find(Kind.SECRET, "p1-users").orElseThrow();

    assertThat(users.has("data", "MONGODB_BACKUP_PASSWORD")).isTrue();
    assertThat(users.text("data", "MONGODB_DATABASE_ADMIN_USER")).isEqualTo("ZXV0bGFzLWFkbWlu");
  }

  @Test
  void showsTheOldGenerationWhileItLooksAway() {
    percona.wish(new PerconaWish());
    percona.awaitReady();
    percona.breaks(Fault.LOOKS_AWAY);

    percona.wish(new PerconaWish().memory("2Gi"));

    assertThat(percona.resource().text("status", "state")).isEqualTo("ready");
    assertThat(percona.resource().number("status", "observedGeneration"))
        .isLessThan(percona.resource().number("metadata", "generation"));
  }

  @Test
  void isNeverReadyBeforeThePodsAreTheNewOnes() {
    percona.wish(new PerconaWish());
    percona.awaitReady();
    var before = percona.uids();

    percona.wish(new PerconaWish().memory("2Gi"));
    percona.awaitReady();

    assertThat(percona.uids()).hasSize(3).doesNotContainAnyElementsOf(before);
  }

  @Test
  void errsWithoutSayingOfWhichGenerationAndTriesAgain() {
    percona.wish(new PerconaWish());
    var first = percona.awaitReady().number("status", "observedGeneration");
    percona.breaks(Fault.FAILED);

    percona.wish(new PerconaWish().memory("2Gi"));
    var error = percona.awaitState("error");

    assertThat(error.text("status", "message")).startsWith("Error: ");
    assertThat(error.number("status", "observedGeneration")).isEqualTo(first);
    percona.mends();
    percona.awaitReady();
  }

  @Test
  void refusesTwoMembersUntilThatIsSaidToBeMeant() {
    percona.wish(new PerconaWish().members(2));
    percona.awaitState("error");

    percona.wish(new PerconaWish().members(2).anySize());

    assertThat(percona.awaitReady().number("status", "size")).isEqualTo(2);
  }

  @Test
  void pausesAndResumesOnTheSameVolumes() {
    percona.wish(new PerconaWish());
    percona.awaitReady();
    var claims = sandbox.list(Kind.CLAIM).stream().map(Document::uid).toList();

    percona.wish(new PerconaWish().pause());
    percona.awaitState("paused");
    assertThat(sandbox.list(Kind.POD)).isEmpty();
    percona.wish(new PerconaWish());
    percona.awaitReady();

    assertThat(sandbox.list(Kind.CLAIM).stream().map(Document::uid)).isEqualTo(claims);
  }

  @Test
  void showsWhatKeepsPodsFromRunning() {
    percona.breaks(Fault.UNSCHEDULABLE);
    percona.wish(new PerconaWish());
    percona.awaitPod("Unschedulable");

    percona.mends();
    percona.breaks(Fault.IMAGE_PULL);
    percona.awaitPod("ImagePullBackOff");
    percona.mends();
    percona.breaks(Fault.CRASH_LOOP);
    percona.awaitPod("CrashLoopBackOff");

    percona.mends();
    percona.awaitReady();
  }

  @Test
  void saysAWordThatNobodyKnows() {
    percona.breaks(Fault.UNKNOWN_STATE);
    percona.wish(new PerconaWish());

    percona.awaitState("hibernating");
  }

  @Test
  void meetsAnApiServerThatChecksWhatIsWritten() {
    assertThatThrownBy(() -> percona.wish(new PerconaWish().disk("much")))
        .isInstanceOfSatisfying(
            RefusedException.class, refused -> assertThat(refused.code()).isEqualTo(422));
    percona.wish(new PerconaWish());
  }
}
