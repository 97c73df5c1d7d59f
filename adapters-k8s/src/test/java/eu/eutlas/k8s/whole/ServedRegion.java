package eu.eutlas.k8s.whole;

import eu.eutlas.application.cluster.DataPlane;
import eu.eutlas.application.cluster.TenantDatabase.Login;
import eu.eutlas.domain.cluster.Cidr;
import eu.eutlas.domain.cluster.ClusterId;
import eu.eutlas.domain.cluster.ClusterObservation;
import eu.eutlas.domain.cluster.Endpoint;
import eu.eutlas.domain.cluster.RegionId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** A region whose clusters, where they run, are served by stand-ins for their databases. */
record ServedRegion(DataPlane plane, Servers servers, Map<ClusterId, Login> administrators)
    implements DataPlane {

  ServedRegion(DataPlane plane, Servers servers) {
    this(plane, servers, new ConcurrentHashMap<>());
  }

  /** What runs in the clusters' pods. */
  interface Servers {
    /** Serves at an endpoint; repeatable. */
    void serve(ClusterId id, Endpoint endpoint, Login administrator);

    /** Serves no more, and keeps what is there; repeatable. */
    void rest(ClusterId id);
  }

  @Override
  public void provision(Order order) {
    plane.provision(order);
    administrators.put(order.id(), new Login(order.adminUsername(), order.adminPassword()));
  }

  @Override
  public ClusterObservation observe(ClusterId id) {
    var seen = plane.observe(id);
    if (seen instanceof ClusterObservation.Running running && administrators.containsKey(id)) {
      servers.serve(id, running.endpoint(), administrators.get(id));
    } else if (seen instanceof ClusterObservation.Stopped
        || seen instanceof ClusterObservation.Absent) {
      servers.rest(id);
    }
    return seen;
  }

  @Override
  public RegionId region() {
    return plane.region();
  }

  @Override
  public Set<Capability> capabilities() {
    return plane.capabilities();
  }

  @Override
  public List<Sighting> observeAll(Optional<ClusterId> after, int limit) {
    return plane.observeAll(after, limit);
  }

  @Override
  public void stop(ClusterId id, long generation) {
    plane.stop(id, generation);
  }

  @Override
  public void admit(ClusterId id, List<Cidr> ranges) {
    plane.admit(id, ranges);
  }

  @Override
  public void deprovision(ClusterId id) {
    plane.deprovision(id);
  }

  @Override
  public Watch watch(Consumer<ClusterId> listener) {
    return plane.watch(listener);
  }
}
