package eu.eutlas.benchmarks;

import java.util.Arrays;

/** What a number of measurements have in common. */
public final class Percentiles {
  private final long[] sorted;

  private Percentiles(long[] sorted) {
    this.sorted = sorted;
  }

  public static Percentiles of(long[] values) {
    var sorted = values.clone();
    Arrays.sort(sorted);
    return new Percentiles(sorted);
  }

  /** The value that this share of all does not exceed, by nearest rank. */
  public long at(double share) {
    return sorted[Math.max(0, (int) Math.ceil(share * sorted.length) - 1)];
  }
}
