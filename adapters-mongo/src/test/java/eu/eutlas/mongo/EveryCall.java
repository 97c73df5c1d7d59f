package eu.eutlas.mongo;

import eu.eutlas.application.Cursor;
import eu.eutlas.application.Lease;
import eu.eutlas.application.Node;
import eu.eutlas.application.PageRequest;
import eu.eutlas.application.Ports.Stores;
import eu.eutlas.application.Scope;
import eu.eutlas.application.cluster.ClusterQuery.Sort;
import eu.eutlas.domain.cluster.Maintenance;
import eu.eutlas.domain.cluster.MaintenanceReason;
import eu.eutlas.domain.cluster.UnknownResource;
import eu.eutlas.domain.event.EventType;
import eu.eutlas.domain.event.Outbox;
import eu.eutlas.domain.event.Severity;
import eu.eutlas.testkit.Origins;
import eu.eutlas.testkit.PinnedClock;
import eu.eutlas.testkit.Scopes;
import eu.eutlas.testkit.backup.Backups;
import eu.eutlas.testkit.cluster.ClusterQueryBuilder;
import eu.eutlas.testkit.cluster.Clusters;
import eu.eutlas.testkit.event.EventQueryBuilder;
import eu.eutlas.testkit.event.Events;
import eu.eutlas.testkit.identity.Sessions;
import eu.eutlas.testkit.identity.Users;
import eu.eutlas.testkit.mail.Mails;
import eu.eutlas.testkit.operation.Operations;
import eu.eutlas.testkit.organization.Organizations;
import eu.eutlas.testkit.project.Projects;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Each call of each port, in all its forms, by the name of its method. */
final class EveryCall {
  private static final Instant NOW = PinnedClock.START;
  private static final Scope ORGS = Scopes.of(Organizations.id(1), Organizations.id(2));
  private static final Scope ALL = Scopes.everything();
  private static final PageRequest FIRST = PageRequest.first();
  private static final PageRequest NEXT =
      new PageRequest(10, Optional.of(new Cursor("7", Clusters.id(1).value())));
  private static final Node NODE = new Node("node", "start");
  private static final Outbox COPIED = Outbox.EMPTY.tell(Events.anEvent(1).build());

  private EveryCall() {}

  /** A call of a port's method in one form; the form tells the forms of a method apart. */
  record Call(String method, String form, Consumer<Stores> make) {
    @Override
    public String toString() {
      return (method + " " + form).strip();
    }
  }

  static List<Call> all() {
    var calls = new ArrayList<Call>();
    calls.addAll(users());
    calls.addAll(sessions());
    calls.addAll(organizations());
    calls.addAll(projects());
    calls.addAll(clusters());
    calls.addAll(clusterLists());
    calls.addAll(backups());
    calls.addAll(operations());
    calls.addAll(events());
    calls.addAll(mails());
    calls.addAll(maintenance());
    calls.addAll(unknownResources());
    calls.addAll(leases());
    return calls;
  }

  private static List<Call> users() {
    var user = Users.aUser(1).build();
    return List.of(
        call("UserRepository.insert", on -> on.users().insert(user)),
        call("UserRepository.save", on -> on.users().save(user)),
        call("UserRepository.remove", on -> on.users().remove(user)),
        call("UserRepository.find", on -> on.users().find(user.id())),
        call("UserRepository.findByEmail", on -> on.users().findByEmail(user.email())),
        call(
            "UserRepository.findByVerification",
            on -> on.users().findByVerification(Users.tokenHash(1))),
        call("UserRepository.isEmpty", on -> on.users().isEmpty()),
        call("UserRepository.removeUnverified", on -> on.users().removeUnverified(NOW)));
  }

  private static List<Call> sessions() {
    var session = Sessions.aSession(1).build();
    return List.of(
        call("SessionRepository.insert", on -> on.sessions().insert(session)),
        call("SessionRepository.save", on -> on.sessions().save(session)),
        call("SessionRepository.find", on -> on.sessions().find(session.id())),
        call("SessionRepository.removeEnded", on -> on.sessions().removeEnded(NOW)));
  }

