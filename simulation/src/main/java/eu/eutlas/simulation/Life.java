package eu.eutlas.simulation;

import eu.eutlas.application.Eutlas;
import eu.eutlas.application.Telemetry;
import eu.eutlas.application.cluster.DataPlane;
import eu.eutlas.domain.backup.BackupTrigger;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * One process of a node, from its start to its crash. What it holds in memory goes with it; a frame
 * of it that still waits on the stack finds out when it goes on.
 */
final class Life {
  private static final long SHORTEST_STALL = 5_000;
  private static final long LONGEST_STALL = 120_000;

  private final World world;
  private final Machine machine;
  private final String name;
  private final List<DataPlane.Watch> watches = new ArrayList<>();
  private final NavigableSet<Long> ticks = new TreeSet<>();
  private @Nullable Eutlas eutlas;
  private boolean over;
  private long failures;
  private long standsUntil;

  Life(World world, Machine machine, String name) {
    this.world = world;
    this.machine = machine;
    this.name = name;
  }

  /** The process is gone. No worker catches it. */
  static final class Crash extends Error {
    private static final long serialVersionUID = 1L;

    private Crash() {
      super("crashed", null, false, false);
    }
  }

  void start(Eutlas assembled) {
    eutlas = assembled;
    assembled.listen();
  }

  Eutlas eutlas() {
    if (eutlas == null) {
      throw new IllegalStateException("A process is used after its start.");
    }
    return eutlas;
  }

  String name() {
    return name;
  }

  boolean isOver() {
    return over;
  }

  void mustLive() {
    if (over) {
      throw new Crash();
    }
  }

  /** Ends this process; what it threw is for the caller to throw on. */
  Crash crash() {
    end();
    machine.startLater();
    return new Crash();
  }

  void end() {
    if (!over) {
      world.trace(name, "crash", "", "");
      over = true;
      watches.forEach(DataPlane.Watch::close);
    }
  }

  /** Stands still: nothing of this process goes on, everything else does. */
  void stall() {
    var time = world.weather().chance(Mishap.STALL).between(SHORTEST_STALL, LONGEST_STALL);
    world.trace(name, "stall", "", time + " ms");
    standsUntil = Math.max(standsUntil, world.clockwork().millis() + time);
    await(time);
  }

  /** Waits for the answer to a call; others go on meanwhile. */
  void await(long millis) {
    if (!world.clockwork().isDeep()) {
      world.clockwork().pass(millis);
      mustLive();
    }
  }

  /** Counts a failure that came from outside. */
  <F extends Throwable> F failed(F failure) {
    failures++;
    return failure;
  }

  /** What a port gave that has to be closed with the process. */
  @Nullable Object heard(@Nullable Object given) {
    if (given instanceof DataPlane.Watch watch) {
      watches.add(watch);
    }
    return given;
  }

  /** Whether it can be asked for something now. */
  boolean isUp() {
    return !over && eutlas != null && world.clockwork().millis() >= standsUntil;
  }

  /** Something of it may have work now: if so, it is done in a moment, or when it is due. */
  void wake() {
    if (over || eutlas == null) {
      return;
    }
    if (eutlas.backlog() > 0) {
      tickNoLaterThan(world.clockwork().millis() + world.luck().between(0, 20));
    }
    eutlas.nextAlarm().ifPresent(alarm -> tickNoLaterThan(machine.truly(alarm)));
  }

  private void tickNoLaterThan(long moment) {
    if (!over && (ticks.isEmpty() || moment < ticks.first())) {
      ticks.add(moment);
      world.clockwork().at(moment, () -> tick(moment));
    }
  }

  private void tick(long moment) {
    ticks.remove(moment);
    if (over) {
      return;
    }
    if (!isUp()) {
      tickNoLaterThan(standsUntil);
      return;
    }
    var unused =
        machine.during(
            this,
            () -> {
              var ignored = eutlas().workOnce();
            });
  }

  /**
   * Watches that no piece of work breaks by itself: where nothing outside failed, nothing may fail.
   */
  Telemetry telemetry() {
    Deque<Long> before = new ArrayDeque<>();
    return new Telemetry() {
      @Override
      public void started(String kind, Duration waited) {
        before.push(failures);
      }

      @Override
      public void ended(String kind, boolean well, Duration took) {
        var failed = failures > before.pop();
        if (!well && !failed && !over && !world.clockwork().isBroken()) {
          throw Invariant.NOTHING_BREAKS.broken(name, "Work failed by itself: " + kind);
        }
      }

      @Override
      public void backup(BackupTrigger trigger, BackupResult result, long bytes, Duration took) {}

      @Override
      public void storeSwept(long orphans, long removed) {}
    };
  }
}
