package eu.eutlas.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import eu.eutlas.k8s.Progress.Failing;
import eu.eutlas.k8s.Progress.Finished;
import eu.eutlas.k8s.Progress.Paused;
import eu.eutlas.k8s.Progress.Underway;
import eu.eutlas.k8s.Progress.Unfinished;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What an operator's words mean, and that none of them is believed too early. */
final class ProgressTest {

  static Stream<Arguments> community() {
    return Stream.of(
        Arguments.of("", 2, "", Underway.class),
        Arguments.of("Pending", 2, "7.0.14", Underway.class),
        Arguments.of("Running", 2, "7.0.14", Finished.class),
        // It has not looked since: what it finished is the one before.
        Arguments.of("Running", 1, "7.0.14", Underway.class),
        Arguments.of("Running", 0, "7.0.14", Underway.class),
        Arguments.of("Running", 2, "6.0.9", Underway.class),
        Arguments.of("Failed", 2, "7.0.14", Failing.class),
        Arguments.of("Hibernating", 2, "7.0.14", Failing.class));
  }

  @ParameterizedTest
  @MethodSource("community")
  void believesTheCommunityOperatorOnlyOfTheNewestGeneration(
      String phase, int finished, String version, Class<? extends Progress> wanted) {
    var resource =
        live(
            """
            {metadata: {labels: {'eutlas.eu/generation': '2'}, annotations: {
               'mongodb.com/v1.lastAppliedMongoDBVersion': '%s',
               'mongodb.com/v1.lastSuccessfulConfiguration':
                 '{"statefulSet":{"spec":{},"metadata":{"labels":{"eutlas.eu/generation":"%d"}}}}'}},
             spec: {version: '7.0.14'}, status: {phase: '%s'}}\
            """
                .formatted(version, finished, phase));

    assertThat(Progress.of(Dialect.MONGODB_COMMUNITY, resource)).isExactlyInstanceOf(wanted);
  }

  static Stream<Arguments> statefulSets() {
    return Stream.of(
        Arguments.of(3, 3, "20Gi", Finished.class),
        Arguments.of(2, 3, "20Gi", Underway.class),
        Arguments.of(3, 2, "20Gi", Underway.class),
        Arguments.of(3, 3, "10Gi", Unfinished.class));
  }

  @ParameterizedTest
  @MethodSource("statefulSets")
  void waitsForTheStatefulSetBesideTheCommunityOperator(
      int updated, int observed, String size, Class<? extends Progress> wanted) {
    var set =
        live(
            """
            {metadata: {generation: 3}, spec: {replicas: 3, volumeClaimTemplates: [%s]},
             status: {updatedReplicas: %d, observedGeneration: %d}}\
            """
                .formatted(claim(size), updated, observed));
    var resource =
        live(
            "{spec: {statefulSet: {spec: {volumeClaimTemplates: [%s]}}}}".formatted(claim("20Gi")));

    assertThat(CommunityProgress.with(List.of(set), resource, new Finished()))
        .isExactlyInstanceOf(wanted);
  }

  static Stream<Arguments> percona() {
    return Stream.of(
        Arguments.of("", false, 5, "20Gi", Underway.class),
        Arguments.of("initializing", false, 5, "20Gi", Underway.class),
        Arguments.of("ready", false, 5, "20Gi", Finished.class),
        Arguments.of("ready", false, 4, "20Gi", Underway.class),
        Arguments.of("ready", true, 5, "20Gi", Underway.class),
        Arguments.of("stopping", true, 5, "20Gi", Underway.class),
        Arguments.of("paused", true, 5, "20Gi", Paused.class),
        Arguments.of("paused", true, 4, "20Gi", Underway.class),
        Arguments.of("paused", false, 5, "20Gi", Underway.class),
        Arguments.of("error", false, 5, "20Gi", Failing.class),
        Arguments.of("hibernating", false, 5, "20Gi", Failing.class),
        // Written back by the operator, which could not grow it.
        Arguments.of("ready", false, 5, "10Gi", Failing.class));
  }

  @ParameterizedTest
  @MethodSource("percona")
  void believesPerconasOperatorOnlyOfTheNewestGeneration(
      String state, boolean pause, int observed, String size, Class<? extends Progress> wanted) {
    var resource =
        live(
            """
            {metadata: {generation: 5, annotations: {'eutlas.eu/size': '500m-1024Mi-20Gi-1'}},
             spec: {pause: %s, replsets: [{volumeSpec: {persistentVolumeClaim:
               {resources: {requests: {storage: '%s'}}}}}]},
             status: {state: '%s', observedGeneration: %d}}\
            """
                .formatted(pause, size, state, observed));

    assertThat(Progress.of(Dialect.PERCONA, resource)).isExactlyInstanceOf(wanted);
  }

  private static String claim(String size) {
    return "{metadata: {name: data-volume}, spec: {resources: {requests: {storage: '%s'}}}}"
        .formatted(size);
  }

  private static Live live(String json) {
    return new Live(JsonParser.parseString(json).getAsJsonObject());
  }
}
