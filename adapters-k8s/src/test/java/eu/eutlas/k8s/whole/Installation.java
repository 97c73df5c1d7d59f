package eu.eutlas.k8s.whole;

import eu.eutlas.application.Eutlas;
import eu.eutlas.application.Node;
import eu.eutlas.application.Ports;
import eu.eutlas.application.Settings;
import eu.eutlas.application.Telemetry;
import eu.eutlas.application.cluster.Catalogue;
import eu.eutlas.application.cluster.DataPlane;
import eu.eutlas.application.cluster.TenantDatabase;
import eu.eutlas.application.cluster.TenantDatabase.Login;
import eu.eutlas.domain.cluster.Cluster;
import eu.eutlas.domain.cluster.ClusterId;
import eu.eutlas.domain.cluster.Endpoint;
import eu.eutlas.domain.cluster.Money;
import eu.eutlas.domain.cluster.MongoRelease;
import eu.eutlas.domain.cluster.MongoVersion;
import eu.eutlas.domain.cluster.Plan;
import eu.eutlas.domain.cluster.PlanId;
import eu.eutlas.domain.cluster.Region;
import eu.eutlas.domain.cluster.RegionType;
import eu.eutlas.domain.cluster.Resources;
import eu.eutlas.memory.MemoryLeases;
import eu.eutlas.memory.MemorySealer;
import eu.eutlas.memory.backup.MemoryBackupRepository;
import eu.eutlas.memory.backup.MemoryBackups;
import eu.eutlas.memory.cluster.MemoryClusterRepository;
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
import eu.eutlas.testkit.Scopes;
import java.net.URI;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;

/** What survives a node: the stores, the clock that all nodes share, and the databases. */
record Installation(
    PinnedClock clock,
    Ports.Stores stores,
    TenantDatabase databases,
    ServedRegion.Servers servers) {
  static final PlanId SMALL = new PlanId("SMALL");
  static final PlanId LARGE = new PlanId("LARGE");
  static final MongoVersion OLD = new MongoVersion("7.0");
  static final MongoVersion NEW = new MongoVersion("8.0");

  /** Its databases are in memory. */
  static Installation empty() {
    var databases = new MemoryTenantDatabase();
    return with(databases, new InMemory(databases));
  }

  private record InMemory(MemoryTenantDatabase databases) implements ServedRegion.Servers {
    @Override
    public void serve(ClusterId id, Endpoint endpoint, Login administrator) {
      databases.open(endpoint, administrator);
    }

    @Override
    public void rest(ClusterId id) {
      // Nobody asks a model that is not running.
    }
  }

  static Installation with(TenantDatabase databases, ServedRegion.Servers servers) {
    var clock = new PinnedClock();
    return new Installation(
        clock,
        new Ports.Stores(
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
            new MemoryLeases(clock)),
        databases,
        servers);
  }

  /** A node that is not started but moved by hand. */
  Eutlas node(String id, DataPlane region) {
    return Eutlas.with(
        new Ports(
            new Node(id, "start"),
            Settings.at(URI.create("https://eutlas.example.org")),
            catalogue(region),
            stores,
            new Ports.Security(new MemoryPasswords(), new MemoryTokens(), new MemorySealer()),
            List.of(new ServedRegion(region, servers)),
            Map.of(),
            databases,
            MemoryBackups.over(clock).ports(),
            new MemoryMailer(),
            new MemoryJobs(),
            Telemetry.NONE,
            clock,
            new SecureRandom()));
  }

  Cluster stored(ClusterId id) {
    return stores.clusters().find(Scopes.everything(), id).orElseThrow();
  }

  private static Catalogue catalogue(DataPlane region) {
    return new Catalogue(
        List.of(
            plan(SMALL, new Resources(500, 1_024, 20, 1)),
            plan(LARGE, new Resources(1_000, 2_048, 40, 1))),
        List.of(new Region(region.region(), "North", "Stockholm", RegionType.KUBERNETES)),
        List.of(
            new MongoRelease(OLD, true, LocalDate.of(2027, 8, 31)),
            new MongoRelease(NEW, false, LocalDate.of(2029, 10, 31))));
  }

  private static Plan plan(PlanId id, Resources resources) {
    return new Plan(id, id.value(), resources, false, new Money(0, Currency.getInstance("EUR")));
  }
}
