package eu.eutlas.memory.usecase;

import static eu.eutlas.domain.organization.Role.ADMIN;
import static eu.eutlas.domain.organization.Role.MEMBER;
import static eu.eutlas.domain.organization.Role.OWNER;

import eu.eutlas.application.PageRequest;
import eu.eutlas.application.cluster.AccessLists;
import eu.eutlas.application.cluster.ClusterQuery;
import eu.eutlas.application.cluster.DatabaseUsers;
import eu.eutlas.application.cluster.LabelPatch;
import eu.eutlas.application.cluster.UpdateCluster;
import eu.eutlas.application.event.EventQuery;
import eu.eutlas.application.organization.CreateOrganization;
import eu.eutlas.application.project.CreateProject;
import eu.eutlas.domain.Outcome;
import eu.eutlas.domain.cluster.AccessComment;
import eu.eutlas.domain.cluster.AccessEntry;
import eu.eutlas.domain.cluster.Cidr;
import eu.eutlas.domain.identity.Actor;
import eu.eutlas.domain.organization.OrgName;
import eu.eutlas.domain.organization.Role;
import eu.eutlas.domain.project.ProjectName;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Every use case that an actor can call, with the roles that may, written down once more by hand.
 */
final class Deeds {
  /** A call that must be refused to whoever may not make it, and to nobody else. */
  @FunctionalInterface
  interface Deed {
    Outcome<?> by(Actor actor, Tenants on) throws InterruptedException;
  }

  /**
   * A row of the table.
   *
   * @param roles who may, in the tenant that it is about
   * @param ofTenant whether it is about a tenant's things at all
   */
  record Row(Set<Role> roles, boolean ofTenant, Deed deed) {}

  private static final Set<Role> EVERYBODY = EnumSet.allOf(Role.class);
  private static final Set<Role> WHO_WORKS = EnumSet.of(OWNER, ADMIN, MEMBER);
  private static final Set<Role> WHO_LEADS = EnumSet.of(OWNER, ADMIN);
  private static final PageRequest PAGE = PageRequest.first();
  private static final Cidr OFFICE = new Cidr("192.0.2.0/24");

  private final Map<String, Row> rows = new TreeMap<>();

  private Deeds() {}

  /** The table by the names that {@link Door} gives. */
  static Map<String, Row> table() {
    var deeds = new Deeds();
    deeds.ofOrganizations();
    deeds.ofProjects();
    deeds.ofClusters();
    deeds.ofClusterChanges();
    deeds.ofReading();
    deeds.rows.putAll(BackupDeeds.table());
    deeds.rows.putAll(RestoreDeeds.table());
    deeds.rows.putAll(RegionDeeds.table());
    return deeds.rows;
  }

  private void ofOrganizations() {
    rows.put(
        "organizations.create.handle",
        new Row(
            EVERYBODY,
            false,
            (actor, on) ->
                on.eutlas()
                    .organizations()
                    .create()
                    .handle(
                        actor,
                        new CreateOrganization.Command(new OrgName("Mine"), Optional.empty()))));
    rows.put(
        "organizations.list.handle",
        new Row(
            EVERYBODY,
            false,
            (actor, on) -> on.eutlas().organizations().list().handle(actor, PAGE)));
    row(
        "organizations.read.handle",
        EVERYBODY,
        (actor, on) -> on.eutlas().organizations().read().handle(actor, on.org()));
  }

  private void ofProjects() {
    row(
        "projects.create.handle",
        WHO_LEADS,
        (actor, on) ->
            on.eutlas()
                .projects()
                .create()
                .handle(
                    actor,
                    new CreateProject.Command(
                        on.org(), new ProjectName("Another"), Optional.empty())));
    row(
        "projects.read.handle",
        EVERYBODY,
        (actor, on) -> on.eutlas().projects().read().handle(actor, on.org(), on.project().id()));
    row(
        "projects.list.handle",
        EVERYBODY,
        (actor, on) -> on.eutlas().projects().list().handle(actor, on.org(), PAGE));
    row(
        "projects.delete.handle",
        WHO_LEADS,
        (actor, on) -> on.scene().trial().deleteProject(actor, on.empty()));
  }

  private void ofClusters() {
    rows.put(
        "clusters.catalogue.handle",
        new Row(EVERYBODY, false, (actor, on) -> on.eutlas().clusters().catalogue().handle(actor)));
    rows.put(
        "clusters.catalogue.regions",
        new Row(
            EVERYBODY, false, (actor, on) -> on.eutlas().clusters().catalogue().regions(actor)));
    row(
        "clusters.create.handle",
        WHO_WORKS,
        (actor, on) -> on.scene().trial().create(actor, Trial.order(on.empty().id())));
    row(
        "clusters.read.handle",
        EVERYBODY,
        (actor, on) -> on.eutlas().clusters().read().handle(actor, on.address()));
    row(
        "clusters.list.ofProject",
        EVERYBODY,
        (actor, on) ->
            on.eutlas()
                .clusters()
                .list()
                .ofProject(actor, on.project().id(), ClusterQuery.ALL, PAGE));
    row(
        "clusters.list.ofOrganization",
        EVERYBODY,
        (actor, on) ->
            on.eutlas().clusters().list().ofOrganization(actor, on.org(), ClusterQuery.ALL, PAGE));
    row(
        "clusters.update.handle",
        WHO_WORKS,
        (actor, on) -> on.eutlas().clusters().update().handle(actor, protection(on)));
    row(
        "clusters.credentials.handle",
        WHO_WORKS,
        (actor, on) -> on.eutlas().clusters().credentials().handle(actor, on.address()));
    row(
        "clusters.testConnection.handle",
        WHO_WORKS,
        (actor, on) -> on.eutlas().clusters().testConnection().handle(actor, on.address()));
    row(
        "clusters.delete.handle",
        WHO_WORKS,
        (actor, on) -> on.scene().trial().delete(actor, on.cluster()));
  }

