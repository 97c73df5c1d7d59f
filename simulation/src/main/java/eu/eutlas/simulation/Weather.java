package eu.eutlas.simulation;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What strikes when, of one seed. Each kind of mishap has luck of its own, so that leaving one out
 * leaves the others as they were, as far as the run goes the same way.
 */
final class Weather {
  private final Map<Mishap, Chance> chances = new EnumMap<>(Mishap.class);
  private final Map<Mishap, Double> rates = new EnumMap<>(Mishap.class);
  private boolean calm;

  /**
   * The weather of a seed.
   *
   * @param leftOut kinds that never strike
   */
  Weather(long seed, Set<Mishap> leftOut) {
    for (var mishap : Mishap.values()) {
      var chance = new Chance(seed * 31 + mishap.name().hashCode());
      var rate = mishap.rate(chance);
      chances.put(mishap, chance);
      rates.put(mishap, leftOut.contains(mishap) ? 0 : rate);
    }
  }

  boolean strikes(Mishap mishap) {
    return !calm && chance(mishap).of(rate(mishap));
  }

  /** Luck for what a mishap of this kind is like. */
  Chance chance(Mishap mishap) {
    return Objects.requireNonNull(chances.get(mishap));
  }

  double rate(Mishap mishap) {
    return rates.getOrDefault(mishap, 0.0);
  }

  /** Nothing strikes any more. */
  void calm() {
    calm = true;
  }

  boolean isCalm() {
    return calm;
  }
}
