package eu.eutlas.k8s;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Why a cluster does not come up, from what can be seen around it: one or two plain sentences with
 * the next step. Texts of Kubernetes are read here to tell cases apart, and never repeated.
 */
final class Diagnosis {
  private static final Set<String> NO_IMAGE =
      Set.of("ErrImagePull", "ImagePullBackOff", "InvalidImageName", "ErrImageNeverPull");
  private static final Set<String> NO_START =
      Set.of("CreateContainerConfigError", "CreateContainerError", "RunContainerError");

  /** What the scheduler says is short, and how a sentence calls it. */
  private static final Map<String, String> SHORT =
      Map.of(
          "Insufficient cpu", "processors",
          "Insufficient memory", "memory",
          "Insufficient ephemeral-storage", "space on the nodes' own disks");

  private final Symptoms symptoms;

  private Diagnosis(Symptoms symptoms) {
    this.symptoms = symptoms;
  }

  /**
   * The first reason in the order in which they stand in each other's way; absent if none is seen.
   */
  static Optional<String> of(Symptoms symptoms) {
    var diagnosis = new Diagnosis(symptoms);
    return Stream.of(
            diagnosis.volume(),
            diagnosis.quota(),
            diagnosis.scheduling(),
            diagnosis.image(),
            diagnosis.crash(),
            diagnosis.start(),
            diagnosis.mount(),
            diagnosis.probe())
        .flatMap(Optional::stream)
        .findFirst();
  }

  private Optional<String> volume() {
    return symptoms.claims().stream()
        .filter(claim -> claim.text("status", "phase").equals(Optional.of("Pending")))
        .findFirst()
        .map(claim ->
            "The volume %s waits to be made%s. See whether that storage class exists and can make volumes."
                .formatted(
                    claim.name(),
                    claim
                        .text("spec", "storageClassName")
                        .map(name -> " by the storage class " + name)
                        .orElse(" by a storage class, and there is no usual one")));
  }

  private Optional<String> quota() {
    return event(event -> is(event, "FailedCreate") && message(event).contains("exceeded quota"))
        .map(event ->
            "A quota does not let %s make another pod or volume. Raise the quota that the namespace has beside EUTLAS's own, or order a smaller plan."
                .formatted(about(event)));
  }

  private Optional<String> scheduling() {
    return symptoms.pods().stream()
        .filter(pod ->
            condition(pod, "PodScheduled")
                .filter(condition -> condition.text("reason").equals(Optional.of("Unschedulable")))
                .isPresent())
        .findFirst()
        .map(pod -> "No node has a place for the pod " + pod.name() + lacking(pod));
  }

  private static String lacking(Live pod) {
    var message =
        condition(pod, "PodScheduled").flatMap(condition -> condition.text("message")).orElse("");
    if (message.contains("unbound")) {
      return ": its volumes are not there yet.";
    }
    if (message.contains("anti-affinity")) {
      return ": each member needs a node of its own. Add nodes.";
    }
    var missing =
        SHORT.entrySet().stream()
            .filter(entry -> message.contains(entry.getKey()))
            .map(Map.Entry::getValue)
            .sorted()
            .toList();
    return missing.isEmpty()
        ? ". Add nodes, or see whether their taints keep it away."
        : ": there is not enough of " + String.join(" and ", missing) + ". Add nodes.";
  }

  private Optional<String> image() {
    return waiting(NO_IMAGE)
        .map(seen ->
            "The image of %s cannot be fetched. See whether its name is right and the nodes reach its registry."
                .formatted(seen));
  }

  private Optional<String> crash() {
    return waiting(Set.of("CrashLoopBackOff"))
        .map(seen ->
            "%s ends again and again soon after its start. Its log says why."
                .formatted(capital(seen)));
  }

  private Optional<String> start() {
    return waiting(NO_START)
        .map(seen ->
            "%s cannot be started: something that it names, such as a secret, is not there."
                .formatted(capital(seen)));
  }

  private Optional<String> mount() {
    return event(event -> is(event, "FailedMount") || is(event, "FailedAttachVolume"))
        .map(event ->
            "A volume cannot be attached for %s. See whether another node still holds it."
                .formatted(about(event)));
  }

  private Optional<String> probe() {
    return symptoms.pods().stream()
        .filter(pod ->
            condition(pod, "Ready")
                .filter(condition -> condition.text("status").equals(Optional.of("False")))
                .isPresent())
        .flatMap(pod -> event(event -> is(event, "Unhealthy") && isAbout(event, pod)).stream())
        .findFirst()
        .map(event ->
            "The database of %s runs and does not say yet that it is ready."
                .formatted(about(event)));
  }

  /** The first container that waits for one of the reasons, with its pod. */
  private Optional<String> waiting(Set<String> reasons) {
    return symptoms.pods().stream()
        .flatMap(pod ->
            Stream.of("initContainerStatuses", "containerStatuses")
                .flatMap(kind -> pod.items("status", kind).stream())
                .filter(container ->
                    container
                        .text("state", "waiting", "reason")
                        .filter(reasons::contains)
                        .isPresent())
                .map(container ->
                    "the container %s of the pod %s"
                        .formatted(container.text("name").orElse(""), pod.name())))
        .findFirst();
  }

  private Optional<Live> event(Predicate<Live> wanted) {
    return symptoms.events().stream().filter(wanted).findFirst();
  }

  private static boolean is(Live event, String reason) {
    return event.text("reason").equals(Optional.of(reason));
  }

  private static boolean isAbout(Live event, Live pod) {
    return event.text("involvedObject", "name").equals(Optional.of(pod.name()));
  }

  private static String message(Live event) {
    return event.text("message").orElse("");
  }

  private static String about(Live event) {
    var kind =
        switch (event.text("involvedObject", "kind").orElse("")) {
          case "Pod" -> "the pod ";
          case "StatefulSet" -> "the stateful set ";
          case "PersistentVolumeClaim" -> "the volume ";
          default -> "";
        };
    return kind + event.text("involvedObject", "name").orElse("something");
  }

  private static Optional<Live> condition(Live pod, String type) {
    return conditions(pod).stream()
        .filter(condition -> condition.text("type").equals(Optional.of(type)))
        .findFirst();
  }

  private static List<Live> conditions(Live pod) {
    return pod.items("status", "conditions");
  }

  private static String capital(String sentence) {
    return Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1);
  }
}
