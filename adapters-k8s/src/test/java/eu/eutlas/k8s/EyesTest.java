package eu.eutlas.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import eu.eutlas.domain.cluster.ClusterObservation.Absent;
import eu.eutlas.domain.cluster.ClusterObservation.Failing;
import eu.eutlas.domain.cluster.ClusterObservation.Leaving;
import eu.eutlas.domain.cluster.ClusterObservation.Running;
import eu.eutlas.domain.cluster.ClusterObservation.Starting;
import eu.eutlas.k8s.ScriptedApiServer.Answer;
import eu.eutlas.k8s.ScriptedApiServer.Question;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What is seen of clusters, one by one and all together. */
@Timeout(60)
final class EyesTest {
  private static final String OURS =
      "labels: {'eutlas.eu/installation': 'installation-a', 'eutlas.eu/cluster-id': '%s', 'eutlas.eu/generation': '%d'}";

  @TempDir Path folder;
  private final ScriptedApiServer server =
      new ScriptedApiServer(question -> ScriptedApiServer.NOT_THERE);

  @AfterEach
  void close() {
    server.close();
  }

  static Stream<Arguments> resources() {
    var labels = OURS.formatted(Samples.id(1), 1);
    var finished =
        "annotations: {'mongodb.com/v1.lastAppliedMongoDBVersion': '7.0.14',"
            + " 'mongodb.com/v1.lastSuccessfulConfiguration':"
            + " '{\"statefulSet\": {\"metadata\": {\"labels\": {\"eutlas.eu/generation\": \"1\"}}}}'}";
    return Stream.concat(
        Stream.of("", "Pending", "Failed", "hibernating", "Running")
            .map(phase ->
                Arguments.of(
                    Dialect.MONGODB_COMMUNITY,
                    "{kind: x, metadata: {%s, %s}, spec: {version: '7.0.14'}, status: {phase: '%s'}}"
                        .formatted(labels, finished, phase))),
        Stream.of("", "initializing", "stopping", "error", "hibernating", "ready", "paused")
            .map(state ->
                Arguments.of(
                    Dialect.PERCONA,
                    "{kind: x, metadata: {%s, generation: 4}, spec: {pause: %s}, status: {state: '%s', observedGeneration: 4}}"
                        .formatted(labels, state.equals("paused"), state))));
  }

