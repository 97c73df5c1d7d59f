package eu.eutlas.k8s;

import static eu.eutlas.k8s.Size.cpu;
import static eu.eutlas.k8s.Size.gigabytes;
import static eu.eutlas.k8s.Size.megabytes;

import eu.eutlas.domain.cluster.Resources;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;

/**
 * What a cluster's namespace may use, so that no mistake of an operator takes more than the plan
 * has.
 */
final class QuotaManifests {
  private final Blueprint blueprint;

  private QuotaManifests(Blueprint blueprint) {
    this.blueprint = blueprint;
  }

  static List<Manifest> of(Blueprint blueprint) {
    var manifests = new QuotaManifests(blueprint);
    return List.of(manifests.quota(), manifests.limits());
  }

  private Manifest quota() {
    return manifest(
        ResourceType.RESOURCE_QUOTA,
        Names.QUOTA,
        Map.of(
            "hard",
            Map.of(
                "pods", Integer.toString(most(member -> 1)),
                "requests.cpu", cpu(most(MemberSize::cpuMillis)),
                "limits.cpu", cpu(most(MemberSize::cpuMillisAtMost)),
                "requests.memory", megabytes(most(MemberSize::memory)),
                "limits.memory", megabytes(most(MemberSize::memoryAtMost)),
                "requests.storage", gigabytes(most(MemberSize::storage)),
                "persistentvolumeclaims", Integer.toString(most(MemberSize::claims)))));
  }

  /** Under a quota, a container that names no limits is refused: these are for such ones. */
  private Manifest limits() {
    var small = Map.of("cpu", cpu(100), "memory", megabytes(128));
    return manifest(
        ResourceType.LIMIT_RANGE,
        Names.LIMITS,
        Map.of(
            "limits",
            List.of(Map.of("type", "Container", "default", small, "defaultRequest", small))));
  }

  private Manifest manifest(ResourceType type, String name, Map<String, Object> spec) {
    return new Manifest(
        type,
        Optional.of(blueprint.names().namespace()),
        name,
        blueprint.metadata(),
        Map.of("spec", spec));
  }

  /**
   * Enough for both sizes while a cluster is on its way from one to the other: a pod of the new one
   * comes while pods of the old one still run.
   */
  private int most(ToIntFunction<MemberSize> part) {
    var wanted = total(blueprint.resources(), part);
    return blueprint.before().map(size -> Math.max(wanted, total(size, part))).orElse(wanted);
  }

  private int total(Resources size, ToIntFunction<MemberSize> part) {
    return size.members() * part.applyAsInt(MemberSize.of(blueprint.region().dialect(), size));
  }
}
