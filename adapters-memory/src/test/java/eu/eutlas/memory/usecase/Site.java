package eu.eutlas.memory.usecase;

import eu.eutlas.application.Eutlas;
import eu.eutlas.application.Leases;
import eu.eutlas.application.Node;
import eu.eutlas.application.Ports;
import eu.eutlas.application.Settings;
import eu.eutlas.application.Telemetry;
import eu.eutlas.application.backup.BackupRepository;
import eu.eutlas.application.backup.BackupStore;
import eu.eutlas.application.backup.ClusterArchives;
import eu.eutlas.application.cluster.Catalogue;
import eu.eutlas.application.cluster.ClusterRepository;
import eu.eutlas.application.cluster.DataPlane;
import eu.eutlas.application.cluster.MaintenanceRepository;
import eu.eutlas.application.cluster.TenantDatabase;
import eu.eutlas.application.cluster.UnknownResourceRepository;
import eu.eutlas.application.event.EventLog;
import eu.eutlas.application.identity.SessionRepository;
import eu.eutlas.application.identity.UserRepository;
import eu.eutlas.application.mail.MailRepository;
import eu.eutlas.application.mail.Mailer;
import eu.eutlas.application.operation.Jobs;
import eu.eutlas.application.operation.OperationRepository;
import eu.eutlas.application.organization.OrganizationRepository;
import eu.eutlas.application.project.ProjectRepository;
import eu.eutlas.domain.cluster.Money;
import eu.eutlas.domain.cluster.MongoRelease;
import eu.eutlas.domain.cluster.MongoVersion;
import eu.eutlas.domain.cluster.Plan;
import eu.eutlas.domain.cluster.PlanId;
import eu.eutlas.domain.cluster.Region;
import eu.eutlas.domain.cluster.RegionId;
import eu.eutlas.domain.cluster.RegionType;
import eu.eutlas.domain.cluster.Resources;
import eu.eutlas.memory.MemoryLeases;
import eu.eutlas.memory.MemorySealer;
import eu.eutlas.memory.backup.MemoryBackupRepository;
import eu.eutlas.memory.backup.MemoryBackups;
import eu.eutlas.memory.cluster.MemoryClusterRepository;
import eu.eutlas.memory.cluster.MemoryDataPlane;
import eu.eutlas.memory.cluster.MemoryMaintenanceRepository;
import eu.eutlas.memory.cluster.MemoryTenantDatabase;
import eu.eutlas.memory.cluster.MemoryUnknownResourceRepository;
import eu.eutlas.memory.event.MemoryEventLog;
import eu.eutlas.memory.identity.MemoryPasswords;
import eu.eutlas.memory.identity.MemorySessionRepository;
import eu.eutlas.memory.identity.MemoryTokens;
import eu.eutlas.memory.identity.MemoryUserRepository;
import eu.eutlas.memory.mail.MemoryMailRepository;
import eu.eutlas.memory.mail.MemoryMailer;
import eu.eutlas.memory.operation.MemoryJobs;
import eu.eutlas.memory.operation.MemoryOperationRepository;
import eu.eutlas.memory.organization.MemoryOrganizationRepository;
import eu.eutlas.memory.project.MemoryProjectRepository;
import eu.eutlas.testkit.PinnedClock;
import eu.eutlas.testkit.cluster.Clusters;
import eu.eutlas.testkit.fault.FaultPlan;
import eu.eutlas.testkit.fault.Faults;
import java.net.URI;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * All that lies around EUTLAS, in memory: what survives when a node goes down. Any number of nodes
 * share it.
 */
