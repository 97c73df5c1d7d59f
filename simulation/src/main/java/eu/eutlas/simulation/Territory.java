package eu.eutlas.simulation;

import eu.eutlas.application.cluster.DataPlane;
import eu.eutlas.domain.cluster.ClusterId;
import eu.eutlas.domain.cluster.ClusterObservation;
import eu.eutlas.domain.cluster.RegionId;
import eu.eutlas.memory.cluster.MemoryDataPlane;
import eu.eutlas.memory.cluster.MemoryTenantDatabase;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
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

  private final World world;
  private final MemoryDataPlane servers;
  private final DataPlane plane;
  private final List<ClusterId> troubled = new ArrayList<>();
  private final Set<ClusterId> underWay = new TreeSet<>(Comparator.comparing(ClusterId::value));
  private boolean away;

  Territory(World world, RegionId id, MemoryTenantDatabase databases, Alteration alteration) {
    this.world = world;
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
    return servers.observe(cluster) instanceof ClusterObservation.Running running
        && running.generation() == generation;
  }

  /** Something may have been asked of the servers of a cluster: it takes its time. */
  void asked(ClusterId cluster) {
    var seen = servers.observe(cluster);
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
    }
  }

  /** Something goes wrong with the servers of one cluster, for a while. */
  void trouble(Chance chance) {
    var there = servers.observeAll(Optional.empty(), ALL);
    if (there.isEmpty()) {
      return;
    }
    var victim = chance.one(there).id();
    var kind = chance.below(3);
    world.stir();
    world.trace("region", "trouble", victim.value(), Integer.toString(kind));
    switch (kind) {
      case 0 -> servers.vanish(victim);
      case 1 -> servers.fail(victim, "A disk is full.");
      default -> servers.serving(victim, false);
    }
    troubled.add(victim);
    world.clockwork().after(chance.between(1_000, LONGEST_TROUBLE), () -> mend(victim));
  }

  private void mend(ClusterId victim) {
    world.stir();
    servers.mend(victim);
    servers.serving(victim, true);
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
              world.stir();
            });
  }

  boolean isAway() {
    return away;
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
