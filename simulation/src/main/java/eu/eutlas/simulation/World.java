package eu.eutlas.simulation;

import eu.eutlas.application.Eutlas;
import eu.eutlas.application.Node;
import eu.eutlas.application.Ports;
import eu.eutlas.application.Settings;
import eu.eutlas.application.cluster.Catalogue;
import eu.eutlas.application.cluster.DataPlane;
import eu.eutlas.application.cluster.TenantDatabase;
import eu.eutlas.application.mail.Mailer;
import eu.eutlas.application.operation.Jobs;
import eu.eutlas.domain.Secret;
import eu.eutlas.domain.cluster.Cluster;
import eu.eutlas.domain.cluster.ClusterId;
import eu.eutlas.domain.cluster.DatabaseLogin;
import eu.eutlas.domain.cluster.Money;
import eu.eutlas.domain.cluster.MongoRelease;
import eu.eutlas.domain.cluster.MongoVersion;
import eu.eutlas.domain.cluster.Plan;
import eu.eutlas.domain.cluster.PlanId;
import eu.eutlas.domain.cluster.Region;
import eu.eutlas.domain.cluster.RegionId;
import eu.eutlas.domain.cluster.RegionType;
import eu.eutlas.domain.cluster.Resources;
import eu.eutlas.memory.MemorySealer;
import eu.eutlas.memory.backup.MemoryBackups;
import eu.eutlas.memory.cluster.MemoryTenantDatabase;
import eu.eutlas.memory.identity.MemoryPasswords;
import eu.eutlas.memory.identity.MemoryTokens;
import eu.eutlas.memory.mail.MemoryMailer;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An installation: machines with nodes, the store that they share, regions, and the weather. What
 * survives a crash is here.
 */
final class World {
  static final List<RegionId> REGIONS = List.of(new RegionId("north"), new RegionId("south"));
  static final List<String> PLANS = List.of("DEV", "PROD", "LARGE");
  static final List<String> VERSIONS = List.of("6.0", "7.0", "8.0");
  private static final long STIRRED = 60_000;
  private static final long LONGEST_STORE_OUTAGE = 90_000;
  private static final Catalogue CATALOGUE =
      new Catalogue(
          List.of(plan("DEV", 5, 1), plan("PROD", 5, 3), plan("LARGE", 20, 3)),
          REGIONS.stream()
              .map(id -> new Region(id, id.value(), id.value(), RegionType.OTHER))
              .toList(),
          VERSIONS.stream().map(World::release).toList());
  private static final Settings SETTINGS = Settings.at(URI.create("https://eutlas.example.org"));

  private final Weather weather;
  private final Chance luck;
  private final Trace trace;
  private final MemoryTenantDatabase servedDatabases = new MemoryTenantDatabase();
  private final Clockwork clockwork = new Clockwork(this::elapsed);
  private final MemoryBackups backups = MemoryBackups.over(clockwork);
  private final Ledger ledger = new Ledger(this, backups);
  private final MemoryMailer post = new MemoryMailer();
  private final Ports.Security security =
      new Ports.Security(new MemoryPasswords(), new MemoryTokens(), new MemorySealer());
  private final Ports.Stores stores;
  private final Ports.Backups archived;
  private final TenantDatabase databases;
  private final List<Territory> territories;
  private final List<Machine> machines = new ArrayList<>();
  private final DurableJobs jobs = new DurableJobs(this);
  private long busyUntil;
  private long storeAwayUntil;
  private boolean resting;

  World(long seed, Weather weather, Alteration alteration, Trace trace) {
    this.weather = weather;
    this.luck = new Chance(seed);
    this.trace = trace;
    this.stores = Stores.empty(alteration, clockwork);
    this.archived = Archives.of(backups, alteration);
    this.databases = alteration.of(TenantDatabase.class, servedDatabases);
    this.territories =
        REGIONS.stream().map(id -> new Territory(this, id, servedDatabases, alteration)).toList();
    var number = luck.below(3) + 1;
    for (var i = 1; i <= number; i++) {
      machines.add(new Machine(this, i));
    }
  }

  private static MongoRelease release(String version) {
    return new MongoRelease(
        new MongoVersion(version), version.equals("7.0"), LocalDate.of(2027, 8, 31));
  }

