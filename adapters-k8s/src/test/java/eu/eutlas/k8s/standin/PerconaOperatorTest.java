package eu.eutlas.k8s.standin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** That the stand-in moves as Percona's operator was seen to move. */
@AgainstApiServer
final class PerconaOperatorTest {
  private static final String NAME = "p1";

  private static Sandbox sandbox;
  private static StandInOperator operator;

  @BeforeAll
  static void start() {
    sandbox = new Sandbox();
    operator = StandInOperator.percona(sandbox.kubeconfig(), sandbox.installation());
  }

  @AfterAll
  static void stop() {
    operator.close();
  }

  @BeforeEach
  void open() {
    sandbox.open();
  }

  @AfterEach
  void close() {
    operator.mends(sandbox.namespace());
    sandbox.close(Kind.PERCONA, NAME);
  }

  @Test
  void becomesReadyAndSaysOfWhichGeneration() {
    operator.breaks(sandbox.namespace(), Fault.NEVER_READY);
    wish(new Wish());
    awaitState("initializing");

    operator.mends(sandbox.namespace());
    var ready = awaitReady();

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
    wish(new Wish());
    awaitReady();

    var users = sandbox.find(Kind.SECRET, "p1-users").orElseThrow();

    assertThat(users.has("data", "MONGODB_BACKUP_PASSWORD")).isTrue();
    assertThat(users.text("data", "MONGODB_DATABASE_ADMIN_USER")).isEqualTo("ZXV0bGFzLWFkbWlu");
  }

  @Test
  void showsTheOldGenerationWhileItLooksAway() {
    wish(new Wish());
    awaitReady();
    operator.breaks(sandbox.namespace(), Fault.LOOKS_AWAY);

    wish(new Wish().memory("2Gi"));

    assertThat(resource().text("status", "state")).isEqualTo("ready");
    assertThat(resource().number("status", "observedGeneration"))
        .isLessThan(resource().number("metadata", "generation"));
  }

  @Test
  void isNeverReadyBeforeThePodsAreTheNewOnes() {
    wish(new Wish());
    awaitReady();
    var before = uids();

    wish(new Wish().memory("2Gi"));
    awaitReady();

    assertThat(uids()).hasSize(3).doesNotContainAnyElementsOf(before);
  }

  @Test
  void errsWithoutSayingOfWhichGenerationAndTriesAgain() {
    wish(new Wish());
    var first = awaitReady().number("status", "observedGeneration");
    operator.breaks(sandbox.namespace(), Fault.FAILED);

    wish(new Wish().memory("2Gi"));
    var error = awaitState("error");

    assertThat(error.text("status", "message")).startsWith("Error: ");
    assertThat(error.number("status", "observedGeneration")).isEqualTo(first);
    operator.mends(sandbox.namespace());
    awaitReady();
  }

  @Test
  void refusesTwoMembersUntilThatIsSaidToBeMeant() {
    wish(new Wish().members(2));
    awaitState("error");

    wish(new Wish().members(2).anySize());

    assertThat(awaitReady().number("status", "size")).isEqualTo(2);
  }

  @Test
  void pausesAndResumesOnTheSameVolumes() {
    wish(new Wish());
    awaitReady();
    var claims = sandbox.list(Kind.CLAIM).stream().map(Document::uid).toList();

    wish(new Wish().pause());
    awaitState("paused");
    assertThat(sandbox.list(Kind.POD)).isEmpty();
    wish(new Wish());
    awaitReady();

    assertThat(sandbox.list(Kind.CLAIM).stream().map(Document::uid)).isEqualTo(claims);
  }

  @Test
  void takesVolumesAndSecretsAwayWithItsFinalizers() {
    wish(new Wish());
    awaitReady();
    operator.breaks(sandbox.namespace(), Fault.FINALIZERS_HANG);
    operator.vanishes(sandbox.namespace(), NAME);
    awaitState("stopping");
    assertThat(sandbox.list(Kind.CLAIM)).hasSize(3);

    operator.mends(sandbox.namespace());
    sandbox.awaitAbsence(Kind.PERCONA, NAME);

    assertThat(sandbox.list(Kind.CLAIM)).isEmpty();
    sandbox.await(() -> volumes().isEmpty());
    sandbox.await(() -> sandbox.names(Kind.SECRET).isEmpty());
  }

