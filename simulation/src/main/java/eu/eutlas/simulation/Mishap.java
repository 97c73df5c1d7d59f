package eu.eutlas.simulation;

/**
 * What can befall. Each seed has its own weather: of each kind none at all, or a rate between these
 * two, for each time that it could strike.
 */
enum Mishap {
  /** A call fails before anything is done. */
  FAILS(0.0005, 0.03),
  /** A call is done, and its answer is lost. */
  ANSWER_LOST(0.0005, 0.015),
  /** A call takes up to ten seconds. */
  DELAY(0.001, 0.05),
  /** The node dies before or after a call. */
  CRASH(0.0001, 0.004),
  /** The node stands still, past its leases, and then goes on as if nothing had been. */
  STALL(0.0001, 0.002),
  /** What was sent once arrives twice, the second time at once or much later. */
  DUPLICATE(0.002, 0.1),
  /** A hint gets lost: a nudge of a watch, a job. */
  LOST_HINT(0.02, 0.7),
  /** A list of hints shows what was there before. */
  STALE_READ(0.01, 0.3),
  /** A node's clock jumps, or is a little off from the start. */
  CLOCK(0.001, 0.02),
  /** The metadata store is away for a while. */
  STORE_OUTAGE(0.00005, 0.0005),
  /** A region is away for a while. */
  REGION_OUTAGE(0.001, 0.01),
  /** Servers of a cluster break, vanish or let nobody in. */
  SERVERS_FAIL(0.005, 0.1),
  /** Servers take longer to come or go than anybody waits. */
  SERVERS_SLOW(0.001, 0.02);

  private final double least;
  private final double most;

  Mishap(double least, double most) {
    this.least = least;
    this.most = most;
  }

  /** The rate of one seed. */
  double rate(Chance chance) {
    return chance.of(0.3) ? 0 : chance.scaled(least, most);
  }
}
