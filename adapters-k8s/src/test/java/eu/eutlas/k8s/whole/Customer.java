package eu.eutlas.k8s.whole;

import eu.eutlas.application.Eutlas;
import eu.eutlas.application.cluster.AccessLists;
import eu.eutlas.application.cluster.ClusterAccess.Address;
import eu.eutlas.application.cluster.CreateCluster;
import eu.eutlas.application.cluster.DatabaseUsers;
import eu.eutlas.application.cluster.DeleteCluster;
import eu.eutlas.application.cluster.PauseCluster;
import eu.eutlas.application.cluster.ReadCredentials.Credentials;
import eu.eutlas.application.cluster.ResizeCluster;
import eu.eutlas.application.cluster.ResumeCluster;
import eu.eutlas.application.cluster.RotateCredentials;
import eu.eutlas.application.cluster.TenantDatabase.Login;
import eu.eutlas.application.cluster.UpgradeCluster;
import eu.eutlas.application.organization.CreateOrganization;
import eu.eutlas.application.project.CreateProject;
import eu.eutlas.domain.Outcome;
import eu.eutlas.domain.Secret;
import eu.eutlas.domain.cluster.AccessComment;
import eu.eutlas.domain.cluster.AccessEntry;
import eu.eutlas.domain.cluster.Cidr;
import eu.eutlas.domain.cluster.Cluster;
import eu.eutlas.domain.cluster.ClusterName;
import eu.eutlas.domain.cluster.ClusterSettings;
import eu.eutlas.domain.cluster.DatabaseName;
import eu.eutlas.domain.cluster.DatabasePassword;
import eu.eutlas.domain.cluster.DatabaseRole;
import eu.eutlas.domain.cluster.Labels;
import eu.eutlas.domain.cluster.OverlapMinutes;
import eu.eutlas.domain.cluster.RegionId;
import eu.eutlas.domain.cluster.RoleGrant;
import eu.eutlas.domain.cluster.Username;
import eu.eutlas.domain.identity.Actor;
import eu.eutlas.domain.identity.Caller;
import eu.eutlas.domain.identity.CorrelationId;
import eu.eutlas.domain.identity.Email;
import eu.eutlas.domain.identity.PersonName;
import eu.eutlas.domain.identity.SessionId;
import eu.eutlas.domain.identity.UserId;
import eu.eutlas.domain.operation.Operation;
import eu.eutlas.domain.operation.OperationId;
import eu.eutlas.domain.operation.OperationType;
import eu.eutlas.domain.organization.OrgName;
import eu.eutlas.domain.project.ProjectId;
import eu.eutlas.domain.project.ProjectName;
import eu.eutlas.testkit.HexIds;
import java.util.Optional;
import java.util.Set;

/** Somebody with a project, who orders everything that can be ordered. */
record Customer(Eutlas eutlas, RegionId region, ProjectId project) {
  private static final Actor.Person OWNER =
      new Actor.Person(
          new UserId(HexIds.of(1)),
          new Email("owner@example.org"),
          new PersonName("Owner"),
          true,
          false,
          new SessionId(HexIds.of(2)),
          new Caller("192.0.2.1", "test", new CorrelationId("test")));
  private static final Username REPORTER = new Username("reporter");
  private static final Secret PASSWORD = new Secret("a-lamp-in-every-window");

  /** Of the database user that they order. */
  static final Login REPORTER_LOGIN = new Login(REPORTER.value(), PASSWORD);

  static Customer settle(Eutlas eutlas, RegionId region) {
    var org =
        eutlas
            .organizations()
            .create()
            .handle(OWNER, new CreateOrganization.Command(new OrgName("Acme"), Optional.empty()))
            .orElseThrow();
    var project =
        eutlas
            .projects()
            .create()
            .handle(
                OWNER,
                new CreateProject.Command(
                    org.value().id(), new ProjectName("Shop"), Optional.empty()))
            .orElseThrow();
    return new Customer(eutlas, region, project.value().id());
  }

  Cluster create(String name) {
    return eutlas
        .clusters()
        .create()
        .handle(
            OWNER,
            new CreateCluster.Command(
                project,
                new ClusterName(name),
                Installation.SMALL,
                region,
                Installation.OLD,
                new ClusterSettings(Labels.NONE, false),
                Optional.empty()))
        .orElseThrow()
        .value();
  }

  /** Orders a change of that type, of a cluster that is there. */
  Operation order(OperationType type, Cluster cluster) {
    var address = new Address(project, cluster.id());
    var all = eutlas.clusters();
    return switch (type) {
      case CREATE -> cluster.running().orElseThrow();
      case RESTORE -> throw new IllegalArgumentException("There are no archives here.");
      case RESIZE ->
          running(
              all.resize()
                  .handle(
                      OWNER,
                      new ResizeCluster.Command(address, Installation.LARGE, Optional.empty())));
      case UPGRADE ->
          running(
              all.upgrade()
                  .handle(
                      OWNER,
                      new UpgradeCluster.Command(address, Installation.NEW, Optional.empty())));
      case PAUSE ->
          running(all.pause().handle(OWNER, new PauseCluster.Command(address, Optional.empty())));
      case RESUME ->
          running(all.resume().handle(OWNER, new ResumeCluster.Command(address, Optional.empty())));
      case ROTATE_CREDENTIALS ->
          running(
              all.rotate()
                  .handle(
                      OWNER,
                      new RotateCredentials.Command(
                          address, OverlapMinutes.USUAL, Optional.empty())));
      case CREATE_DATABASE_USER -> users(all.databaseUsers().create(OWNER, reporter(address)));
      case UPDATE_DATABASE_USER ->
          users(
              all.databaseUsers()
                  .update(
                      OWNER,
                      new DatabaseUsers.Update(
                          address,
                          REPORTER,
                          Optional.empty(),
                          Optional.of(roles("till")),
                          Optional.empty())));
      case DELETE_DATABASE_USER ->
          users(
              all.databaseUsers()
                  .delete(OWNER, new DatabaseUsers.Delete(address, REPORTER, Optional.empty())));
      case CHANGE_ACCESS_LIST ->
          all.accessLists()
              .add(OWNER, new AccessLists.Add(address, office(), Optional.empty()))
              .orElseThrow()
              .operation()
              .orElseThrow();
      case DELETE ->
          running(all.delete().handle(OWNER, new DeleteCluster.Command(address, Optional.empty())));
    };
  }

  /** The operation as it is shown to them. */
  Operation read(OperationId id) {
    return eutlas.operations().read().handle(OWNER, id).orElseThrow();
  }

  Credentials credentials(Cluster cluster) {
    return eutlas
        .clusters()
        .credentials()
        .handle(OWNER, new Address(project, cluster.id()))
        .orElseThrow();
  }

  private static Operation running(Outcome<Cluster> ordered) {
    return ordered.orElseThrow().running().orElseThrow();
  }

  private static Operation users(Outcome<DatabaseUsers.Ordered> ordered) {
    return ordered.orElseThrow().operation().orElseThrow();
  }

  private static DatabaseUsers.Create reporter(Address address) {
    return new DatabaseUsers.Create(
        address,
        REPORTER,
        Optional.of(new DatabasePassword(PASSWORD)),
        roles("shop"),
        Optional.empty());
  }

  private static Set<RoleGrant> roles(String database) {
    return Set.of(new RoleGrant(DatabaseRole.READ_WRITE, new DatabaseName(database)));
  }

  private static AccessEntry office() {
    return new AccessEntry(Cidr.parse("192.0.2.0/24"), AccessComment.NONE, Optional.empty());
  }
}
