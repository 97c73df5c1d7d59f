package eu.eutlas.simulation;

import java.util.List;
import java.util.SplittableRandom;

/** Luck from a seed: the same seed, asked in the same order, answers the same. */
final class Chance {
  private final SplittableRandom random;

  Chance(long seed) {
    this.random = new SplittableRandom(seed);
  }

  SplittableRandom random() {
    return random;
  }

  boolean of(double probability) {
    return probability > 0 && random.nextDouble() < probability;
  }

  int below(int bound) {
    return random.nextInt(bound);
  }

  /** From the first to the second number, both included. */
  long between(long from, long to) {
    return random.nextLong(from, to + 1);
  }

  /** Between the two, small as often as large: each power of ten is as likely as any other. */
  double scaled(double from, double to) {
    return from * Math.pow(to / from, random.nextDouble());
  }

  <T> T one(List<T> things) {
    return things.get(random.nextInt(things.size()));
  }
}
