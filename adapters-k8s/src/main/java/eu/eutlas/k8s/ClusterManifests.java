package eu.eutlas.k8s;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** All that a cluster consists of, in the order in which it has to come. */
final class ClusterManifests {
  private static final String PASSWORD = "password";

  private ClusterManifests() {}

  /** What the operator's resource needs around it, the namespace first. */
  static List<Manifest> around(Blueprint blueprint) {
    return Stream.of(
            Stream.of(namespace(blueprint)),
            QuotaManifests.of(blueprint).stream(),
            NetworkManifests.of(blueprint).stream(),
            AccountManifests.of(blueprint).stream(),
            Stream.of(adminSecret(blueprint)))
        .flatMap(parts -> parts)
        .toList();
  }

  /** The operator's resource, which comes last: where it says a generation, all is there. */
  static Manifest resource(Blueprint blueprint, String release) {
    return switch (blueprint.region().dialect()) {
      case MONGODB_COMMUNITY -> CommunityManifests.resource(blueprint, release);
      case PERCONA -> PerconaManifests.resource(blueprint, release);
    };
  }

  private static Manifest namespace(Blueprint blueprint) {
    return new Manifest(
        ResourceType.NAMESPACE,
        Optional.empty(),
        blueprint.names().namespace(),
        blueprint.metadata(),
        Map.of());
  }

  private static Manifest adminSecret(Blueprint blueprint) {
    return new Manifest(
        ResourceType.SECRET,
        Optional.of(blueprint.names().namespace()),
        blueprint.names().adminSecret(),
        blueprint.metadata(),
        Map.of("type", "Opaque", "data", Map.of(PASSWORD, blueprint.order().adminPassword())));
  }

  /**
   * EUTLAS's own user. It makes the others and gives them any role, so it could give itself any:
   * less than {@code root} would be less in name only.
   */
  static Map<String, Object> adminUser(Blueprint blueprint) {
    return Map.of(
        "name",
        blueprint.order().adminUsername(),
        "db",
        "admin",
        "passwordSecretRef",
        Map.of("name", blueprint.names().adminSecret(), "key", PASSWORD),
        "roles",
        List.of(Map.of("name", "root", "db", "admin")));
  }

  /** What a volume is asked for with; without a class of its own, the usual one is taken. */
  static Map<String, Object> claim(Blueprint blueprint, int gigabytes) {
    var size =
        Map.of(
            "accessModes",
            List.of("ReadWriteOnce"),
            "resources",
            Map.of("requests", Map.of("storage", Size.gigabytes(gigabytes))));
    return blueprint
        .region()
        .storageClass()
        .map(name -> with(size, "storageClassName", name))
        .orElse(size);
  }

  static Map<String, Object> with(Map<String, Object> map, String key, Object value) {
    var next = new TreeMap<>(map);
    next.put(key, value);
    return next;
  }
}
