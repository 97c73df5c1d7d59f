package eu.eutlas.k8s.standin;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Nodes that say of every pod that it runs, as soon as its volumes are bound. The pods are never
 * given to a node by name: so they go at once when they are deleted, as nobody has to stop them.
 */
final class StandInNodes {
  private static final String UNSCHEDULABLE =
      """
      {"phase": "Pending", "conditions": [{"type": "PodScheduled", "status": "False", "reason": "Unschedulable",
        "message": "0/3 nodes are available: 3 Insufficient memory."}]}\
      """;

  private final ApiServer server;
  private final Function<String, Set<Fault>> faults;

  StandInNodes(ApiServer server, Function<String, Set<Fault>> faults) {
    this.server = server;
    this.faults = faults;
  }

  void run(Set<String> namespaces, List<Document> claims) {
    var bound =
        claims.stream()
            .filter(claim -> claim.text("status", "phase").equals("Bound"))
            .map(claim -> claim.namespace() + "/" + claim.name())
            .collect(Collectors.toUnmodifiableSet());
    server.list(Kind.POD, "", "").stream()
        .filter(pod -> namespaces.contains(pod.namespace()) && !pod.isDeleting())
        .forEach(pod -> run(pod, bound));
  }

  private void run(Document pod, Set<String> bound) {
    var wrong = faults.apply(pod.namespace());
    var ready = pod.text("status", "phase").equals("Running");
    if (wrong.contains(Fault.UNSCHEDULABLE)) {
      say(pod, UNSCHEDULABLE);
    } else if (wrong.contains(Fault.IMAGE_PULL)) {
      say(pod, waiting(pod, "Pending", "ImagePullBackOff", 0));
    } else if (wrong.contains(Fault.CRASH_LOOP)) {
      say(pod, waiting(pod, "Running", "CrashLoopBackOff", 5));
    } else if (!wrong.contains(Fault.NEVER_READY) && hasVolumes(pod, bound) && !isReady(pod)) {
      say(pod, running(pod));
    } else if (wrong.contains(Fault.NEVER_READY) && ready) {
      say(pod, "{\"phase\": \"Pending\", \"conditions\": [], \"containerStatuses\": []}");
    }
  }

  private static boolean isReady(Document pod) {
    return pod.list("status", "conditions").stream()
        .anyMatch(each -> each.text("type").equals("Ready") && each.text("status").equals("True"));
  }

  private static boolean hasVolumes(Document pod, Set<String> bound) {
    return pod.list("spec", "volumes").stream()
        .map(volume -> volume.text("persistentVolumeClaim", "claimName"))
        .filter(claim -> !claim.isEmpty())
        .allMatch(claim -> bound.contains(pod.namespace() + "/" + claim));
  }

  private static String running(Document pod) {
    var now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    var conditions =
        List.of("PodScheduled", "Initialized", "ContainersReady", "Ready").stream()
            .map(type ->
                """
                {"type": "%s", "status": "True", "lastTransitionTime": "%s"}\
                """
                    .formatted(type, now))
            .collect(Collectors.joining(", "));
    var state = "\"running\": {\"startedAt\": \"%s\"}".formatted(now);
    return """
    {"phase": "Running", "startTime": "%s", "conditions": [%s], "containerStatuses": [%s]}\
    """
        .formatted(now, conditions, containers(pod, true, 0, state));
  }

  private static String waiting(Document pod, String phase, String reason, int restarts) {
    var state = "\"waiting\": {\"reason\": \"%s\", \"message\": \"\"}".formatted(reason);
    return """
    {"phase": "%s", "conditions": [
      {"type": "PodScheduled", "status": "True"},
      {"type": "Ready", "status": "False", "reason": "ContainersNotReady"}], "containerStatuses": [%s]}\
    """
        .formatted(phase, containers(pod, false, restarts, state));
  }

  private static String containers(Document pod, boolean ready, int restarts, String state) {
    return pod.list("spec", "containers").stream()
        .map(container ->
            """
            {"name": "%s", "image": "%s", "imageID": "", "ready": %s, "started": %s,
             "restartCount": %d, "state": {%s}}\
            """
                .formatted(
                    container.text("name"), container.text("image"), ready, ready, restarts, state))
        .collect(Collectors.joining(", "));
  }

  private void say(Document pod, String status) {
    server.mergeStatus(Kind.POD, pod.namespace(), pod.name(), "{\"status\": " + status + "}");
  }
}
