package eu.eutlas.k8s;

import eu.eutlas.domain.cluster.ClusterId;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes one cluster away: first a mark on its namespace, so that nobody makes anything there any
 * more, then the operator's resource, and when the operator is done with it the namespace with all
 * that is left in it.
 */
final class Leave {
  private static final Logger log = LoggerFactory.getLogger(Leave.class);
  private static final String MARK = "eutlas.eu/leaving";
  private static final Map<String, String> PLAIN =
      Map.of("kind", "DeleteOptions", "apiVersion", "v1");

  private final KubernetesRegion region;

  Leave(KubernetesRegion region) {
    this.region = region;
  }

  static boolean isMarked(Live namespace) {
    return namespace.annotation(MARK).isPresent();
  }

  /** Goes as far as it can now, and says whether there is more to do. Repeatable. */
  boolean goOn(Api api, ClusterId id) {
    var names = new Names(id);
    var namespace = api.get(ResourceType.NAMESPACE, Optional.empty(), names.namespace());
    if (namespace.isEmpty() || namespace.get().isLeaving()) {
      return false;
    }
    if (!namespace.get().isOf(region.installation(), id)) {
      log.warn(
          "The namespace of a cluster that is to go is not of this installation; it is left alone."
              + " region={} cluster={}",
          region.id(),
          id);
      return false;
    }
    mark(api, namespace.get());
    if (isResourceThere(api, names)) {
      return true;
    }
    api.delete(
        ResourceType.NAMESPACE,
        Optional.empty(),
        names.namespace(),
        Map.of(
            "kind",
            "DeleteOptions",
            "apiVersion",
            "v1",
            "preconditions",
            Map.of("uid", namespace.get().uid().orElse(""))));
    return false;
  }

  private static void mark(Api api, Live namespace) {
    if (!isMarked(namespace)) {
      api.patch(
          ResourceType.NAMESPACE,
          Optional.empty(),
          namespace.name(),
          Map.of("metadata", Map.of("annotations", Map.of(MARK, "true"))));
    }
  }

  /** Asks for the resource to go; it stays for as long as the operator's finalizers do. */
  private boolean isResourceThere(Api api, Names names) {
    var type = region.dialect().resource();
    var place = Optional.of(names.namespace());
    var resource = api.get(type, place, names.resource());
    if (resource.isPresent() && !resource.get().isLeaving()) {
      api.delete(type, place, names.resource(), PLAIN);
      return api.get(type, place, names.resource()).isPresent();
    }
    return resource.isPresent();
  }
}
