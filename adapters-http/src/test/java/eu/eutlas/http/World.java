package eu.eutlas.http;

import eu.eutlas.application.Eutlas;
import eu.eutlas.application.MillisecondClock;
import eu.eutlas.application.Node;
import eu.eutlas.application.Ports;
import eu.eutlas.application.Settings;
import eu.eutlas.application.Telemetry;
import eu.eutlas.application.cluster.Catalogue;
import eu.eutlas.application.cluster.ClusterRepository;
import eu.eutlas.application.cluster.MaintenanceRepository;
import eu.eutlas.application.cluster.TenantDatabase;
import eu.eutlas.application.event.EventLog;
import eu.eutlas.application.identity.SessionRepository;
import eu.eutlas.application.identity.UserRepository;
import eu.eutlas.application.organization.OrganizationRepository;
import eu.eutlas.application.project.ProjectRepository;
import eu.eutlas.domain.cluster.Capacity;
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
import eu.eutlas.testkit.fault.Fault;
import eu.eutlas.testkit.fault.FaultScript;
import eu.eutlas.testkit.fault.Faults;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicReference;

/** A whole EUTLAS in memory, with a script of what goes wrong in its stores. */
final class World implements AutoCloseable {
  static final URI PUBLIC = URI.create("http://eutlas.example.org:8080");

  /** What the region has: more than all that the tests order together, but for a huge cluster. */
  static final int MEMORY_MEGABYTES = 10_000_000;

  private static final Capacity CAPACITY =
      new Capacity(
          OptionalLong.empty(),
          OptionalLong.empty(),
          OptionalLong.of(MEMORY_MEGABYTES),
          OptionalLong.empty());

  private final InstantSource clock = new MillisecondClock(InstantSource.system());
  private final FaultScript faults = new FaultScript();
  private final MemoryMailer mailer = new MemoryMailer();
  private final MemoryTenantDatabase databases = new MemoryTenantDatabase();
  private final MemoryBackups backups = MemoryBackups.over(Clock.systemUTC());
  private final MemoryDataPlane dataPlane = new MemoryDataPlane(new RegionId("local"), databases);
  private final OrganizationRepository organizations = new MemoryOrganizationRepository();
  private final UserRepository users = new MemoryUserRepository();
  private final SessionRepository sessions = new MemorySessionRepository();
  private final MemoryEventLog events = new MemoryEventLog();
  private final AtomicReference<String> bug = new AtomicReference<>("");
  private final Ports ports = ports();
  private final Eutlas eutlas = Eutlas.with(ports).start();

  Eutlas eutlas() {
    return eutlas;
  }

  /** Another node over the same stores; whoever asks for it closes it. */
  Eutlas anotherNode() {
    var other =
        new Ports(
            new Node("another", "start"),
            ports.settings(),
            ports.catalogue(),
            ports.stores(),
            ports.security(),
            ports.dataPlanes(),
            ports.elsewhere(),
            ports.tenantDatabase(),
            ports.backups(),
            ports.mailer(),
            ports.jobs(),
            ports.telemetry(),
            ports.clock(),
            ports.random());
    return Eutlas.with(other).start();
  }

  InstantSource clock() {
    return clock;
  }

  FaultScript faults() {
    return faults;
  }

  /** The next list of organizations ends in a bug whose cause has this text. */
  void breakNext(String text) {
    bug.set(text);
  }

  MemoryMailer mailer() {
    return mailer;
  }

  /** What is in the clusters, and where backups of it go. */
  MemoryBackups backups() {
    return backups;
  }

  MemoryDataPlane dataPlane() {
    return dataPlane;
  }

  OrganizationRepository organizations() {
    return organizations;
  }

  UserRepository users() {
    return users;
  }

  SessionRepository sessions() {
    return sessions;
  }

  MaintenanceRepository maintenance() {
    return ports.stores().maintenance();
  }

  MemoryEventLog events() {
    return events;
  }

  @Override
  public void close() {
    eutlas.close();
  }

  private Ports ports() {
    return new Ports(
        new Node("node", "start"),
        Settings.at(PUBLIC),
        catalogue(),
        new Ports.Stores(
            Faults.around(UserRepository.class, users, faults),
            sessions,
            Faults.around(OrganizationRepository.class, organizations, this::withBugs),
            Faults.around(ProjectRepository.class, new MemoryProjectRepository(), faults),
            Faults.around(ClusterRepository.class, new MemoryClusterRepository(), faults),
            new MemoryBackupRepository(),
            new MemoryOperationRepository(),
            Faults.around(EventLog.class, events, faults),
            new MemoryMailRepository(),
            new MemoryMaintenanceRepository(),
            new MemoryUnknownResourceRepository(),
            new MemoryLeases(clock)),
        new Ports.Security(new MemoryPasswords(), new MemoryTokens(), new MemorySealer()),
        List.of(dataPlane),
        Map.of(),
        Faults.around(TenantDatabase.class, databases, faults),
        backups.ports(),
        mailer,
        new MemoryJobs(),
        Telemetry.NONE,
        clock,
        new SecureRandom());
  }

  private Fault withBugs(String port, String call) {
    if (call.equals("list")) {
      var text = bug.getAndSet("");
      if (!text.isEmpty()) {
        throw new IllegalStateException("A bug.", new IllegalArgumentException(text));
      }
    }
    return faults.decide(port, call);
  }

  private static Catalogue catalogue() {
    var euro = Currency.getInstance("EUR");
    return new Catalogue(
        List.of(
            new Plan(
                new PlanId("DEV"), "Dev", new Resources(500, 512, 1, 1), false, new Money(0, euro)),
            new Plan(
                new PlanId("SMALL"),
                "Small",
                new Resources(1000, 2048, 10, 3),
                true,
                new Money(900, euro)),
            new Plan(
                new PlanId("HUGE"),
                "Huge",
                new Resources(1000, MEMORY_MEGABYTES, 10, 3),
                true,
                new Money(900, euro))),
        List.of(
            new Region(new RegionId("local"), "This machine", "Here", RegionType.LOCAL, CAPACITY)),
        List.of(
            new MongoRelease(new MongoVersion("7.0"), false, LocalDate.parse("2027-08-31")),
            new MongoRelease(new MongoVersion("8.0"), true, LocalDate.parse("2029-10-31"))));
  }
}
