package eu.eutlas.simulation;

import java.security.SecureRandom;
import java.util.Optional;

/** Which seeds are to be run. */
record Seeds(long from, long count) {
  private static final int BITS = 40;

  long last() {
    return from + count - 1;
  }

  /** Seeds that nobody has chosen. */
  static Seeds fresh(long count) {
    return new Seeds(new SecureRandom().nextLong(1L << BITS), count);
  }

  /** Reads a command line; absent when it makes no sense. */
  static Optional<Seeds> parse(String[] arguments) {
    Optional<Long> count = Optional.empty();
    Optional<Long> from = Optional.empty();
    for (var i = 0; i < arguments.length; i += 2) {
      var value = i + 1 < arguments.length ? number(arguments[i + 1]) : Optional.<Long>empty();
      switch (arguments[i]) {
        case "--seeds" -> count = value.filter(wanted -> wanted > 0);
        case "--from" -> from = value;
        default -> value = Optional.empty();
      }
      if (value.isEmpty()) {
        return Optional.empty();
      }
    }
    var first = from;
    return count.map(
        wanted -> first.map(start -> new Seeds(start, wanted)).orElseGet(() -> fresh(wanted)));
  }

  private static Optional<Long> number(String text) {
    return text.matches("[0-9]{1,15}") ? Optional.of(Long.parseLong(text)) : Optional.empty();
  }
}
