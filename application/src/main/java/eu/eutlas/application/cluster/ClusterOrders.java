package eu.eutlas.application.cluster;

import eu.eutlas.application.Authorizer;
import eu.eutlas.application.Changes;
import eu.eutlas.application.Ids;
import eu.eutlas.application.Ports;
import eu.eutlas.application.Revisions;
import eu.eutlas.application.cluster.ClusterAccess.Address;
import eu.eutlas.application.operation.ReconcileQueue;
import eu.eutlas.domain.Outcome;
import eu.eutlas.domain.Revision;
import eu.eutlas.domain.backup.Contents;
import eu.eutlas.domain.cluster.Cluster;
import eu.eutlas.domain.cluster.Promised;
import eu.eutlas.domain.cluster.Turn;
import eu.eutlas.domain.identity.Actor;
import eu.eutlas.domain.operation.Operation;
import eu.eutlas.domain.operation.OperationType;
import eu.eutlas.domain.organization.Permission;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * Takes the orders that change a cluster that is there: finds it, has it decided, saves the
 * decision with its operation and event in one write, and has it worked on.
 */
public final class ClusterOrders {
  private final ClusterAccess access;
  private final ClusterRepository clusters;
  private final OperationOrder orders;
  private final RegionMaintenance maintenance;
  private final RegionRoom room;

  public ClusterOrders(
      ClusterAccess access,
      ClusterRepository clusters,
      OperationOrder orders,
      RegionMaintenance maintenance,
      RegionRoom room) {
    this.access = access;
    this.clusters = clusters;
    this.orders = orders;
    this.maintenance = maintenance;
    this.room = room;
  }

  /** Takes the orders of an installation. */
  public static ClusterOrders of(
      Ports ports,
      Authorizer authorizer,
      ReconcileQueue queue,
      RegionMaintenance maintenance,
      RegionRoom room,
      Ids ids) {
    var clusters = ports.stores().clusters();
    return new ClusterOrders(
        new ClusterAccess(authorizer, clusters),
        clusters,
        new OperationOrder(queue, ports.jobs(), ports.settings(), ids, ports.clock()),
        maintenance,
        room);
  }

  /**
   * Which cluster is meant.
   *
   * @param ifMatch absent when any revision will do
   */
  public record Target(Permission permission, Address address, Optional<Revision> ifMatch) {}

  /** What an order comes to; pure, and repeated when somebody else wrote in between. */
  @FunctionalInterface
  public interface Decision {
    Outcome<Cluster> of(Cluster cluster, Operation operation, Turn turn);
  }

  /**
   * Takes an order that is an operation of the type. A region in maintenance takes deletions alone:
   * they wait. A full one takes what needs no more than before.
   */
  public Outcome<Cluster> take(Actor actor, OperationType type, Target target, Decision decision) {
    return change(
        actor,
        target,
        (cluster, turn) ->
            admitted(cluster, type)
                .flatMap(able -> decision.of(able, orders.draw(type, able, actor), turn))
                .flatMap(changed -> fitting(cluster, changed)));
  }

  /** Takes the order to restore so much into a cluster that is there, with time by its size. */
  public Outcome<Cluster> restore(
      Actor actor, Target target, Contents contents, Decision decision) {
    return take(
        actor,
        OperationType.RESTORE,
        target,
        (cluster, operation, turn) ->
            decision.of(cluster, orders.longer(operation, contents), turn));
  }

  private Outcome<Cluster> fitting(Cluster before, Cluster changed) {
    var more = Promised.to(changed).minus(Promised.to(before));
    return room.admit(changed.spec().region(), more, changed);
  }

  private Outcome<Cluster> admitted(Cluster cluster, OperationType type) {
    return type == OperationType.DELETE
        ? Outcome.done(cluster)
        : maintenance.admit(cluster.spec().region(), cluster);
  }

  /** Changes a cluster without an operation of its own. */
  public Outcome<Cluster> change(
      Actor actor, Target target, BiFunction<Cluster, Turn, Outcome<Cluster>> decision) {
    return access
        .admitted(
            actor,
            admitted ->
                Changes.apply(
                    () ->
                        access
                            .load(admitted, target.permission(), target.address())
                            .flatMap(cluster ->
                                Revisions.check(cluster, cluster.revision(), target.ifMatch())),
                    cluster -> decision.apply(cluster, orders.turn()),
                    clusters::save))
        .map(saved -> {
          orders.hint(saved);
          return saved;
        });
  }
}
