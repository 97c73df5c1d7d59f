package eu.eutlas.k8s;

import eu.eutlas.domain.cluster.Resources;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A cluster as Percona's operator wants it. Its data are encrypted at rest, by its own default. */
final class PerconaManifests {
  /** In this order the operator clears up before the resource goes: pods, volumes, secrets. */
  static final List<String> FINALIZERS =
      List.of("percona.com/delete-psmdb-pods-in-order", "percona.com/delete-psmdb-pvc");

  private PerconaManifests() {}

  static Manifest resource(Blueprint blueprint, String image) {
    var names = blueprint.names();
    var spec = new TreeMap<String, Object>();
    spec.put("crVersion", blueprint.region().operatorVersion().orElseThrow());
    spec.put("image", image);
    spec.put("imagePullPolicy", "IfNotPresent");
    spec.put("pause", false);
    // One member is less than the operator thinks safe; who orders such a plan knows.
    spec.put("unsafeFlags", Map.of("replsetSize", blueprint.resources().members() == 1));
    spec.put("updateStrategy", "SmartUpdate");
    spec.put("upgradeOptions", Map.of("apply", "disabled"));
    spec.put("storageScaling", Map.of("enableVolumeScaling", true));
    spec.put("tls", Map.of("mode", "preferTLS"));
    spec.put(
        "secrets",
        Map.of(
            "users", names.resource() + "-users",
            "encryptionKey", names.resource() + "-mongodb-encryption-key"));
    spec.put("users", List.of(ClusterManifests.adminUser(blueprint)));
    spec.put("replsets", List.of(replicaSet(blueprint)));
    spec.put("sharding", Map.of("enabled", false));
    if (!blueprint.region().surroundings().domain().equals("cluster.local")) {
      spec.put("clusterServiceDNSSuffix", "svc." + blueprint.region().surroundings().domain());
    }
    return new Manifest(
        ResourceType.PERCONA_SERVER_MONGODB,
        Optional.of(names.namespace()),
        names.resource(),
        ClusterManifests.with(blueprint.metadataWithSize(), "finalizers", FINALIZERS),
        Map.of("spec", spec));
  }

  private static Map<String, Object> replicaSet(Blueprint blueprint) {
    var resources = blueprint.resources();
    return Map.of(
        "name",
        Names.REPLICA_SET,
        "size",
        resources.members(),
        "labels",
        blueprint.labels().lasting(),
        "serviceAccountName",
        Names.account(Dialect.PERCONA),
        "affinity",
        Map.of("antiAffinityTopologyKey", "kubernetes.io/hostname"),
        "resources",
        Size.of(resources.cpuMillis(), resources.memoryMegabytes()),
        "volumeSpec",
        Map.of(
            "persistentVolumeClaim",
            ClusterManifests.claim(blueprint, resources.storageGigabytes())));
  }

  static MemberSize member(Resources resources) {
    var cpu = resources.cpuMillis();
    var memory = resources.memoryMegabytes();
    return new MemberSize(cpu, cpu, memory, memory, resources.storageGigabytes(), 1);
  }
}