  private void ofClusterChanges() {
    row(
        "clusters.resize.handle",
        WHO_WORKS,
        (actor, on) -> on.scene().trial().resize(actor, on.cluster(), "SMALL"));
    row(
        "clusters.upgrade.handle",
        WHO_WORKS,
        (actor, on) -> on.scene().trial().upgrade(actor, on.cluster(), "8.0"));
    row(
        "clusters.rotate.handle",
        WHO_WORKS,
        (actor, on) -> on.scene().trial().rotate(actor, on.cluster(), 60));
    databaseUsers();
    accessLists();
    row(
        "clusters.pause.handle",
        WHO_WORKS,
        (actor, on) -> on.scene().trial().pause(actor, on.cluster()));
    row(
        "clusters.resume.handle",
        WHO_WORKS,
        (actor, on) -> on.scene().trial().resume(actor, on.pausedCluster()));
    row(
        "operations.retry.handle",
        WHO_WORKS,
        (actor, on) -> on.eutlas().operations().retry().handle(actor, on.failedOperation()));
    row(
        "operations.cancel.handle",
        WHO_WORKS,
        (actor, on) -> on.eutlas().operations().cancel().handle(actor, on.newOperation()));
  }

  private void databaseUsers() {
    row(
        "clusters.databaseUsers.list",
        EVERYBODY,
        (actor, on) -> on.eutlas().clusters().databaseUsers().list(actor, on.address()));
    row(
        "clusters.databaseUsers.read",
        EVERYBODY,
        (actor, on) ->
            on.eutlas().clusters().databaseUsers().read(actor, on.address(), on.databaseUser()));
    row(
        "clusters.databaseUsers.create",
        WHO_WORKS,
        (actor, on) -> UserOrders.create(on.scene().trial(), actor, on.cluster(), "walker"));
    row(
        "clusters.databaseUsers.update",
        WHO_WORKS,
        (actor, on) ->
            on.eutlas()
                .clusters()
                .databaseUsers()
                .update(
                    actor,
                    new DatabaseUsers.Update(
                        on.address(),
                        on.databaseUser(),
                        Optional.of(UserOrders.PASSWORD),
                        Optional.empty(),
                        Optional.empty())));
    row(
        "clusters.databaseUsers.delete",
        WHO_WORKS,
        (actor, on) ->
            on.eutlas()
                .clusters()
                .databaseUsers()
                .delete(
                    actor,
                    new DatabaseUsers.Delete(on.address(), on.databaseUser(), Optional.empty())));
  }

  private void accessLists() {
    row(
        "clusters.accessLists.list",
        EVERYBODY,
        (actor, on) -> on.eutlas().clusters().accessLists().list(actor, on.address()));
    row("clusters.accessLists.add", WHO_WORKS, Deeds::letIn);
    row(
        "clusters.accessLists.remove",
        WHO_WORKS,
        (actor, on) -> {
          letIn(on.scene().owner(), on).orElseThrow();
          on.scene().trial().settle();
          return on.eutlas()
              .clusters()
              .accessLists()
              .remove(actor, new AccessLists.Remove(on.address(), OFFICE, Optional.empty()));
        });
  }

  private static Outcome<AccessLists.Ordered> letIn(Actor actor, Tenants on) {
    var entry = new AccessEntry(OFFICE, AccessComment.NONE, Optional.empty());
    return on.eutlas()
        .clusters()
        .accessLists()
        .add(actor, new AccessLists.Add(on.address(), entry, Optional.empty()));
  }

  private void ofReading() {
    row(
        "operations.read.handle",
        EVERYBODY,
        (actor, on) -> on.eutlas().operations().read().handle(actor, on.operation()));
    row(
        "operations.read.await",
        EVERYBODY,
        (actor, on) -> on.eutlas().operations().read().await(actor, on.operation(), Duration.ZERO));
    row(
        "operations.list.handle",
        EVERYBODY,
        (actor, on) -> on.eutlas().operations().list().handle(actor, on.address(), PAGE));
    row(
        "events.list.handle",
        EVERYBODY,
        (actor, on) -> on.eutlas().events().list().handle(actor, EventQuery.ofOrg(on.org()), PAGE));
    row(
        "events.stream.handle",
        EVERYBODY,
        (actor, on) -> on.eutlas().events().stream().handle(actor, on.org(), Optional.empty()));
  }

  private void row(String useCase, Set<Role> roles, Deed deed) {
    rows.put(useCase, new Row(roles, true, deed));
  }

  private static UpdateCluster.Command protection(Tenants on) {
    return new UpdateCluster.Command(
        on.address(), new LabelPatch.Keep(), Optional.of(true), Optional.empty());
  }
}
