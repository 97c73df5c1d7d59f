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
  private final Map<Mishap, Kind> kinds = new EnumMap<>(Mishap.class);
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
      kinds.put(mishap, new Kind(leftOut.contains(mishap) ? 0 : rate, chance));
    }
  }

  boolean strikes(Mishap mishap) {
    var kind = kind(mishap);
    return !calm && kind.chance.of(kind.rate);
  }

  /** Luck for what a mishap of this kind is like. */
  Chance chance(Mishap mishap) {
    return kind(mishap).chance;
  }

  /** Nothing strikes any more. */
  void calm() {
    calm = true;
  }

  boolean isCalm() {
    return calm;
  }

  private Kind kind(Mishap mishap) {
    return Objects.requireNonNull(kinds.get(mishap));
  }

  private record Kind(double rate, Chance chance) {}
}