  private static List<Call> organizations() {
    var organization = Organizations.anOrganization(1).build();
    var id = organization.id();
    return List.of(
        call("OrganizationRepository.insert", on -> on.organizations().insert(organization)),
        call("OrganizationRepository.save", on -> on.organizations().save(organization)),
        call("OrganizationRepository.find", on -> on.organizations().find(ORGS, id)),
        call(
            "OrganizationRepository.findByOrigin",
            on -> on.organizations().findByOrigin(Origins.keyHash(1))),
        call("OrganizationRepository.rolesOf", on -> on.organizations().rolesOf(Users.id(1))),
        call("OrganizationRepository.list", "own", on -> on.organizations().list(ORGS, FIRST)),
        call("OrganizationRepository.list", "next", on -> on.organizations().list(ORGS, NEXT)),
        call("OrganizationRepository.list", "all", on -> on.organizations().list(ALL, FIRST)),
        call("OrganizationRepository.withOutbox", on -> on.organizations().withOutbox(10)),
        call(
            "OrganizationRepository.withReservations",
            on -> on.organizations().withReservations(NOW, 10)),
        call("OrganizationRepository.drain", on -> on.organizations().drain(id, COPIED)),
        call("OrganizationRepository.forgetOrigins", on -> on.organizations().forgetOrigins(NOW)));
  }

  private static List<Call> projects() {
    var project = Projects.aProject(1).build();
    var id = project.id();
    var org = project.orgId();
    return List.of(
        call("ProjectRepository.insert", on -> on.projects().insert(project)),
        call("ProjectRepository.save", on -> on.projects().save(project)),
        call("ProjectRepository.find", on -> on.projects().find(ORGS, id)),
        call(
            "ProjectRepository.findByOrigin", on -> on.projects().findByOrigin(Origins.keyHash(1))),
        call("ProjectRepository.list", "first", on -> on.projects().list(ORGS, org, FIRST)),
        call("ProjectRepository.list", "next", on -> on.projects().list(ORGS, org, NEXT)),
        call("ProjectRepository.withOutbox", on -> on.projects().withOutbox(10)),
        call("ProjectRepository.withReservations", on -> on.projects().withReservations(NOW, 10)),
        call("ProjectRepository.deleting", on -> on.projects().deleting(10)),
        call("ProjectRepository.drain", on -> on.projects().drain(id, COPIED)),
        call("ProjectRepository.remove", on -> on.projects().remove(id)),
        call("ProjectRepository.forgetOrigins", on -> on.projects().forgetOrigins(NOW)));
  }

  private static List<Call> clusters() {
    var cluster = Clusters.aCluster(1).build();
    var id = cluster.id();
    var region = Clusters.REGION;
    var operation = Operations.id(1);
    return List.of(
        call("ClusterRepository.insert", on -> on.clusters().insert(cluster)),
        call("ClusterRepository.save", on -> on.clusters().save(cluster)),
        call("ClusterRepository.find", on -> on.clusters().find(ORGS, id)),
        call(
            "ClusterRepository.findByOrigin", on -> on.clusters().findByOrigin(Origins.keyHash(1))),
        call(
            "ClusterRepository.findByOperation",
            on -> on.clusters().findByOperation(ORGS, operation)),
        call("ClusterRepository.due", on -> on.clusters().due(Clusters.REGION, NOW, 10)),
        call("ClusterRepository.backupsDue", on -> on.clusters().backupsDue(NOW, 10)),
        call("ClusterRepository.backupAges", on -> on.clusters().backupAges(NOW)),
        call("ClusterRepository.overdue", on -> on.clusters().overdue(NOW, 10)),
        call("ClusterRepository.withOutbox", on -> on.clusters().withOutbox(10)),
        call(
            "ClusterRepository.seen",
            "first",
            on -> on.clusters().seen(region, Optional.empty(), 10)),
        call(
            "ClusterRepository.seen",
            "next",
            on -> on.clusters().seen(region, Optional.of(id), 10)),
        call("ClusterRepository.promised", on -> on.clusters().promised(region)),
        call("ClusterRepository.drain", on -> on.clusters().drain(id, COPIED)),
        call("ClusterRepository.removeTombstones", on -> on.clusters().removeTombstones(NOW)),
        call("ClusterRepository.forgetOrigins", on -> on.clusters().forgetOrigins(NOW)));
  }

