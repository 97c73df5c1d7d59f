package eu.eutlas.simulation;

import eu.eutlas.application.cluster.DataPlane;
import eu.eutlas.application.cluster.TenantDatabase.Login;
import eu.eutlas.application.cluster.TenantDatabase.User;
import eu.eutlas.domain.Secret;
import eu.eutlas.domain.cluster.ClusterId;
import eu.eutlas.domain.cluster.ClusterObservation;
import eu.eutlas.domain.cluster.Endpoint;
import eu.eutlas.domain.cluster.RegionId;
import eu.eutlas.domain.cluster.UserSeen;
import eu.eutlas.memory.cluster.MemoryDataPlane;
import eu.eutlas.memory.cluster.MemoryTenantDatabase;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A region whose servers take simulated time to come and go, break, vanish and are mended, and
 * which is away every now and then.
 */
final class Territory {
  private static final long SLOW = 2_700_000;
  private static final long USUAL = 30_000;
  private static final long LONGEST_TROUBLE = 600_000;
  private static final long LONGEST_OUTAGE = 1_080_000;
  private static final int ALL = 10_000;

  /** A user that is part of the data and none of EUTLAS's business: MongoDB keeps such ones. */
  static final String KEEPER = "backup";

  private static final String ADMINISTRATOR = "eutlas";
  private static final Login STRANGER = new Login("mallory", new Secret("let me in anyway"));
  private static final Login DATA = new Login(KEEPER, new Secret("the data itself"));

  private final World world;
  private final MemoryDataPlane servers;
  private final DataPlane plane;
  private final List<ClusterId> troubled = new ArrayList<>();
  private final Set<ClusterId> underWay = new TreeSet<>(Comparator.comparing(ClusterId::value));
  private final MemoryTenantDatabase databases;
  private final Map<String, Endpoint> data = new HashMap<>();
  private boolean away;
  private long answersSince;

  Territory(World world, RegionId id, MemoryTenantDatabase databases, Alteration alteration) {
    this.world = world;
    this.databases = databases;
    this.servers = new MemoryDataPlane(id, databases, this::deliver);
    this.servers.takes(Integer.MAX_VALUE);
    this.plane = alteration.of(DataPlane.class, servers);
  }

  RegionId id() {
    return servers.region();
  }

  /** The data plane as one process reaches it. */
  DataPlane reached(Life life) {
    return Wire.to(DataPlane.class, plane, world, life, this::isAway);
  }

  /** What is there, whatever the data plane says. */
  List<DataPlane.Sighting> there() {
    return servers.observeAll(Optional.empty(), ALL);
  }

  /** Whether servers of a generation run there, in truth. */
  boolean runs(ClusterId cluster, long generation) {
    return truth(cluster) instanceof ClusterObservation.Running running
        && running.generation() == generation;
  }

  /** What is there of a cluster, in truth. */
  ClusterObservation truth(ClusterId cluster) {
    return servers.truth(cluster);
  }

  /** Whether the data that somebody put into a cluster is there; true where nobody did. */
  boolean keepsData(ClusterId cluster) {
    var endpoint = data.get(cluster.value());
    return endpoint == null || databases.usernames(endpoint).contains(KEEPER);
  }

  /** Whose servers answer there. */
  static ClusterId clusterAt(Endpoint endpoint) {
    return new ClusterId(endpoint.host().substring(0, endpoint.host().indexOf('.')));
  }

  /** Something may have been asked of the servers of a cluster: it takes its time. */
  void asked(ClusterId cluster) {
    var seen = truth(cluster);
    var moves =
        seen instanceof ClusterObservation.Starting || seen instanceof ClusterObservation.Leaving;
    if (!moves || !underWay.add(cluster)) {
      return;
    }
    var slow = world.weather().strikes(Mishap.SERVERS_SLOW);
    var time = (long) world.luck().scaled(500, (double) (slow ? SLOW : USUAL));
    world.clockwork().after(time, () -> arrive(cluster));
  }

  private void arrive(ClusterId cluster) {
    if (underWay.remove(cluster)) {
      world.trace("region", "arrive", cluster.value(), "");
      world.stir();
      servers.arrive(cluster);
      if (truth(cluster) instanceof ClusterObservation.Running running
          && data.putIfAbsent(cluster.value(), running.endpoint()) == null) {
        databases.put(running.endpoint(), new User(DATA, Set.of()));
      }
      world.ledger().doors().touched(cluster);
    }
  }

  /** Something goes wrong with the servers of one cluster, for a while. */
  void trouble(Chance chance) {
    var there = servers.observeAll(Optional.empty(), ALL);
    if (there.isEmpty()) {
      return;
    }
    var victim = chance.one(there).id();
    var kind = chance.below(5);
    world.stir();
    world.trace("region", "trouble", victim.value(), Integer.toString(kind));
    switch (kind) {
      case 0 -> {
        servers.vanish(victim);
        data.remove(victim.value());
      }
      case 1 -> servers.fail(victim, "A disk is full.");
      case 2 -> servers.serving(victim, false);
      case 3 -> servers.start(victim);
      default -> meddle(victim, chance);
    }
    world.ledger().doors().touched(victim);
    troubled.add(victim);
    world.clockwork().after(chance.between(1_000, LONGEST_TROUBLE), () -> mend(victim));
  }

  /** Somebody with an administrator's rights drops a user, or makes one. */
  private void meddle(ClusterId victim, Chance chance) {
    if (truth(victim) instanceof ClusterObservation.Running running) {
      var names =
          databases.seen(running.endpoint()).stream()
              .map(UserSeen::username)
              .filter(name -> !name.equals(KEEPER) && !name.equals(ADMINISTRATOR))
              .toList();
      if (names.isEmpty() || chance.of(0.5)) {
        databases.put(running.endpoint(), new User(STRANGER, Set.of()));
      } else {
        databases.drop(running.endpoint(), chance.one(names));
      }
    }
  }

  private void mend(ClusterId victim) {
    world.stir();
    servers.mend(victim);
    servers.serving(victim, true);
    world.ledger().doors().touched(victim);
  }

  /** Nobody reaches the region for a while. */
  void outage(Chance chance) {
    away = true;
    world.trace("region", "away", id().value(), "");
    world
        .clockwork()
        .after(
            chance.between(1_000, LONGEST_OUTAGE),
            () -> {
              away = false;
              answersSince = world.clockwork().millis();
              world.stir();
            });
  }

  boolean isAway() {
    return away;
  }

  /** Since when it has answered, unless it is away. */
  long answersSince() {
    return answersSince;
  }

  /** Trouble is over. */
  void calm() {
    away = false;
    troubled.forEach(this::mend);
    List.copyOf(underWay).forEach(this::arrive);
  }

  private void deliver(Runnable word) {
    if (world.weather().strikes(Mishap.LOST_HINT)) {
      return;
    }
    var times = world.weather().strikes(Mishap.DUPLICATE) ? 2 : 1;
    for (var i = 0; i < times; i++) {
      world
          .clockwork()
          .after(
              world.luck().between(0, 2_000),
              () -> {
                word.run();
                world.wakeAll();
              });
    }
  }
}
