package eu.eutlas.k8s;

import eu.eutlas.application.cluster.DataPlane.Order;
import eu.eutlas.domain.cluster.Cidr;
import eu.eutlas.domain.cluster.ClusterId;
import eu.eutlas.domain.cluster.Resources;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes and stops one cluster, as of a generation. */
final class Hands {
  private final KubernetesRegion region;

  Hands(KubernetesRegion region) {
    this.region = region;
  }

  /**
   * Makes all of a cluster, the operator's resource last: what carries a generation there was
   * complete once. What stands there for a newer generation stays.
   */
  void make(Api api, Order order) {
    var release = region.releases().get(order.mongoVersion());
    if (release == null) {
      throw Failures.noRelease(order.mongoVersion().value());
    }
    var names = new Names(order.id());
    var namespace = namespace(api, names);
    var resource = resource(api, names);
    if (isNewer(namespace, order.generation()) || isNewer(resource, order.generation())) {
      return;
    }
    var before = resource.flatMap(each -> each.annotation(Size.ANNOTATION)).flatMap(Size::read);
    requirePossible(order, resource, before);
    var blueprint = new Blueprint(region, order, before);
    for (var manifest : ClusterManifests.around(blueprint)) {
      api.apply(manifest.type() == ResourceType.NAMESPACE ? asSeen(manifest, namespace) : manifest);
    }
    makeResource(api, blueprint, resource, release);
  }

  private void makeResource(Api api, Blueprint blueprint, Optional<Live> resource, String release) {
    var manifest = asSeen(ClusterManifests.resource(blueprint, release), resource);
    if (region.dialect() == Dialect.PERCONA) {
      api.apply(manifest);
      return;
    }
    var disk = new CommunityDisk(api, region, blueprint.names());
    blueprint.before().ifPresent(size -> disk.growClaims(size, blueprint.resources()));
    disk.releasePods(api.apply(manifest));
  }

  /** A node that stood still meanwhile must not write over what another one has made since. */
  private static Manifest asSeen(Manifest manifest, Optional<Live> seen) {
    return seen.map(each -> manifest.at(each.resourceVersion())).orElse(manifest);
  }

  private static boolean isNewer(Optional<Live> seen, long generation) {
    return seen.isPresent() && seen.get().generation() > generation;
  }

  private Optional<Live> namespace(Api api, Names names) {
    var namespace = api.get(ResourceType.NAMESPACE, Optional.empty(), names.namespace());
    namespace.ifPresent(each -> requireUsable(each, names));
    return namespace;
  }

  private Optional<Live> resource(Api api, Names names) {
    var resource =
        api.get(region.dialect().resource(), Optional.of(names.namespace()), names.resource());
    resource.ifPresent(each -> requireUsable(each, names));
    return resource;
  }

  private void requireUsable(Live seen, Names names) {
    if (!seen.isOf(region.installation(), names.id())) {
      throw Failures.taken(names);
    }
    if (seen.isLeaving() || Leave.isMarked(seen)) {
      throw Failures.leaving();
    }
  }

  /** An operator that sets the disks back does so again, and must not be asked for ever. */
  private static void requirePossible(
      Order order, Optional<Live> resource, Optional<Resources> before) {
    var wanted = order.resources().storageGigabytes();
    if (before.isPresent() && before.get().storageGigabytes() > wanted) {
      throw Failures.diskCannotShrink();
    }
    if (resource.isPresent()
        && resource.get().generation() == order.generation()
        && PerconaProgress.wasPutBack(resource.get())) {
      throw Failures.diskWasPutBack();
    }
  }

  /** Lets in these ranges and nobody else, where the cluster is and stays. */
  void admit(Api api, ClusterId id, List<Cidr> ranges) {
    var names = new Names(id);
    api.get(ResourceType.NAMESPACE, Optional.empty(), names.namespace())
        .filter(each -> each.isOf(region.installation(), id))
        .filter(each -> !each.isLeaving() && !Leave.isMarked(each))
        .map(each -> new LabelSet(region.installation(), id, each.generation()))
        .ifPresent(labels -> api.apply(NetworkManifests.access(names, labels, ranges)));
  }

  /** Asks for the servers to rest, where they are and are not newer. */
  void stop(Api api, ClusterId id, long generation) {
    var names = new Names(id);
    var found =
        api.get(region.dialect().resource(), Optional.of(names.namespace()), names.resource())
            .filter(each -> each.isOf(region.installation(), id) && !each.isLeaving());
    if (found.isEmpty() || isNewer(found, generation)) {
      return;
    }
    var resource = found.get();
    if (PerconaProgress.isToRest(resource) && resource.generation() == generation) {
      return;
    }
    var metadata =
        Map.of(
            "resourceVersion",
            resource.resourceVersion(),
            "labels",
            Map.of(LabelSet.GENERATION, Long.toString(generation)));
    api.patch(
        region.dialect().resource(),
        Optional.of(names.namespace()),
        names.resource(),
        Map.of("metadata", metadata, "spec", Map.of("pause", true)));
  }
}
