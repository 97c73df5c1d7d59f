package eu.eutlas.k8s;

import eu.eutlas.application.cluster.DataPlane.Order;
import eu.eutlas.domain.cluster.Resources;
import java.util.Map;
import java.util.Optional;

/**
 * All that the manifests of a cluster are made from.
 *
 * @param before the size that it has now; absent when it is new
 */
record Blueprint(KubernetesRegion region, Order order, Optional<Resources> before) {

  Names names() {
    return new Names(order.id());
  }

  LabelSet labels() {
    return new LabelSet(region.installation(), order.id(), order.generation());
  }

  /** What a thing of the cluster carries besides its name. */
  Map<String, Object> metadata() {
    return Map.of("labels", labels().own());
  }

  /** The same, for the operator's resource, which also remembers the size that was asked for. */
  Map<String, Object> metadataWithSize() {
    return Map.of(
        "labels", labels().own(), "annotations", Map.of(Size.ANNOTATION, Size.write(resources())));
  }

  Resources resources() {
    return order.resources();
  }
}
