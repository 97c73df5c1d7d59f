package eu.eutlas.k8s.standin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** That the stand-in moves as MongoDB's operator was seen to move. */
@AgainstApiServer
final class CommunityOperatorTest {
  private static final String NAME = "mdb1";

  private static Sandbox sandbox;
  private static StandInOperator operator;

  @BeforeAll
  static void start() {
    sandbox = new Sandbox();
    operator =
        StandInOperator.community(
            sandbox.kubeconfig(), sandbox.installation(), CommunityOperatorTest::place);
  }

  @AfterAll
  static void stop() {
    operator.close();
  }

  private static Optional<String> place(String namespace) {
    return namespace.endsWith("-0") ? Optional.of("127.0.0.1:4711") : Optional.empty();
  }

  @BeforeEach
  void open() {
    sandbox.open();
    password();
  }

  @AfterEach
  void close() {
    operator.mends(sandbox.namespace());
    sandbox.close(Kind.COMMUNITY, NAME);
  }

  @Test
  void runsAndRemembersWhatItHasFinished() {
    operator.breaks(sandbox.namespace(), Fault.NEVER_READY);
    wish("7.0.14", "1Gi", "1Gi", 3);
    awaitPhase("Pending");
    assertThat(annotation("lastSuccessfulConfiguration")).isEmpty();

    operator.mends(sandbox.namespace());
    var running = awaitFinished("7.0.14");

    assertThat(running.number("status", "currentMongoDBMembers")).isEqualTo(3);
    assertThat(running.has("status", "observedGeneration")).isFalse();
    assertThat(running.has("status", "conditions")).isFalse();
    assertThat(annotation("lastAppliedMongoDBVersion")).isEqualTo("7.0.14");
    assertThat(sandbox.names(Kind.STATEFUL_SET)).containsExactlyInAnyOrder(NAME, NAME + "-arb");
    assertThat(sandbox.names(Kind.SERVICE)).contains(NAME + "-svc");
    assertThat(sandbox.names(Kind.SECRET))
        .contains(
            NAME + "-config",
            NAME + "-keyfile",
            NAME + "-agent-password",
            "app-scram-credentials",
            NAME + "-admin-app");
  }

  @Test
  void remembersOfTheFreePartsNothing() {
    wish("7.0.14", "1Gi", "1Gi", 3);
    awaitFinished("7.0.14");

    var remembered = Document.parse(annotation("lastSuccessfulConfiguration"));

    assertThat(remembered.at("statefulSet", "spec")).hasToString("{}");
    assertThat(remembered.at("additionalMongodConfig")).hasToString("{}");
    assertThat(remembered.text("statefulSet", "metadata", "annotations", "example")).isEqualTo("1");
    assertThat(remembered.number("members")).isEqualTo(3);
    assertThat(remembered.number("arbiters")).isZero();
  }

  @Test
  void saysTheNewVersionWhileThePodsStillAreTheOldOnes() {
    wish("7.0.14", "1Gi", "1Gi", 3);
    awaitFinished("7.0.14");
    operator.breaks(sandbox.namespace(), Fault.NEVER_READY);

    wish("7.0.15", "1Gi", "1Gi", 3);
    var pending = awaitPhase("Pending");

    assertThat(pending.text("status", "version")).isEqualTo("7.0.15");
    assertThat(annotation("lastAppliedMongoDBVersion")).isEqualTo("7.0.14");
    operator.mends(sandbox.namespace());
    awaitFinished("7.0.15");
  }

  @Test
  void replacesEveryPodWhenMemoryIsAnother() {
    wish("7.0.14", "1Gi", "1Gi", 3);
    awaitFinished("7.0.14");
    var before = uids();

    wish("7.0.14", "2Gi", "1Gi", 3);
    sandbox.await(() -> uids().size() == 3 && uids().stream().noneMatch(before::contains));

    awaitPhase("Running");
  }

  @Test
  void staysRunningToTheEyeWhileItLooksAway() {
    wish("7.0.14", "1Gi", "1Gi", 3);
    awaitFinished("7.0.14");
    operator.breaks(sandbox.namespace(), Fault.LOOKS_AWAY);

    wish("7.0.15", "1Gi", "1Gi", 3);

    assertThat(resource().text("status", "phase")).isEqualTo("Running");
    assertThat(annotation("lastAppliedMongoDBVersion")).isEqualTo("7.0.14");
  }

  @Test
  void failsOnAnotherDiskUntilThatIsTakenBack() {
    wish("7.0.14", "1Gi", "1Gi", 3);
    awaitFinished("7.0.14");

    wish("7.0.14", "1Gi", "2Gi", 3);
    assertThat(awaitPhase("Failed").text("status", "message"))
        .contains("updates to statefulset spec");

    wish("7.0.14", "1Gi", "1Gi", 3);
    awaitPhase("Running");
  }

