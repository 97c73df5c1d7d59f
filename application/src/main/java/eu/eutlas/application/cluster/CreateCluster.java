package eu.eutlas.application.cluster;

import eu.eutlas.application.Access;
import eu.eutlas.application.Changes;
import eu.eutlas.application.Created;
import eu.eutlas.application.Ids;
import eu.eutlas.application.Origins;
import eu.eutlas.application.PortFailure;
import eu.eutlas.application.Sealer;
import eu.eutlas.application.internal.ClusterSlots;
import eu.eutlas.application.project.ProjectRepository;
import eu.eutlas.domain.OriginKey;
import eu.eutlas.domain.Outcome;
import eu.eutlas.domain.Refusal;
import eu.eutlas.domain.Reservation;
import eu.eutlas.domain.backup.Contents;
import eu.eutlas.domain.backup.Restoration;
import eu.eutlas.domain.cluster.AccessList;
import eu.eutlas.domain.cluster.Cluster;
import eu.eutlas.domain.cluster.ClusterId;
import eu.eutlas.domain.cluster.ClusterName;
import eu.eutlas.domain.cluster.ClusterRestore;
import eu.eutlas.domain.cluster.ClusterSettings;
import eu.eutlas.domain.cluster.ClusterSpec;
import eu.eutlas.domain.cluster.ClusterUsers;
import eu.eutlas.domain.cluster.DatabaseLogin;
import eu.eutlas.domain.cluster.MongoVersion;
import eu.eutlas.domain.cluster.Plan;
import eu.eutlas.domain.cluster.PlanId;
import eu.eutlas.domain.cluster.Promised;
import eu.eutlas.domain.cluster.RegionId;
import eu.eutlas.domain.identity.Actor;
import eu.eutlas.domain.operation.OperationType;
import eu.eutlas.domain.organization.OrgId;
import eu.eutlas.domain.organization.Permission;
import eu.eutlas.domain.project.Project;
import eu.eutlas.domain.project.ProjectId;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Orders a cluster. Its project reserves the place and the name, the cluster comes to be with the
 * operation that will create it, then the place is taken: after that the order stands, whatever
 * happens to this process. The servers come later.
 */
public final class CreateCluster {
  private static final String ADMIN = "eutlas";
  private static final String CUSTOMER = "admin";

  private final ClusterAccess access;
  private final ProjectRepository projects;
  private final ClusterRepository clusters;
  private final ClusterSlots slots;
  private final Catalogue catalogue;
  private final RegionMaintenance maintenance;
  private final RegionRoom room;
  private final Sealer sealer;
  private final OperationOrder orders;
  private final Ids ids;
  private final InstantSource clock;

  public CreateCluster(
      ClusterAccess access,
      ProjectRepository projects,
      ClusterRepository clusters,
      ClusterSlots slots,
      Catalogue catalogue,
      RegionMaintenance maintenance,
      RegionRoom room,
      Sealer sealer,
      OperationOrder orders,
      Ids ids,
      InstantSource clock) {
    this.access = access;
    this.projects = projects;
    this.clusters = clusters;
    this.slots = slots;
    this.catalogue = catalogue;
    this.maintenance = maintenance;
    this.room = room;
    this.sealer = sealer;
    this.orders = orders;
    this.ids = ids;
    this.clock = clock;
  }

  public record Command(
      ProjectId project,
      ClusterName name,
      PlanId plan,
      RegionId region,
      MongoVersion mongoVersion,
      ClusterSettings settings,
      Optional<OriginKey> origin) {}

  /**
   * With what a new cluster comes to be.
   *
   * @param org of the backup: nothing of it gets into another
   */
  public record Filling(OrgId org, Restoration restoration, Contents contents) {}

  public Outcome<Created<Cluster>> handle(Actor actor, Command command) {
    return handle(actor, command, Optional.empty());
  }

  /** The same for a cluster that has the data of a backup before anybody can log in. */
  public Outcome<Created<Cluster>> restoring(Actor actor, Command command, Filling filling) {
    return handle(actor, command, Optional.of(filling));
  }

  private Outcome<Created<Cluster>> handle(
      Actor actor, Command command, Optional<Filling> filling) {
    return access.admitted(
        actor,
        admitted ->
            project(admitted, command)
                .flatMap(project -> sameOrganization(project, filling))
                .flatMap(
                    project -> replay(command).orElseGet(() -> order(admitted, command, filling))));
  }