  private static Plan plan(String name, int storage, int members) {
    return new Plan(
        new PlanId(name),
        name,
        new Resources(250, 512, storage, members),
        members > 1,
        new Money(900, Currency.getInstance("EUR")));
  }

  private void elapsed(long millis) {
    ledger.elapsed(millis);
  }

  Weather weather() {
    return weather;
  }

  /** Luck for whatever is no mishap. */
  Chance luck() {
    return luck;
  }

  Clockwork clockwork() {
    return clockwork;
  }

  Ledger ledger() {
    return ledger;
  }

  Ports.Stores stores() {
    return stores;
  }

  List<Territory> territories() {
    return territories;
  }

  /** Where a cluster runs. */
  Territory territory(Cluster cluster) {
    return territories.stream()
        .filter(territory -> territory.id().equals(cluster.spec().region()))
        .findFirst()
        .orElseThrow();
  }

  /** Customers' databases as they are, whatever is wrong with the way there. */
  MemoryTenantDatabase servedDatabases() {
    return servedDatabases;
  }

  /** The password of a login. */
  Secret opened(Cluster owner, DatabaseLogin login) {
    return security.sealer().open(login.password(), owner.id().value(), login.username());
  }

  List<Machine> machines() {
    return machines;
  }

  MemoryMailer post() {
    return post;
  }

  void trace(String who, String what, Object about, @Nullable Object outcome) {
    trace.line(clockwork.millis(), who, what, about, outcome);
  }

  /** A node, wired to all this through faults. */
  Eutlas assemble(String node, String start, InstantSource clock, Life life) {
    return Eutlas.with(
        new Ports(
            new Node(node, start),
            SETTINGS,
            CATALOGUE,
            Stores.reached(stores, this, life),
            security,
            territories.stream().map(territory -> territory.reached(life)).toList(),
            Map.of(),
            Wire.to(TenantDatabase.class, databases, this, life, () -> false),
            Archives.reached(archived, this, life),
            Wire.to(Mailer.class, post, this, life, () -> false),
            Wire.to(Jobs.class, jobs, this, life, () -> false),
            life.telemetry(),
            clock,
            luck.random()));
  }

  /** What was really done by a call. */
  void saw(Call call, Object[] given, @Nullable Object answer) {
    ledger.saw(call.name(), given, answer);
    rouse();
    switch (call.name()) {
      case "DataPlane.provision" -> asked(((DataPlane.Order) given[0]).id());
      case "DataPlane.deprovision" -> asked((ClusterId) given[0]);
      default -> {}
    }
  }

  private void asked(ClusterId cluster) {
    territories.forEach(territory -> territory.asked(cluster));
  }

  /** Whether the metadata store is away just now. */
  boolean isStoreAway() {
    maybeStoreOutage();
    return clockwork.millis() < storeAwayUntil;
  }

  private void maybeStoreOutage() {
    if (weather.strikes(Mishap.STORE_OUTAGE)) {
      var time = weather.chance(Mishap.STORE_OUTAGE).between(100, LONGEST_STORE_OUTAGE);
      storeAwayUntil = clockwork.millis() + time;
      trace("store", "away", "", time + " ms");
    }
  }

  /** Something happens: the safety nets are at their usual pace for a while. */
  void stir() {
    busyUntil = clockwork.millis() + STIRRED;
    rouse();
  }

  /** Where something is under way again, also by a call that took its time, rest is over. */
  void rouse() {
    if (resting && isBusy()) {
      resting = false;
      machines.forEach(machine -> machine.sweepWithin(Machine.SWEEP));
    }
  }

  /** A node's safety nets have gone to rest. */
  void rests() {
    resting = true;
  }

  boolean isBusy() {
    return clockwork.millis() < busyUntil || !ledger.isSettled();
  }

  void wakeAll() {
    machines.forEach(machine -> machine.life().wake());
  }

  /** From now on nothing befalls, and every node runs. */
  void calm() {
    trace("world", "calm", "", "");
    weather.calm();
    storeAwayUntil = 0;
    territories.forEach(Territory::calm);
    machines.forEach(Machine::mend);
    busyUntil = clockwork.millis() + Duration.ofMinutes(2).toMillis();
  }
}