  /**
   * Also of what it takes most to know: who runs is asked whom it lets in, who does not why not.
   */
  @ParameterizedTest
  @MethodSource("resources")
  void looksWithThreeCallsAtMost(Dialect dialect, String resource) {
    server.now(question ->
        question.isAbout(dialect.resource().plural() + "/")
            ? new Answer(200, resource)
            : new Answer(200, "{kind: x, items: []}"));
    try (var plane = plane(dialect)) {
      var seen = plane.observe(Samples.id(1));

      assertThat(server.questions()).hasSizeLessThanOrEqualTo(3);
      assertThat(seen instanceof Running)
          .isEqualTo(resource.contains("'Running'") || resource.contains("'ready'"));
    }
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void looksWithThreeCallsAtMostForWhatIsNotThere(Dialect dialect) {
    server.now(question ->
        question.isAbout("persistentvolumes")
            ? new Answer(200, "{kind: x, items: []}")
            : ScriptedApiServer.NOT_THERE);
    try (var plane = plane(dialect)) {
      assertThat(plane.observe(Samples.id(1))).isEqualTo(new Absent());

      assertThat(server.questions()).hasSize(3);
    }
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void aRunningClusterIsReachedAtEachOfItsMembers(Dialect dialect) {
    server.now(question ->
        question.isAbout(dialect.resource().plural() + "/")
            ? new Answer(
                200,
                """
                {kind: x, metadata: {%s, generation: 1, annotations: {
                    'mongodb.com/v1.lastAppliedMongoDBVersion': '7.0.14',
                    'mongodb.com/v1.lastSuccessfulConfiguration':
                        '{"statefulSet": {"metadata": {"labels": {"eutlas.eu/generation": "1"}}}}'}},
                 spec: {version: 7.0.14, members: 3, replsets: [{size: 3}]},
                 status: {phase: Running, state: ready, observedGeneration: 1}}\
                """
                    .formatted(OURS.formatted(Samples.id(1), 1)))
            : new Answer(200, "{kind: x, items: []}"));
    try (var plane = plane(dialect)) {
      var whole = new Names(Samples.id(1)).endpoint(dialect, "cluster.local", 3);

      assertThat(plane.observe(Samples.id(1)))
          .isInstanceOfSatisfying(
              Running.class, seen -> assertThat(seen.endpoint()).isEqualTo(whole));
    }
  }

  @Test
  void namesTheVolumesThatAreLeft() {
    server.now(question ->
        question.isAbout("persistentvolumes")
            ? new Answer(
                200,
                """
                {kind: x, items: [
                  {metadata: {name: pv-1}, spec: {claimRef: {namespace: 'eutlas-%s'}, persistentVolumeReclaimPolicy: Retain}},
                  {metadata: {name: pv-2}, spec: {claimRef: {namespace: 'eutlas-other'}}}]}\
                """
                    .formatted(Samples.id(1)))
            : ScriptedApiServer.NOT_THERE);
    try (var plane = plane(Dialect.PERCONA)) {
      assertThat(plane.observe(Samples.id(1)))
          .isEqualTo(
              new Leaving(
                  "Volumes with its data are left: pv-1. Their storage class keeps them; an"
                      + " administrator has to delete them."));
    }
  }

  @Test
  void asksAgainForWhatWasBegunAndNotEnded() {
    server.now(question ->
        question.isAbout("mongodbcommunity/") ? ScriptedApiServer.NOT_THERE : thing(1, 4, ""));
    try (var plane = plane(Dialect.MONGODB_COMMUNITY)) {
      assertThat(plane.observe(Samples.id(1)))
          .isInstanceOfSatisfying(Starting.class, seen -> assertThat(seen.generation()).isZero());
    }
  }

  @Test
  void finishesTheGrowingOfDisksThatWasBegun() {
    var claims =
        "volumeClaimTemplates: [{metadata: {name: data-volume}, spec: {resources: {requests: {storage: '%s'}}}}]";
    server.now(question ->
        question.isAbout("statefulsets")
            ? new Answer(
                200, "{kind: x, items: [{spec: {%s}}]}".formatted(claims.formatted("20Gi")))
            : question.isAbout("mongodbcommunity/")
                ? new Answer(
                    200,
                    "{kind: x, metadata: {%s}, spec: {statefulSet: {spec: {%s}}}, status: {phase: Failed}}"
                        .formatted(OURS.formatted(Samples.id(1), 4), claims.formatted("50Gi")))
                : new Answer(200, "{kind: x, items: []}"));
    try (var plane = plane(Dialect.MONGODB_COMMUNITY)) {
      assertThat(plane.observe(Samples.id(1)))
          .isInstanceOfSatisfying(Failing.class, seen -> assertThat(seen.generation()).isZero());
    }
  }

  @Test
  void beginsAListingAnewThatTookTooLong() {
    var expired = new AtomicInteger(1);
    server.now(question ->
        question.query().contains("continue=") && expired.getAndDecrement() > 0
            ? new Answer(410, "{\"kind\":\"Status\",\"reason\":\"Expired\"}")
            : pageOfNamespaces(question));
    try (var plane = plane(Dialect.PERCONA)) {
      var first = plane.observeAll(Optional.empty(), 2);
      var second = plane.observeAll(Optional.of(Samples.id(2)), 2);

      assertThat(first)
          .extracting(sighting -> sighting.id())
          .containsExactly(Samples.id(1), Samples.id(2));
      assertThat(second)
          .extracting(sighting -> sighting.id())
          .containsExactly(Samples.id(3), Samples.id(4));
    }
  }

  /** Four namespaces, two to a page, and no resources in them. */
  private static Answer pageOfNamespaces(Question question) {
    if (!question.isAbout("/namespaces")) {
      return new Answer(200, "{kind: List, items: []}");
    }
    var second = question.query().contains("continue=");
    var items =
        (second ? IntStream.of(3, 4) : IntStream.of(1, 2))
            .mapToObj(number ->
                "{metadata: {name: 'eutlas-%s', %s}}"
                    .formatted(Samples.id(number), OURS.formatted(Samples.id(number), 1)))
            .collect(Collectors.joining(", "));
    var next = second ? "" : "continue: more";
    return new Answer(200, "{kind: List, metadata: {%s}, items: [%s]}".formatted(next, items));
  }

  private KubernetesDataPlane plane(Dialect dialect) {
    return server.plane(server.region(dialect, folder));
  }

  /** A thing of that cluster and generation, whatever was asked for. */
  private static Answer thing(int number, long generation, String metadata) {
    return new Answer(
        200,
        "{kind: x, metadata: {%s%s}}"
            .formatted(
                OURS.formatted(Samples.id(number), generation),
                metadata.isEmpty() ? "" : ", " + metadata));
  }
}