  @Test
  void leavesVolumesAndSecretsWithoutFinalizers() {
    wish(new Wish().finalizers(""));
    awaitReady();

    operator.vanishes(sandbox.namespace(), NAME);
    sandbox.awaitAbsence(Kind.PERCONA, NAME);
    sandbox.await(() -> sandbox.list(Kind.POD).isEmpty());

    assertThat(sandbox.list(Kind.CLAIM)).hasSize(3);
    assertThat(sandbox.names(Kind.SECRET)).contains("p1-users", "p1-mongodb-encryption-key");
  }

  @Test
  void saysOfVolumesThatOutliveTheirClaimsWhoseTheyWere() {
    wish(new Wish());
    awaitReady();
    operator.breaks(sandbox.namespace(), Fault.VOLUMES_STAY);

    operator.vanishes(sandbox.namespace(), NAME);
    sandbox.awaitAbsence(Kind.PERCONA, NAME);
    sandbox.await(() ->
        volumes().size() == 3
            && volumes().stream()
                .allMatch(each -> each.text("status", "phase").equals("Released")));

    operator.mends(sandbox.namespace());
    sandbox.await(() -> volumes().isEmpty());
  }

  @Test
  void growsVolumesInWholeGibibytesUnderTheSamePods() {
    wish(new Wish().mayGrow());
    awaitReady();
    var before = uids();

    wish(new Wish().mayGrow().disk("1500Mi"));
    sandbox.await(() -> capacities().equals(List.of("2Gi", "2Gi", "2Gi")));
    sandbox.await(() ->
        sandbox
            .find(Kind.STATEFUL_SET, "p1-rs0")
            .filter(set -> set.list("spec", "volumeClaimTemplates").toString().contains("1500Mi"))
            .isPresent());
    awaitReady();

    assertThat(uids()).isEqualTo(before);
  }

  @Test
  void overlooksAnotherSizeWhereItMayNotGrow() {
    wish(new Wish());
    awaitReady();

    wish(new Wish().disk("2Gi"));
    awaitReady();

    assertThat(capacities()).containsOnly("1Gi");
  }

  @Test
  void writesBackTheSizeThatTheStorageCannotGive() {
    wish(new Wish().mayGrow().storage(StandInStorage.FIXED));
    awaitReady();

    wish(new Wish().mayGrow().storage(StandInStorage.FIXED).disk("2Gi"));

    sandbox.await(Kind.PERCONA, NAME, seen -> size(seen).equals("1Gi"));
    assertThat(awaitReady().text("status", "state")).isEqualTo("ready");
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
    wish(new Wish().mayGrow());
    awaitReady();

    wish(new Wish().mayGrow().disk("2Gi"));

    sandbox.await(Kind.PERCONA, NAME, seen -> size(seen).equals("1Gi"));
    assertThat(capacities()).containsOnly("1Gi");
  }

  @Test
  void errsWhenLessDiskIsWantedThanThereIs() {
    wish(new Wish().disk("2Gi"));
    awaitReady();

    wish(new Wish().disk("1Gi"));

    assertThat(awaitState("error").text("status", "message"))
        .contains("requested storage (1Gi) is less than actual storage (2Gi)");
  }

  @Test
  void waitsForVolumesThatAreLongInComing() {
    operator.breaks(sandbox.namespace(), Fault.NO_VOLUMES);
    wish(new Wish());
    awaitState("initializing");
    sandbox.await(() ->
        sandbox.list(Kind.EVENT).stream()
            .anyMatch(event -> event.text("reason").equals("ExternalProvisioning")));

    operator.mends(sandbox.namespace());
    awaitReady();
  }

  @Test
  void showsWhatKeepsPodsFromRunning() {
    operator.breaks(sandbox.namespace(), Fault.UNSCHEDULABLE);
    wish(new Wish());
    awaitPod("Unschedulable");

    operator.mends(sandbox.namespace());
    operator.breaks(sandbox.namespace(), Fault.IMAGE_PULL);
    awaitPod("ImagePullBackOff");
    operator.mends(sandbox.namespace());
    operator.breaks(sandbox.namespace(), Fault.CRASH_LOOP);
    awaitPod("CrashLoopBackOff");

    operator.mends(sandbox.namespace());
    awaitReady();
  }

  @Test
  void saysAWordThatNobodyKnows() {
    operator.breaks(sandbox.namespace(), Fault.UNKNOWN_STATE);
    wish(new Wish());

    awaitState("hibernating");
  }