  @Test
  void failsWithoutAPasswordUntilThereIsOne() {
    sandbox.server().delete(Kind.SECRET, sandbox.namespace(), "app-password");
    wish("7.0.14", "1Gi", "1Gi", 3);
    awaitPhase("Failed");

    password();

    awaitFinished("7.0.14");
  }

  @Test
  void getsNoFurtherThanAQuotaAllows() {
    sandbox.apply(
        Kind.QUOTA,
        "pods",
        """
        apiVersion: v1
        kind: ResourceQuota
        metadata: {name: pods}
        spec: {hard: {pods: "1"}}
        """);
    wish("7.0.14", "1Gi", "1Gi", 3);

    sandbox.await(() ->
        sandbox.list(Kind.EVENT).stream()
            .anyMatch(event -> event.text("message").contains("exceeded quota: pods")));

    assertThat(resource().text("status", "phase")).isEqualTo("Pending");
    assertThat(sandbox.list(Kind.POD)).hasSize(1);
  }

  @Test
  void saysAWordThatNobodyKnows() {
    operator.breaks(sandbox.namespace(), Fault.UNKNOWN_STATE);
    wish("7.0.14", "1Gi", "1Gi", 1);

    awaitPhase("Hibernating");
  }

  @Test
  void leavesClaimsAndThePasswordWhenItGoes() {
    wish("7.0.14", "1Gi", "1Gi", 2);
    awaitFinished("7.0.14");

    operator.vanishes(sandbox.namespace(), NAME);
    sandbox.awaitAbsence(Kind.COMMUNITY, NAME);
    sandbox.await(
        () -> sandbox.names(Kind.STATEFUL_SET).isEmpty() && sandbox.list(Kind.POD).isEmpty());
    sandbox.await(() -> sandbox.names(Kind.SECRET).equals(List.of("app-password")));

    assertThat(sandbox.names(Kind.CLAIM))
        .containsExactlyInAnyOrder(
            "data-volume-mdb1-0", "data-volume-mdb1-1", "logs-volume-mdb1-0", "logs-volume-mdb1-1");
    assertThat(sandbox.list(Kind.CLAIM))
        .allMatch(claim -> claim.text("metadata", "labels", "app").equals("mdb1-svc"));
  }

  @Test
  void keepsTheClaimsOfMembersThatGo() {
    wish("7.0.14", "1Gi", "1Gi", 3);
    awaitFinished("7.0.14");

    wish("7.0.14", "1Gi", "1Gi", 2);
    sandbox.await(() -> sandbox.list(Kind.POD).size() == 2);

    assertThat(sandbox.names(Kind.CLAIM)).contains("data-volume-mdb1-2");
  }

  private static void password() {
    sandbox.apply(
        Kind.SECRET,
        "app-password",
        """
        apiVersion: v1
        kind: Secret
        metadata: {name: app-password}
        stringData: {password: aB3dE5gH}
        """);
  }

  private static void wish(String version, String memory, String disk, int members) {
    sandbox.apply(
        Kind.COMMUNITY,
        NAME,
        """
        apiVersion: mongodbcommunity.mongodb.com/v1
        kind: MongoDBCommunity
        metadata: {name: mdb1, labels: {eutlas.eu/installation: %s}}
        spec:
          type: ReplicaSet
          members: %d
          version: %s
          security: {authentication: {modes: [SCRAM]}}
          additionalMongodConfig: {storage.journal.commitIntervalMs: 100}
          users:
          - name: app
            db: admin
            passwordSecretRef: {name: app-password}
            roles: [{name: root, db: admin}]
            scramCredentialsSecretName: app
          statefulSet:
            metadata: {annotations: {example: "1"}}
            spec:
              template:
                spec:
                  containers: [{name: mongod, resources: {limits: {memory: %s}}}]
              volumeClaimTemplates:
              - {metadata: {name: data-volume}, spec: {resources: {requests: {storage: %s}}}}
        """
            .formatted(sandbox.installation(), members, version, memory, disk));
  }

  private static Document awaitPhase(String phase) {
    return sandbox.await(Kind.COMMUNITY, NAME, seen -> seen.text("status", "phase").equals(phase));
  }

  private static Document awaitFinished(String version) {
    return sandbox.await(
        Kind.COMMUNITY,
        NAME,
        seen ->
            seen.text("status", "phase").equals("Running")
                && seen.text("metadata", "annotations", "mongodb.com/v1.lastAppliedMongoDBVersion")
                    .equals(version));
  }

  private static Document resource() {
    return sandbox.find(Kind.COMMUNITY, NAME).orElseThrow();
  }

  private static String annotation(String name) {
    return resource().text("metadata", "annotations", "mongodb.com/v1." + name);
  }

  private static List<String> uids() {
    return sandbox.list(Kind.POD).stream().map(Document::uid).toList();
  }
}
