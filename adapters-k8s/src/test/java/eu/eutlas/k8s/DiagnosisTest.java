package eu.eutlas.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class DiagnosisTest {
  /** Stands in every text of Kubernetes here, and in none of ours. */
  private static final String RAW = "RAW";

  private static final Live READY =
      live(
          "{metadata: {name: db-7-0}, status: {phase: Running, conditions: [{type: Ready, status: 'True'}]}}");

  static Stream<Arguments> cases() {
    return Stream.of(
        Arguments.of(
            symptoms(unschedulable("0/3 nodes: 3 Insufficient memory, 1 Insufficient cpu. RAW")),
            "No node has a place for the pod db-7-0: there is not enough of memory and processors."
                + " Add nodes."),
        Arguments.of(
            symptoms(unschedulable("3 node(s) had untolerated taint RAW")),
            "No node has a place for the pod db-7-0. Add nodes, or see whether their taints keep it"
                + " away."),
        Arguments.of(
            symptoms(unschedulable("2 node(s) didn't match pod anti-affinity rules RAW")),
            "No node has a place for the pod db-7-0: each member needs a node of its own. Add"
                + " nodes."),
        Arguments.of(
            symptoms(unschedulable("pod has unbound immediate PersistentVolumeClaims RAW")),
            "No node has a place for the pod db-7-0: its volumes are not there yet."),
        Arguments.of(
            new Symptoms(
                List.of(unschedulable("pod has unbound immediate PersistentVolumeClaims RAW")),
                List.of(claim("storageClassName: fast")),
                List.of()),
            "The volume data-volume-db-7-0 waits to be made by the storage class fast. See whether"
                + " that storage class exists and can make volumes."),
        Arguments.of(
            new Symptoms(List.of(), List.of(claim("")), List.of()),
            "The volume data-volume-db-7-0 waits to be made by a storage class, and there is no usual"
                + " one. See whether that storage class exists and can make volumes."),
        Arguments.of(
            new Symptoms(
                List.of(),
                List.of(),
                List.of(event("FailedCreate", "StatefulSet", "db-7", "exceeded quota: RAW"))),
            "A quota does not let the stateful set db-7 make another pod or volume. Raise the quota"
                + " that the namespace has beside EUTLAS's own, or order a smaller plan."),
        Arguments.of(
            symptoms(waiting("containerStatuses", "ImagePullBackOff")),
            "The image of the container mongod of the pod db-7-0 cannot be fetched. See whether its"
                + " name is right and the nodes reach its registry."),
        Arguments.of(
            symptoms(waiting("initContainerStatuses", "ErrImagePull")),
            "The image of the container mongod of the pod db-7-0 cannot be fetched. See whether its"
                + " name is right and the nodes reach its registry."),
        Arguments.of(
            symptoms(waiting("containerStatuses", "CrashLoopBackOff")),
            "The container mongod of the pod db-7-0 ends again and again soon after its start. Its log"
                + " says why."),
        Arguments.of(
            symptoms(waiting("containerStatuses", "CreateContainerConfigError")),
            "The container mongod of the pod db-7-0 cannot be started: something that it names, such"
                + " as a secret, is not there."),
        Arguments.of(
            new Symptoms(
                List.of(notReady()),
                List.of(),
                List.of(event("FailedAttachVolume", "Pod", "db-7-0", RAW))),
            "A volume cannot be attached for the pod db-7-0. See whether another node still holds"
                + " it."),
        Arguments.of(
            new Symptoms(
                List.of(notReady()), List.of(), List.of(event("Unhealthy", "Pod", "db-7-0", RAW))),
            "The database of the pod db-7-0 runs and does not say yet that it is ready."));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void saysWhatIsWrongAndWhatToDo(Symptoms symptoms, String sentence) {
    assertThat(Diagnosis.of(symptoms)).contains(sentence);
    assertThat(sentence).doesNotContain(RAW);
  }

  @Test
  void saysNothingWhereNothingIsWrong() {
    var healthyNow = event("Unhealthy", "Pod", "db-7-0", RAW);

    assertThat(Diagnosis.of(new Symptoms(List.of(READY), List.of(), List.of(healthyNow))))
        .isEmpty();
    assertThat(Diagnosis.of(new Symptoms(List.of(), List.of(), List.of()))).isEmpty();
  }

  @Test
  void isNotConfusedByWhatItDoesNotKnow() {
    var odd = live("{metadata: 3, status: [1], spec: null}");

    assertThat(Diagnosis.of(new Symptoms(List.of(odd), List.of(odd), List.of(odd)))).isEmpty();
  }

  private static Symptoms symptoms(Live pod) {
    return new Symptoms(List.of(pod), List.of(), List.of());
  }

  private static Live unschedulable(String message) {
    return live(
        """
        {metadata: {name: db-7-0}, status: {phase: Pending, conditions:
          [{type: PodScheduled, status: 'False', reason: Unschedulable, message: "%s"}]}}\
        """
            .formatted(message));
  }

  private static Live waiting(String kind, String reason) {
    return live(
        """
        {metadata: {name: db-7-0}, status: {phase: Pending, %s:
          [{name: agent, state: {running: {}}},
           {name: mongod, state: {waiting: {reason: %s, message: RAW}}}]}}\
        """
            .formatted(kind, reason));
  }

  private static Live notReady() {
    return live(
        "{metadata: {name: db-7-0}, status: {phase: Running, conditions: [{type: Ready, status: 'False'}]}}");
  }

  private static Live claim(String spec) {
    return live(
        "{metadata: {name: data-volume-db-7-0}, spec: {%s}, status: {phase: Pending}}"
            .formatted(spec));
  }

  private static Live event(String reason, String kind, String name, String message) {
    return live(
        "{reason: %s, message: '%s', involvedObject: {kind: %s, name: %s}}"
            .formatted(reason, message, kind, name));
  }

  /** Leniently, without quotes where none are needed. */
  private static Live live(String json) {
    return new Live(JsonParser.parseString(json).getAsJsonObject());
  }
}
