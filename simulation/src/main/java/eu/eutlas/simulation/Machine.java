package eu.eutlas.simulation;

import eu.eutlas.application.PortFailure;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * A machine on which a node runs, crashes and is started again, with a clock that may be off. Its
 * rounds of the safety nets are timed here, as the product's own timers do.
 */
final class Machine implements InstantSource {
  /** As the product's timers go round. */
  static final long SWEEP = 15_000;

  private static final long RESYNC = 30_000;
  private static final double SPREAD = 0.4;
  private static final long SLOWEST_START = 60_000;
  private static final long HOUR = 3_600_000;
  private static final long LONGEST_REST = 6 * HOUR;
  private static final long TOLERATED = 2_000;
  private static final long FAR_OFF = 3_600_000;
  private static final long LONGEST_OFF = 180_000;

  private final World world;
  private final int number;
  private Life life;
  private int starts;
  private long off;
  private long rounds;
  private long forgotAt;
  private long resyncAt;

  Machine(World world, int number) {
    this.world = world;
    this.number = number;
    this.life = new Life(world, this, "node-" + number);
    if (world.weather().strikes(Mishap.CLOCK)) {
      off = world.weather().chance(Mishap.CLOCK).between(-TOLERATED, TOLERATED);
    }
  }

  /** The time by this machine's clock. */
  @Override
  public Instant instant() {
    return Instant.ofEpochMilli(world.clockwork().millis() + off);
  }

  /** The true moment of a time by this machine's clock. */
  long truly(Instant local) {
    return local.toEpochMilli() - off;
  }

  Life life() {
    return life;
  }

  /** Starts the node: with nothing in memory, and with a round of the safety nets. */
  void start() {
    starts++;
    life = new Life(world, this, "node-" + number);
    resyncAt = 0;
    life.start(world.assemble("node-" + number, "start-" + starts, this, life));
    world.trace(life.name(), "start", "", Integer.toString(starts));
    sweepWithin(1);
  }

  void startLater() {
    world
        .clockwork()
        .after(
            world.luck().between(500, SLOWEST_START),
            () -> {
              if (life.isOver()) {
                start();
              }
            });
  }

  /** The next round comes within this time. */
  void sweepWithin(long millis) {
    var round = ++rounds;
    world.clockwork().after(jittered(millis), () -> sweep(round));
  }

  private long jittered(long longest) {
    return world.luck().between((long) (longest * (1 - SPREAD)), longest);
  }

  private void sweep(long round) {
    if (round != rounds || life.isOver()) {
      return;
    }
    if (life.isUp()) {
      maybeJump();
      round();
      forget();
    }
    if (round == rounds) {
      // Where nothing is due and nothing under way a round finds nothing: most are left out.
      if (world.isBusy()) {
        sweepWithin(SWEEP);
      } else {
        world.rests();
        sweepWithin(LONGEST_REST);
      }
    }
  }

  private void round() {
    var now = world.clockwork().millis();
    if (now < resyncAt) {
      during(life, () -> life.eutlas().sweepStoreOnce());
    } else {
      resyncAt = now + jittered(RESYNC);
      during(life, () -> life.eutlas().sweepOnce());
    }
  }

  private void forget() {
    var now = world.clockwork().millis();
    if (now - forgotAt > HOUR) {
      forgotAt = now;
      during(life, () -> life.eutlas().forgetOnce());
    }
  }

  /** Every now and then the clock jumps, a little or far, until somebody sets it right. */
  private void maybeJump() {
    if (world.weather().strikes(Mishap.CLOCK)) {
      var chance = world.weather().chance(Mishap.CLOCK);
      off =
          chance.of(0.5)
              ? chance.between(-TOLERATED, TOLERATED)
              : chance.between(-FAR_OFF, FAR_OFF);
      world.trace(life.name(), "clock", "", off + " ms off");
      world.clockwork().after(chance.between(1_000, LONGEST_OFF), () -> off = 0);
    }
  }

  /** Faults are over: the clock is right, and the node runs. */
  void mend() {
    off = 0;
    if (life.isOver()) {
      start();
    } else {
      sweepWithin(1);
    }
  }

  /** Does something in a process that may leave work behind. */
  Optional<Throwable> during(Life process, Runnable what) {
    var befallen = guarded(process, what);
    process.wake();
    return befallen;
  }

  /**
   * Does something in a process. A crash ends it; a failure of something outside is what whoever
   * asked is told.
   *
   * @return why it was not done
   */
  Optional<Throwable> guarded(Life process, Runnable what) {
    try {
      what.run();
      return Optional.empty();
    } catch (Life.Crash | PortFailure befallen) {
      return Optional.of(befallen);
    } catch (RuntimeException own) {
      world.trace(process.name(), "exception", "", own.toString());
      throw Invariant.NOTHING_BREAKS.broken(process.name(), own.toString());
    }
  }
}