  private static List<Call> clusterLists() {
    var calls = new ArrayList<Call>();
    for (var sort : Sort.values()) {
      var own = Clusters.query().sort(sort);
      var project = Clusters.query().sort(sort).project(Projects.id(1)).plan("DEV");
      var org = Clusters.query().sort(sort).org(Organizations.id(1)).label("a=b").nameContains("c");
      calls.addAll(lists("own " + sort, ORGS, own));
      calls.addAll(lists("of a project " + sort, ORGS, project));
      calls.addAll(lists("of an organization " + sort, ORGS, org));
      calls.addAll(lists("all " + sort, ALL, own));
    }
    return calls;
  }

  private static List<Call> lists(String form, Scope scope, ClusterQueryBuilder query) {
    var method = "ClusterRepository.list";
    var asked = query.build();
    return List.of(
        call(method, form, on -> on.clusters().list(scope, asked, FIRST)),
        call(method, form + " next", on -> on.clusters().list(scope, asked, NEXT)));
  }

  private static List<Call> backups() {
    var backup = Backups.aBackup(1).build();
    var id = backup.id();
    var cluster = Clusters.id(1);
    return List.of(
        call("BackupRepository.insert", on -> on.backups().insert(backup)),
        call("BackupRepository.save", on -> on.backups().save(backup)),
        call("BackupRepository.find", on -> on.backups().find(ORGS, id)),
        call("BackupRepository.findByOrigin", on -> on.backups().findByOrigin(Origins.keyHash(1))),
        call("BackupRepository.list", "first", on -> on.backups().list(ORGS, cluster, FIRST)),
        call("BackupRepository.list", "next", on -> on.backups().list(ORGS, cluster, NEXT)),
        call("BackupRepository.completed", on -> on.backups().completed(cluster, 10)),
        call("BackupRepository.toTake", on -> on.backups().toTake(Clusters.REGION, NOW, 10)),
        call("BackupRepository.underWay", on -> on.backups().underWay(Clusters.REGION)),
        call("BackupRepository.toTend", on -> on.backups().toTend(NOW, 10)),
        call("BackupRepository.toProve", on -> on.backups().toProve(Clusters.REGION, NOW, 10)),
        call("BackupRepository.throwAways", on -> on.backups().throwAways(Clusters.REGION, 10)),
        call("BackupRepository.withOutbox", on -> on.backups().withOutbox(10)),
        call("BackupRepository.drain", on -> on.backups().drain(id, COPIED)),
        call("BackupRepository.remove", on -> on.backups().remove(id)),
        call("BackupRepository.forgetOrigins", on -> on.backups().forgetOrigins(NOW)));
  }

  private static List<Call> maintenance() {
    var region = Clusters.REGION;
    return List.of(
        call("MaintenanceRepository.all", on -> on.maintenance().all()),
        call(
            "MaintenanceRepository.begin",
            on ->
                on.maintenance()
                    .begin(region, new Maintenance(MaintenanceReason.NONE, NOW, Optional.empty()))),
        call("MaintenanceRepository.end", on -> on.maintenance().end(region)),
        call("MaintenanceRepository.pause", on -> on.maintenance().pause()),
        call(
            "MaintenanceRepository.beginPause",
            on ->
                on.maintenance()
                    .beginPause(new Maintenance(MaintenanceReason.NONE, NOW, Optional.empty()))),
        call("MaintenanceRepository.endPause", on -> on.maintenance().endPause()));
  }

