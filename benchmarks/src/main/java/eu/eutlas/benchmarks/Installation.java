package eu.eutlas.benchmarks;

import eu.eutlas.application.Eutlas;
import eu.eutlas.application.MillisecondClock;
import eu.eutlas.application.Node;
import eu.eutlas.application.Ports;
import eu.eutlas.application.Scope;
import eu.eutlas.application.Settings;
import eu.eutlas.application.Telemetry;
import eu.eutlas.application.cluster.Catalogue;
import eu.eutlas.application.cluster.DataPlane;
import eu.eutlas.application.cluster.TenantDatabase;
import eu.eutlas.domain.cluster.Cluster;
import eu.eutlas.domain.cluster.ClusterId;
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
import eu.eutlas.memory.cluster.MemoryMaintenanceRepository;
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
import java.net.URI;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;

/** An installation with one region, and all that it keeps in memory. */
public record Installation(MemoryMailer mailer, Ports ports) {
  private static final Scope ALL = new Scope.Everything("the benchmark looks at all");
  public static final PlanId PLAN = new PlanId("DEV");
  public static final MongoVersion VERSION = new MongoVersion("7.0");

  /** Nobody has ordered anything of it yet. */
  public static Installation of(DataPlane region, TenantDatabase databases) {
    var mailer = new MemoryMailer();
    var clock = new MillisecondClock(InstantSource.system());
    return new Installation(mailer, ports(region, databases, mailer, stores(clock), clock));
  }

  /** A node that works. */
  public Eutlas working() {
    return Eutlas.with(ports).start();
  }

  private static Ports.Stores stores(InstantSource clock) {
    return new Ports.Stores(
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
        new MemoryLeases(clock));
  }

  private static Ports ports(
      DataPlane region,
      TenantDatabase databases,
      MemoryMailer mailer,
      Ports.Stores stores,
      InstantSource clock) {
    return new Ports(
        new Node("node", "start"),
        Settings.at(URI.create("https://eutlas.example.org")),
        catalogue(region.region(), false),
        stores,
        new Ports.Security(new MemoryPasswords(), new MemoryTokens(), new MemorySealer()),
        List.of(region),
        Map.of(),
        databases,
        MemoryBackups.over(clock).ports(),
        mailer,
        new MemoryJobs(),
        Telemetry.NONE,
        clock,
        new SecureRandom());
  }

  /** The cluster as it is kept. */
  public Cluster stored(ClusterId id) {
    return ports.stores().clusters().find(ALL, id).orElseThrow();
  }

  /**
   * What can be ordered of an installation with one region.
   *
   * @param scheduledBackups whether the plan has them
   */
  public static Catalogue catalogue(RegionId region, boolean scheduledBackups) {
    return new Catalogue(
        List.of(
            new Plan(
                PLAN,
                "Dev",
                new Resources(500, 512, 1, 1),
                scheduledBackups,
                new Money(0, Currency.getInstance("EUR")))),
        List.of(new Region(region, "Region", "Somewhere", RegionType.OTHER)),
        List.of(new MongoRelease(VERSION, true, LocalDate.of(2027, 8, 31))));
  }
}
