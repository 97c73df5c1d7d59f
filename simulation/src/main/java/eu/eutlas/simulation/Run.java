package eu.eutlas.simulation;

import java.util.Optional;
import java.util.Set;

/** One seed, from an empty installation to the day when everything has settled. */
final class Run {
  private static final double LEAST_DAYS = 20;
  private static final int LEAST_DEEDS = 60;
  private static final long MOST_STEPS = 300_000;
  private static final long QUIET = 300_000;
  private static final int PATIENCE = 24;

  private final long seed;
  private final Set<Mishap> leftOut;
  private final int mostDeeds;
  private final Alteration alteration;

  /**
   * A run.
   *
   * @param leftOut what must not befall
   * @param mostDeeds after how many deeds people leave, however early
   */
  Run(long seed, Set<Mishap> leftOut, int mostDeeds, Alteration alteration) {
    this.seed = seed;
    this.leftOut = Set.copyOf(leftOut);
    this.mostDeeds = mostDeeds;
    this.alteration = alteration;
  }

  /** The seed as it is, with whatever befalls. */
  static Run of(long seed) {
    return new Run(seed, Set.of(), Integer.MAX_VALUE, Alteration.NONE);
  }

  /**
   * What became of it.
   *
   * @param digest of everything that happened, in order
   * @param violation absent when every promise held
   */
  record Result(
      long seed,
      String digest,
      long steps,
      double clusterDays,
      int deeds,
      Optional<Violation> violation,
      Trace trace) {}

  /** Runs it, and tells what happens. */
  Result go(Trace trace) {
    var world = new World(seed, new Weather(seed, leftOut), alteration, trace);
    var people = new People(world);
    Optional<Violation> violation = Optional.empty();
    try {
      live(world, people);
      settle(world);
      new Inspection(world).make();
    } catch (Violation broken) {
      violation = Optional.of(broken);
      world.trace("world", "violation", broken.subject(), broken.invariant().name());
    }
    return new Result(
        seed,
        trace.digest(),
        world.clockwork().steps(),
        world.ledger().lives().clusterDays(),
        people.done(),
        violation,
        trace);
  }

  private void live(World world, People people) {
    world.machines().forEach(Machine::start);
    people.begin();
    while (goesOn(world, people)) {
      world.clockwork().step();
      world.ledger().look();
    }
    people.leave();
  }

  private boolean goesOn(World world, People people) {
    var lived = world.ledger().lives().clusterDays() >= LEAST_DAYS && people.done() >= LEAST_DEEDS;
    return !lived && people.done() < mostDeeds && world.clockwork().steps() < MOST_STEPS;
  }

  /** Faults are over: within two hours, the longest deadline four times, all is at rest. */
  private static void settle(World world) {
    world.calm();
    for (var i = 0; i < PATIENCE; i++) {
      world.clockwork().pass(QUIET);
      world.ledger().look();
      if (world.ledger().isSettled()) {
        return;
      }
    }
    throw Invariant.EVERYTHING_SETTLES.broken(
        world.ledger().someRestless(), "Two hours after the last mishap something goes on.");
  }
}
