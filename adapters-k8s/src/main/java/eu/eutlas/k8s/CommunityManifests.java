package eu.eutlas.k8s;

import eu.eutlas.domain.cluster.Resources;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A cluster as the community operator wants it. */
final class CommunityManifests {
  static final String DATA = "data-volume";
  private static final String LOGS = "logs-volume";
  private static final int LOGS_GIGABYTES = 2;

  private static final int AGENT_CPU = 100;
  private static final int AGENT_CPU_AT_MOST = 500;
  private static final int AGENT_MEMORY = 256;
  private static final int AGENT_MEMORY_AT_MOST = 400;

  /** What the operator gives to its containers that run before the server; they count alone. */
  private static final int BEFORE_CPU = 500;

  private static final int BEFORE_CPU_AT_MOST = 1_000;
  private static final int BEFORE_MEMORY = 400;
  private static final int BEFORE_MEMORY_AT_MOST = 500;

  private CommunityManifests() {}

  /**
   * The generation stands also in the spec, on the stateful set: what the operator says it has
   * finished is a copy of the spec, and so says for which generation. There it restarts no pod.
   */
  static Manifest resource(Blueprint blueprint, String release) {
    var spec =
        Map.of(
            "type",
            "ReplicaSet",
            "members",
            blueprint.resources().members(),
            "version",
            release,
            "clusterDomain",
            blueprint.region().surroundings().domain(),
            "security",
            Map.of("authentication", Map.of("modes", List.of("SCRAM"), "ignoreUnknownUsers", true)),
            "users",
            List.of(
                ClusterManifests.with(
                    ClusterManifests.adminUser(blueprint),
                    "scramCredentialsSecretName",
                    blueprint.names().adminSecret())),
            "statefulSet",
            Map.of(
                "metadata",
                Map.of("labels", blueprint.labels().passedOn()),
                "spec",
                Map.of(
                    "template", template(blueprint), "volumeClaimTemplates", claims(blueprint))));
    return new Manifest(
        ResourceType.MONGODB_COMMUNITY,
        Optional.of(blueprint.names().namespace()),
        blueprint.names().resource(),
        blueprint.metadataWithSize(),
        Map.of("spec", spec));
  }

  private static Map<String, Object> template(Blueprint blueprint) {
    var resources = blueprint.resources();
    return Map.of(
        "metadata",
        Map.of("labels", blueprint.labels().lasting()),
        "spec",
        Map.of(
            "affinity",
            apart(blueprint),
            "containers",
            List.of(
                container("mongod", Size.of(resources.cpuMillis(), resources.memoryMegabytes())),
                container("mongodb-agent", agent()))));
  }

  private static Map<String, Object> container(String name, Map<String, Object> size) {
    return Map.of("name", name, "resources", size);
  }

  private static Map<String, Object> agent() {
    return Map.of(
        "requests",
        Map.of("cpu", Size.cpu(AGENT_CPU), "memory", Size.megabytes(AGENT_MEMORY)),
        "limits",
        Map.of("cpu", Size.cpu(AGENT_CPU_AT_MOST), "memory", Size.megabytes(AGENT_MEMORY_AT_MOST)));
  }

  /** Members on different nodes where there are enough of them. */
  private static Map<String, Object> apart(Blueprint blueprint) {
    var term =
        Map.of(
            "topologyKey",
            "kubernetes.io/hostname",
            "labelSelector",
            Map.of("matchLabels", Map.of(LabelSet.CLUSTER, blueprint.order().id().value())));
    return Map.of(
        "podAntiAffinity",
        Map.of(
            "preferredDuringSchedulingIgnoredDuringExecution",
            List.of(Map.of("weight", 100, "podAffinityTerm", term))));
  }

  private static List<Map<String, Object>> claims(Blueprint blueprint) {
    return List.of(
        claim(blueprint, DATA, blueprint.resources().storageGigabytes()),
        claim(blueprint, LOGS, LOGS_GIGABYTES));
  }

  private static Map<String, Object> claim(Blueprint blueprint, String name, int gigabytes) {
    return Map.of(
        "metadata",
        Map.of("name", name, "labels", blueprint.labels().lasting()),
        "spec",
        ClusterManifests.claim(blueprint, gigabytes));
  }

  static MemberSize member(Resources resources) {
    var cpu = resources.cpuMillis();
    var memory = resources.memoryMegabytes();
    return new MemberSize(
        Math.max(cpu + AGENT_CPU, BEFORE_CPU),
        Math.max(cpu + AGENT_CPU_AT_MOST, BEFORE_CPU_AT_MOST),
        Math.max(memory + AGENT_MEMORY, BEFORE_MEMORY),
        Math.max(memory + AGENT_MEMORY_AT_MOST, BEFORE_MEMORY_AT_MOST),
        resources.storageGigabytes() + LOGS_GIGABYTES,
        2);
  }
}
