package eu.eutlas.simulation;

import java.util.Locale;

/** Adds up what runs came to. */
final class Figures {
  private long seeds;
  private long steps;
  private long deeds;
  private double clusterDays;
  private long violations;

  void add(Run.Result result) {
    seeds++;
    steps += result.steps();
    deeds += result.deeds();
    clusterDays += result.clusterDays();
    violations += result.violation().isPresent() ? 1 : 0;
  }

  long violations() {
    return violations;
  }

  double clusterDays() {
    return clusterDays;
  }

  /**
   * All of them in a line.
   *
   * @param cpuSeconds of the one thread that did it
   */
  String words(double cpuSeconds) {
    return String.format(
        Locale.ROOT,
        "%,d seeds, %,d steps, %,d deeds, %,.0f cluster-days, %,.0f of them a second of one core,"
            + " %d violations",
        seeds,
        steps,
        deeds,
        clusterDays,
        clusterDays / Math.max(cpuSeconds, 1e-3),
        violations);
  }
}
