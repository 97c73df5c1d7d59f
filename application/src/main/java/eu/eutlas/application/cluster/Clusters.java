package eu.eutlas.application.cluster;

import eu.eutlas.application.Authorizer;
import eu.eutlas.application.Ids;
import eu.eutlas.application.Ports;
import eu.eutlas.application.internal.ClusterSlots;
import eu.eutlas.application.operation.ReconcileQueue;

/** What can be done about clusters. */
public record Clusters(
    ReadCatalogue catalogue,
    CreateCluster create,
    ReadCluster read,
    ListClusters list,
    UpdateCluster update,
    ReadCredentials credentials,
    TestConnection testConnection,
    ResizeCluster resize,
    UpgradeCluster upgrade,
    RotateCredentials rotate,
    DatabaseUsers databaseUsers,
    AccessLists accessLists,
    PauseCluster pause,
    ResumeCluster resume,
    DeleteCluster delete,
    SetMaintenance maintenance,
    ListRegions regions,
    ListUnknownResources unknownResources) {

  public static Clusters of(
      Ports ports,
      Authorizer authorizer,
      ReconcileQueue queue,
      RegionHealth health,
      RegionMaintenance maintenance,
      RegionRoom room,
      Ids ids) {
    var projects = ports.stores().projects();
    var clusters = ports.stores().clusters();
    var sealer = ports.security().sealer();
    var access = new ClusterAccess(authorizer, clusters);
    var orders = new OperationOrder(queue, ports.jobs(), ports.settings(), ids, ports.clock());
    var changes = new ClusterOrders(access, clusters, orders, maintenance, room);
    var regions = new RegionCapabilities(ports.dataPlanes(), ports.elsewhere());
    var catalogue =
        new ReadCatalogue(authorizer, ports.catalogue(), regions, health, maintenance, room);
    return new Clusters(
        catalogue,
        new CreateCluster(
            access,
            projects,
            clusters,
            new ClusterSlots(projects),
            ports.catalogue(),
            maintenance,
            room,
            sealer,
            orders,
            ids,
            ports.clock()),
        new ReadCluster(access),
        new ListClusters(authorizer, ports.stores().organizations(), projects, clusters),
        new UpdateCluster(access, clusters, orders),
        new ReadCredentials(access, clusters, sealer, orders),
        new TestConnection(access, ports.tenantDatabase(), sealer, ports.clock()),
        new ResizeCluster(changes, ports.catalogue()),
        new UpgradeCluster(changes, ports.catalogue()),
        new RotateCredentials(changes, sealer, ids),
        new DatabaseUsers(access, changes, sealer, ids),
        new AccessLists(access, changes, regions),
        new PauseCluster(changes, regions),
        new ResumeCluster(changes, regions),
        new DeleteCluster(changes),
        new SetMaintenance(authorizer, catalogue, maintenance, ports.clock()),
        new ListRegions(authorizer, ports.catalogue(), catalogue, health, room),
        new ListUnknownResources(authorizer, ports.stores().unknownResources()));
  }
}