record Site(
    PinnedClock clock,
    MemoryUserRepository users,
    MemorySessionRepository sessions,
    MemoryOrganizationRepository organizations,
    MemoryProjectRepository projects,
    MemoryClusterRepository clusters,
    MemoryBackupRepository backups,
    MemoryOperationRepository operations,
    MemoryEventLog events,
    MemoryMailRepository mails,
    MemoryMaintenanceRepository maintenance,
    MemoryUnknownResourceRepository unknownResources,
    MemoryLeases leases,
    MemoryTenantDatabase databases,
    MemoryDataPlane region,
    MemoryBackups archived,
    MemoryMailer mailer,
    MemoryJobs jobs,
    Ports.Security security,
    Random random) {
  static final Settings SETTINGS = Settings.at(URI.create("https://eutlas.example.org"));

  private static final Catalogue CATALOGUE =
      new Catalogue(
          List.of(plan("DEV", 5, false), plan("SMALL", 10, false), plan("DAILY", 10, true)),
          List.of(new Region(Clusters.REGION, "This machine", "127.0.0.1", RegionType.OTHER)),
          List.of(
              new MongoRelease(new MongoVersion("7.0"), true, LocalDate.of(2027, 8, 31)),
              new MongoRelease(new MongoVersion("8.0"), false, LocalDate.of(2029, 10, 31))));

  private static Plan plan(String id, int gigabytes, boolean scheduledBackups) {
    return new Plan(
        new PlanId(id),
        id,
        new Resources(250, 512, gigabytes, 1),
        scheduledBackups,
        new Money(900, Currency.getInstance("EUR")));
  }

  static Site empty() {
    var clock = new PinnedClock();
    var databases = new MemoryTenantDatabase();
    return new Site(
        clock,
        new MemoryUserRepository(),
        new MemorySessionRepository(),
        new MemoryOrganizationRepository(),
        new MemoryProjectRepository(),
        new MemoryClusterRepository(),
        new MemoryBackupRepository(),
        new MemoryOperationRepository(),
        new MemoryEventLog(),
        new MemoryMailRepository(),
        new MemoryMaintenanceRepository(),
        new MemoryUnknownResourceRepository(),
        new MemoryLeases(clock),
        databases,
        new MemoryDataPlane(Clusters.REGION, databases, Runnable::run),
        MemoryBackups.over(clock),
        new MemoryMailer(),
        new MemoryJobs(),
        new Ports.Security(new MemoryPasswords(), new MemoryTokens(), new MemorySealer()),
        new Random(7));
  }

  /** The same installation from where another region is. */
  Site at(RegionId other) {
    return new Site(
        clock,
        users,
        sessions,
        organizations,
        projects,
        clusters,
        backups,
        operations,
        events,
        mails,
        maintenance,
        unknownResources,
        leases,
        databases,
        new MemoryDataPlane(other, databases, Runnable::run),
        archived,
        mailer,
        jobs,
        security,
        random);
  }

  /** A node that was told of these regions. */
  Eutlas node(Node node, FaultPlan plan, List<Region> regions) {
    var catalogue = new Catalogue(CATALOGUE.plans(), regions, CATALOGUE.releases());
    return node(node, plan, clock, SETTINGS, catalogue);
  }

  /** A node with an empty queue that reaches everything outside through a plan of faults. */
  Eutlas node(Node node, FaultPlan plan, InstantSource nodeClock, Settings settings) {
    return node(node, plan, nodeClock, settings, CATALOGUE);
  }

  private Eutlas node(
      Node node, FaultPlan plan, InstantSource nodeClock, Settings settings, Catalogue catalogue) {
    return Eutlas.with(
        new Ports(
            node,
            settings,
            catalogue,
            stores(plan),
            security,
            List.of(Faults.around(DataPlane.class, region, plan)),
            Map.of(),
            Faults.around(TenantDatabase.class, databases, plan),
            archived(plan),
            Faults.around(Mailer.class, mailer, plan),
            Faults.around(Jobs.class, jobs, plan),
            Telemetry.NONE,
            nodeClock,
            random));
  }

  private Ports.Backups archived(FaultPlan plan) {
    var ports = archived.ports();
    return new Ports.Backups(
        Faults.around(ClusterArchives.class, ports.archives(), plan),
        Faults.around(BackupStore.class, ports.store(), plan),
        ports.encryption(),
        ports.manifests());
  }

  private Ports.Stores stores(FaultPlan plan) {
    return new Ports.Stores(
        Faults.around(UserRepository.class, users, plan),
        Faults.around(SessionRepository.class, sessions, plan),
        Faults.around(OrganizationRepository.class, organizations, plan),
        Faults.around(ProjectRepository.class, projects, plan),
        Faults.around(ClusterRepository.class, clusters, plan),
        Faults.around(BackupRepository.class, backups, plan),
        Faults.around(OperationRepository.class, operations, plan),
        Faults.around(EventLog.class, events, plan),
        Faults.around(MailRepository.class, mails, plan),
        Faults.around(MaintenanceRepository.class, maintenance, plan),
        Faults.around(UnknownResourceRepository.class, unknownResources, plan),
        Faults.around(Leases.class, leases, plan));
  }
}