  @Test
  void meetsAnApiServerThatChecksWhatIsWritten() {
    assertThatThrownBy(() -> wish(new Wish().disk("much")))
        .isInstanceOfSatisfying(
            RefusedException.class, refused -> assertThat(refused.code()).isEqualTo(422));
    wish(new Wish());
  }

  /** What is asked for, each test another bit of it. */
  private record Wish(
      int members,
      boolean unsafe,
      boolean paused,
      boolean growing,
      String memory,
      String disk,
      String storage,
      String finalizers) {

    Wish() {
      this(
          3,
          false,
          false,
          false,
          "1Gi",
          "1Gi",
          StandInStorage.GROWING,
          "percona.com/delete-psmdb-pods-in-order, percona.com/delete-psmdb-pvc");
    }

    Wish members(int other) {
      return new Wish(other, unsafe, paused, growing, memory, disk, storage, finalizers);
    }

    Wish anySize() {
      return new Wish(members, true, paused, growing, memory, disk, storage, finalizers);
    }

    Wish pause() {
      return new Wish(members, unsafe, true, growing, memory, disk, storage, finalizers);
    }

    Wish mayGrow() {
      return new Wish(members, unsafe, paused, true, memory, disk, storage, finalizers);
    }

    Wish memory(String other) {
      return new Wish(members, unsafe, paused, growing, other, disk, storage, finalizers);
    }

    Wish disk(String other) {
      return new Wish(members, unsafe, paused, growing, memory, other, storage, finalizers);
    }

    Wish storage(String other) {
      return new Wish(members, unsafe, paused, growing, memory, disk, other, finalizers);
    }

    Wish finalizers(String other) {
      return new Wish(members, unsafe, paused, growing, memory, disk, storage, other);
    }
  }

  private static void wish(Wish wish) {
    sandbox.apply(
        Kind.PERCONA,
        NAME,
        """
        apiVersion: psmdb.percona.com/v1
        kind: PerconaServerMongoDB
        metadata:
          name: p1
          labels: {eutlas.eu/installation: %s}
          finalizers: [%s]
        spec:
          crVersion: 1.22.0
          image: percona/percona-server-mongodb:7.0.14-8
          pause: %s
          unsafeFlags: {replsetSize: %s}
          storageScaling: {enableVolumeScaling: %s}
          secrets: {users: p1-users}
          replsets:
          - name: rs0
            size: %d
            resources: {limits: {memory: %s}}
            volumeSpec:
              persistentVolumeClaim: {storageClassName: %s, resources: {requests: {storage: %s}}}
        """
            .formatted(
                sandbox.installation(),
                wish.finalizers(),
                wish.paused(),
                wish.unsafe(),
                wish.growing(),
                wish.members(),
                wish.memory(),
                wish.storage(),
                wish.disk()));
  }

  private static Document awaitState(String state) {
    return sandbox.await(Kind.PERCONA, NAME, seen -> seen.text("status", "state").equals(state));
  }

  private static Document awaitReady() {
    return sandbox.await(
        Kind.PERCONA,
        NAME,
        seen ->
            seen.text("status", "state").equals("ready")
                && seen.number("status", "observedGeneration")
                    == seen.number("metadata", "generation"));
  }

  private static void awaitPod(String reason) {
    sandbox.await(() ->
        sandbox.list(Kind.POD).stream()
            .anyMatch(pod -> pod.at("status").toString().contains("\"" + reason + "\"")));
  }

  private static Document resource() {
    return sandbox.find(Kind.PERCONA, NAME).orElseThrow();
  }

  private static String size(Document resource) {
    return resource
        .list("spec", "replsets")
        .getFirst()
        .text("volumeSpec", "persistentVolumeClaim", "resources", "requests", "storage");
  }

  private static List<String> uids() {
    return sandbox.list(Kind.POD).stream().map(Document::uid).toList();
  }

  private static List<String> capacities() {
    return sandbox.list(Kind.CLAIM).stream()
        .map(claim -> claim.text("status", "capacity", "storage"))
        .toList();
  }

  private static List<Document> volumes() {
    return sandbox.server().list(Kind.VOLUME, "", "").stream()
        .filter(each -> each.text("spec", "claimRef", "namespace").equals(sandbox.namespace()))
        .toList();
  }
}
