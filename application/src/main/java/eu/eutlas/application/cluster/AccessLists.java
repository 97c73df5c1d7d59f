package eu.eutlas.application.cluster;

import eu.eutlas.application.cluster.ClusterAccess.Address;
import eu.eutlas.domain.Outcome;
import eu.eutlas.domain.Revision;
import eu.eutlas.domain.cluster.AccessChange;
import eu.eutlas.domain.cluster.AccessEntry;
import eu.eutlas.domain.cluster.Cidr;
import eu.eutlas.domain.cluster.Cluster;
import eu.eutlas.domain.identity.Actor;
import eu.eutlas.domain.operation.Operation;
import eu.eutlas.domain.operation.OperationType;
import eu.eutlas.domain.organization.Permission;
import java.util.List;
import java.util.Optional;

/**
 * From where clusters are reached, in regions that can keep others out. A change is an operation of
 * the cluster, which is done when the data plane shows it. Entries leave the list when they expire.
 */
public final class AccessLists {
  private final ClusterAccess access;
  private final ClusterOrders orders;
  private final RegionCapabilities regions;

  public AccessLists(ClusterAccess access, ClusterOrders orders, RegionCapabilities regions) {
    this.access = access;
    this.orders = orders;
    this.regions = regions;
  }

  /** An entry that was ordered, or is to go, with the operation that sees to it. */
  public record Ordered(AccessEntry entry, Optional<Operation> operation) {}

  /**
   * What to let in.
   *
   * @param ifMatch the cluster's revision; absent when any will do
   */
  public record Add(Address address, AccessEntry entry, Optional<Revision> ifMatch) {}

  /**
   * What to keep out.
   *
   * @param ifMatch the cluster's revision; absent when any will do
   */
  public record Remove(Address address, Cidr range, Optional<Revision> ifMatch) {}

  /** All entries, in the order in which they were added. */
  public Outcome<List<AccessEntry>> list(Actor actor, Address address) {
    return access
        .find(actor, Permission.READ_CLUSTER, address)
        .map(cluster -> cluster.spec().access().entries());
  }

  /** Lets a range in. A range that is in the list gets this comment and end. */
  public Outcome<Ordered> add(Actor actor, Add command) {
    return change(
            actor,
            command.address(),
            command.ifMatch(),
            (cluster, change, turn) -> AccessChange.add(cluster, command.entry(), change, turn))
        .map(cluster -> new Ordered(command.entry(), cluster.running()));
  }

  /** Keeps a range out, whose entry is shown once more. */
  public Outcome<Ordered> remove(Actor actor, Remove command) {
    return access
        .find(actor, Permission.CHANGE_ACCESS_LIST, command.address())
        .flatMap(cluster -> AccessChange.find(cluster, command.range()))
        .flatMap(entry ->
            change(
                    actor,
                    command.address(),
                    command.ifMatch(),
                    (cluster, change, turn) ->
                        AccessChange.remove(cluster, command.range(), change, turn))
                .map(cluster -> new Ordered(entry, cluster.running())));
  }

  private Outcome<Cluster> change(
      Actor actor, Address address, Optional<Revision> ifMatch, ClusterOrders.Decision decision) {
    return orders.take(
        actor,
        OperationType.CHANGE_ACCESS_LIST,
        new ClusterOrders.Target(Permission.CHANGE_ACCESS_LIST, address, ifMatch),
        (cluster, change, turn) ->
            regions
                .require(cluster, DataPlane.Capability.ACCESS_LIST)
                .flatMap(able -> decision.of(able, change, turn)));
  }
}