  private static Outcome<Project> sameOrganization(Project project, Optional<Filling> filling) {
    return filling.filter(from -> !from.org().equals(project.orgId())).isPresent()
        ? Outcome.refused(Refusal.notFound("project"))
        : Outcome.done(project);
  }

  private Outcome<Project> project(Access admitted, Command command) {
    return admitted.allow(
        Permission.CREATE_CLUSTER,
        projects.find(admitted.scope(), command.project()),
        Project::orgId,
        "project");
  }

  private Outcome<Created<Cluster>> order(
      Access admitted, Command command, Optional<Filling> filling) {
    return planOf(command)
        .flatMap(plan -> fits(plan, command, filling))
        .flatMap(plan -> maintenance.admit(command.region(), plan))
        .flatMap(plan -> room.admit(command.region(), Promised.to(plan.resources()), plan))
        .flatMap(plan ->
            reserve(admitted, command)
                .flatMap(place ->
                    insert(
                        filled(cluster(admitted.actor(), command, plan, place, filling), filling),
                        command)));
  }

  private static Outcome<Plan> fits(Plan plan, Command command, Optional<Filling> filling) {
    return filling
        .map(from ->
            ClusterRestore.fits(plan, from.contents(), plan.resources(), command.mongoVersion()))
        .orElseGet(() -> Outcome.done(plan));
  }

  private Cluster filled(Cluster ordered, Optional<Filling> filling) {
    return filling
        .map(from -> ClusterRestore.intoNew(ordered, from.restoration(), orders.turn()))
        .orElse(ordered);
  }

  private Outcome<Plan> planOf(Command command) {
    if (catalogue.region(command.region()).isEmpty()) {
      return Outcome.refused(Refusal.invalid("region", "There is no such region."));
    }
    if (catalogue.release(command.mongoVersion()).isEmpty()) {
      return Outcome.refused(Refusal.invalid("mongoVersion", "This version is not offered."));
    }
    return catalogue
        .plan(command.plan())
        .map(Outcome::done)
        .orElseGet(() -> Outcome.refused(Refusal.invalid("plan", "There is no such plan.")));
  }

  private Outcome<Reservation<Project, ClusterId>> reserve(Access admitted, Command command) {
    var wanted = new ClusterId(ids.next());
    return Changes.reserve(
        () -> project(admitted, command),
        project -> project.reserve(wanted, command.name(), command.origin(), clock.instant()),
        projects::save);
  }

  private Cluster cluster(
      Actor actor,
      Command command,
      Plan plan,
      Reservation<Project, ClusterId> place,
      Optional<Filling> filling) {
    var order =
        orders.draw(
            filling.isPresent() ? OperationType.RESTORE : OperationType.CREATE,
            place.parent().orgId(),
            place.parent().id(),
            place.child(),
            actor);
    return Cluster.request(
        filling.map(from -> orders.longer(order, from.contents())).orElse(order),
        command.name(),
        spec(command, plan, place.child()),
        command.settings(),
        command.origin(),
        orders.turn());
  }

  private ClusterSpec spec(Command command, Plan plan, ClusterId id) {
    return new ClusterSpec(
        1,
        plan.id(),
        plan.resources(),
        command.region(),
        command.mongoVersion(),
        login(id, ADMIN),
        ClusterUsers.of(login(id, CUSTOMER)),
        AccessList.NOBODY);
  }

  private DatabaseLogin login(ClusterId id, String username) {
    var password = ids.password();
    return new DatabaseLogin(username, sealer.seal(password, id.value(), username), 1);
  }

  private Outcome<Created<Cluster>> insert(Cluster cluster, Command command) {
    try {
      clusters.insert(cluster);
    } catch (PortFailure.Duplicate e) {
      // The same request in two copies: the other one was faster. Or its key is forgotten by now,
      // and only the name is left of it.
      return replay(command).orElseGet(Project::clusterNameTaken);
    }
    if (!slots.occupy(cluster.projectId(), cluster.id())) {
      // The place was given up meanwhile; the first pass will find none and end the cluster.
      orders.hint(cluster);
      return Outcome.refused(Changes.busy());
    }
    orders.hint(cluster);
    return Outcome.done(new Created<>(cluster, false));
  }

  private Optional<Outcome<Created<Cluster>>> replay(Command command) {
    var found = command.origin().flatMap(origin -> clusters.findByOrigin(origin.keyHash()));
    return Origins.replay(
        command.origin(), found, found.flatMap(Cluster::origin), Cluster::isDeleted, "cluster");
  }
}
