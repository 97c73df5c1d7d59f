package eu.eutlas.benchmarks.scale;

import eu.eutlas.application.Eutlas;
import eu.eutlas.application.MillisecondClock;
import eu.eutlas.application.Node;
import eu.eutlas.application.Ports;
import eu.eutlas.application.Settings;
import eu.eutlas.application.Telemetry;
import eu.eutlas.application.cluster.Catalogue;
import eu.eutlas.application.cluster.TenantDatabase;
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
import java.net.URI;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;

/** An installation in memory with one region. */
record Installation(MemoryDataPlane region, MemoryMailer mailer, Ports ports) {
  static final PlanId PLAN = new PlanId("DEV");
  static final RegionId REGION = new RegionId("memory");
  static final MongoVersion VERSION = new MongoVersion("7.0");

  static Installation empty() {
    var databases = new MemoryTenantDatabase();
    var region = new MemoryDataPlane(REGION, databases);
    var mailer = new MemoryMailer();
    var clock = new MillisecondClock(InstantSource.system());
    return new Installation(region, mailer, ports(region, databases, mailer, stores(clock), clock));
  }

  /** A node that works. */
  Eutlas working() {
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
      MemoryDataPlane region,
      TenantDatabase databases,
      MemoryMailer mailer,
      Ports.Stores stores,
      InstantSource clock) {
    return new Ports(
        new Node("node", "start"),
        Settings.at(URI.create("https://eutlas.example.org")),
        catalogue(),
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

  private static Catalogue catalogue() {
    return new Catalogue(
        List.of(
            new Plan(
                PLAN,
                "Dev",
                new Resources(500, 512, 1, 1),
                false,
                new Money(0, Currency.getInstance("EUR")))),
        List.of(new Region(REGION, "Memory", "Here", RegionType.OTHER)),
        List.of(new MongoRelease(VERSION, true, LocalDate.of(2027, 8, 31))));
  }
}