  private static List<Call> unknownResources() {
    var region = Clusters.REGION;
    var id = Clusters.id(1);
    var list = "UnknownResourceRepository.list";
    return List.of(
        call("UnknownResourceRepository.findIn", on -> on.unknownResources().findIn(region, 10)),
        call(list, "all", on -> on.unknownResources().list(Optional.empty(), FIRST)),
        call(list, "all next", on -> on.unknownResources().list(Optional.empty(), NEXT)),
        call(list, "one", on -> on.unknownResources().list(Optional.of(region), FIRST)),
        call(list, "one next", on -> on.unknownResources().list(Optional.of(region), NEXT)),
        call(
            "UnknownResourceRepository.keep",
            on -> on.unknownResources().keep(new UnknownResource(region, id, NOW, NOW))),
        call("UnknownResourceRepository.forget", on -> on.unknownResources().forget(region, id)));
  }

  private static List<Call> operations() {
    var operation = Operations.anOperation(1).build();
    var id = operation.id();
    var cluster = operation.clusterId();
    return List.of(
        call("OperationRepository.add", on -> on.operations().add(operation)),
        call("OperationRepository.find", on -> on.operations().find(ORGS, id)),
        call("OperationRepository.list", "first", on -> on.operations().list(ORGS, cluster, FIRST)),
        call("OperationRepository.list", "next", on -> on.operations().list(ORGS, cluster, NEXT)));
  }

  private static List<Call> events() {
    var event = Events.anEvent(1).build();
    var org = event.orgId();
    return List.of(
        call("EventLog.append", on -> on.events().append(event)),
        call("EventLog.newest", on -> on.events().newest(org)),
        call("EventLog.oldest", on -> on.events().oldest(org)),
        call("EventLog.after", on -> on.events().after(ORGS, org, 7, 10)),
        list("all", Events.query(org)),
        list("of a project", Events.query(org).project(Projects.id(1))),
        list("of a cluster", Events.query(org).cluster(Clusters.id(1))),
        list("of a type", Events.query(org).type(EventType.CLUSTER_READY)),
        list("of a severity", Events.query(org).severity(Severity.WARNING)),
        list("of a time", Events.query(org).from(NOW).to(NOW)),
        call(
            "EventLog.list", "next", on -> on.events().list(ORGS, Events.query(org).build(), NEXT)),
        call("EventLog.remove", on -> on.events().remove(NOW.plusMillis(1))));
  }

  private static Call list(String form, EventQueryBuilder query) {
    return call("EventLog.list", form, on -> on.events().list(ORGS, query.build(), FIRST));
  }

  private static List<Call> mails() {
    var mail = Mails.aMail(1).build();
    return List.of(
        call("MailRepository.insert", on -> on.mails().insert(mail)),
        call("MailRepository.save", on -> on.mails().save(mail)),
        call("MailRepository.find", on -> on.mails().find(mail.id())),
        call("MailRepository.findByOrigin", on -> on.mails().findByOrigin(Origins.keyHash(1))),
        call("MailRepository.due", on -> on.mails().due(NOW, 10)),
        call("MailRepository.forgetOrigins", on -> on.mails().forgetOrigins(NOW)),
        call("MailRepository.remove", on -> on.mails().remove(NOW)));
  }

  private static List<Call> leases() {
    var lasts = Duration.ofSeconds(60);
    return List.of(
        call("Leases.take", on -> on.leases().take("key", NODE, 1, NOW, lasts)),
        call("Leases.release", on -> on.leases().release(new Lease("key", "holder", NOW))),
        call("Leases.storeTime", on -> on.leases().storeTime()));
  }

  private static Call call(String method, Consumer<Stores> make) {
    return call(method, "", make);
  }

  private static Call call(String method, String form, Consumer<Stores> make) {
    return new Call(method, form, make);
  }
}
