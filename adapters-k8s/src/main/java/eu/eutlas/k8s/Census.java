package eu.eutlas.k8s;

import eu.eutlas.application.cluster.DataPlane.Sighting;
import eu.eutlas.domain.cluster.ClusterId;
import eu.eutlas.domain.cluster.ClusterObservation;
import io.kubernetes.client.openapi.ApiClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Lists all clusters of a region page by page: its namespaces, its resources and who they let in,
 * all in the order of the clusters' ids, side by side. It remembers where the last page ended, so
 * that a listing of all is one pass; who goes on from elsewhere makes it begin anew.
 */
final class Census {
  private static final int MAX_PAGE = 500;

  private final KubernetesRegion region;
  private final Eyes eyes;
  private @Nullable Pass pass;

  Census(KubernetesRegion region, Eyes eyes) {
    this.region = region;
    this.eyes = eyes;
  }

  /** What there is after that cluster, at most so many; what is absent is left out. */
  synchronized List<Sighting> after(ApiClient client, Optional<ClusterId> after, int limit) {
    var api = Api.within(client, region.timeouts().whole());
    try {
      return read(api, after, limit);
    } catch (ExpiredException tooLate) {
      pass = null;
      return read(api, after, limit);
    }
  }

  private List<Sighting> read(Api api, Optional<ClusterId> after, int limit) {
    var going = pass != null && after.isPresent() && after.equals(pass.position) ? pass : null;
    // Whatever fails on the way, the next one begins anew.
    pass = null;
    var current = going == null ? new Pass(Math.clamp(limit, 1, MAX_PAGE)) : going;
    var sightings = new ArrayList<Sighting>();
    while (sightings.size() < limit) {
      var next = current.next(api);
      if (next.isEmpty()) {
        return sightings;
      }
      var id = next.get().id();
      if (after.isEmpty() || id.value().compareTo(after.get().value()) > 0) {
        sightings.add(next.get());
      }
    }
    pass = current;
    return sightings;
  }

  /** One way through all of them. */
  private final class Pass {
    private final Pager namespaces;
    private final Pager resources;
    private final Pager policies;
    private Optional<ClusterId> position = Optional.empty();

    Pass(int page) {
      var ours = LabelSet.selector(region.installation());
      var all = Map.of("labelSelector", ours);
      var access =
          Map.of(
              "labelSelector", ours, "fieldSelector", "metadata.name=" + NetworkManifests.ACCESS);
      namespaces = new Pager(ResourceType.NAMESPACE, all, page);
      resources = new Pager(region.dialect().resource(), all, page);
      policies = new Pager(ResourceType.NETWORK_POLICY, access, page);
    }

    Optional<Sighting> next(Api api) {
      for (var namespace = namespaces.next(api);
          namespace.isPresent();
          namespace = namespaces.next(api)) {
        var id = Names.cluster(namespace.get().name());
        if (id.isPresent() && namespace.get().isOf(region.installation(), id.get())) {
          var seen = look(api, id.get(), namespace.get());
          position = id;
          if (!(seen instanceof ClusterObservation.Absent)) {
            return Optional.of(new Sighting(id.get(), seen.digest()));
          }
        }
      }
      return Optional.empty();
    }

    private ClusterObservation look(Api api, ClusterId id, Live namespace) {
      var names = new Names(id);
      var resource = at(resources, api, names.namespace(), names.resource());
      var policy = at(policies, api, names.namespace(), NetworkManifests.ACCESS);
      if (resource.isEmpty()) {
        return eyes.withoutResource(id, namespace);
      }
      return resource.get().isOf(region.installation(), id)
          ? eyes.glance(id, resource.get(), policy)
          : new ClusterObservation.Absent();
    }

    /** The thing of that name in that namespace; what comes before it is passed over. */
    private static Optional<Live> at(Pager things, Api api, String namespace, String name) {
      var found = Optional.<Live>empty();
      for (var thing = things.peek(api);
          thing.isPresent() && place(thing.get()).compareTo(namespace) <= 0;
          thing = things.peek(api)) {
        things.drop();
        if (place(thing.get()).equals(namespace) && thing.get().name().equals(name)) {
          found = thing;
        }
      }
      return found;
    }

    private static String place(Live thing) {
      return thing.namespace().orElse("");
    }
  }
}
