package eu.eutlas.k8s;

import eu.eutlas.domain.cluster.Resources;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Growing the disks of a cluster of the community operator, which does not do it: a stateful set
 * cannot change what it asks of volumes. So the claims are grown first, the set is taken from above
 * its pods, which go on, and the operator makes it anew with the new size and finds them. Each step
 * can be repeated, and what is left undone is seen by {@link #differs}.
 */
final class CommunityDisk {
  private final Api api;
  private final KubernetesRegion region;
  private final Names names;

  CommunityDisk(Api api, KubernetesRegion region, Names names) {
    this.api = api;
    this.region = region;
    this.names = names;
  }

  /**
   * Before the resource asks for more: sees to it that the volumes there are grow.
   *
   * @throws eu.eutlas.application.PortFailure.Rejected when their class does not let them
   */
  void growClaims(Resources before, Resources wanted) {
    for (var member = 0; member < before.members(); member++) {
      var name = CommunityManifests.DATA + "-" + names.resource() + "-" + member;
      var claim = api.get(ResourceType.CLAIM, place(), name);
      if (claim.isPresent() && size(claim.get(), "spec").orElse(0) < wanted.storageGigabytes()) {
        requireGrowing(claim.get());
        api.patch(ResourceType.CLAIM, place(), name, request(wanted));
      }
    }
  }

  private void requireGrowing(Live claim) {
    var name = claim.text("spec", "storageClassName");
    var grows =
        name.flatMap(each -> api.get(ResourceType.STORAGE_CLASS, Optional.empty(), each))
            .map(storageClass -> storageClass.is("allowVolumeExpansion"))
            .orElse(false);
    if (!grows) {
      throw Failures.diskCannotGrow(name.or(region::storageClass));
    }
  }

  private static Map<String, ?> request(Resources wanted) {
    var size = Map.of("storage", Size.gigabytes(wanted.storageGigabytes()));
    return Map.of("spec", Map.of("resources", Map.of("requests", size)));
  }

  /**
   * After the resource asks for more: takes the sets away that ask for less, and leaves their pods.
   * There is one for arbiters too, with none in it. An operator that still works on the resource of
   * before may make one of them anew as it was; that is seen, and this is done again.
   */
  void releasePods(Live resource) {
    for (var set : api.list(ResourceType.STATEFUL_SET, place(), Map.of()).items()) {
      if (differs(set, resource)) {
        release(set);
      }
    }
  }

  private void release(Live set) {
    api.delete(
        ResourceType.STATEFUL_SET,
        place(),
        set.name(),
        Map.of(
            "kind",
            "DeleteOptions",
            "apiVersion",
            "v1",
            "propagationPolicy",
            "Orphan",
            "preconditions",
            Map.of("uid", set.uid().orElse(""))));
  }

  private Optional<String> place() {
    return Optional.of(names.namespace());
  }

  /** Whether the set asks for other volumes than the resource does. */
  static boolean differs(Live statefulSet, Live resource) {
    var wanted = size(resource.items("spec", "statefulSet", "spec", "volumeClaimTemplates"));
    var there = size(statefulSet.items("spec", "volumeClaimTemplates"));
    return wanted.isPresent() && there.isPresent() && !wanted.equals(there);
  }

  private static Optional<Integer> size(List<Live> claims) {
    return claims.stream()
        .filter(claim -> claim.name().equals(CommunityManifests.DATA))
        .findFirst()
        .flatMap(claim -> size(claim, "spec"));
  }

  private static Optional<Integer> size(Live claim, String part) {
    return claim.text(part, "resources", "requests", "storage").flatMap(Size::readGigabytes);
  }
}
