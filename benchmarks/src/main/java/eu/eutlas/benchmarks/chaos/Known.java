package eu.eutlas.benchmarks.chaos;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What the outside knows of a cluster: what was acknowledged, and what may have been done. */
final class Known {
  private final String id;
  private final Set<String> plans = new LinkedHashSet<>();
  private final Set<String> versions = new LinkedHashSet<>();
  private final List<Integer> written = new ArrayList<>();
  private final List<Guest> guests = Stream.of("reports", "batch").map(Guest::new).toList();
  private final List<String> formers = new ArrayList<>();
  private Optional<String> connection = Optional.empty();
  private boolean doubtful = true;
  private Fate fate = Fate.WANTED;

  /** Whether somebody has asked for its end. */
  enum Fate {
    WANTED,
    /** Asked without an answer. */
    DOUBTFUL,
    ENDED
  }

  Known(String id, String plan, String version) {
    this.id = id;
    plans.add(plan);
    versions.add(version);
  }

  String id() {
    return id;
  }

  Fate fate() {
    return fate;
  }

  void fate(Fate next) {
    if (fate != Fate.ENDED) {
      fate = next;
    }
  }

  Set<String> plans() {
    return plans;
  }

  Set<String> versions() {
    return versions;
  }

  /** A value was ordered: acknowledged, it is the only one; otherwise it is one more. */
  static <T> void ordered(Set<T> values, T value, boolean acknowledged) {
    if (acknowledged) {
      values.clear();
    }
    values.add(value);
  }

  Optional<String> connection() {
    return connection;
  }

  void connection(String known) {
    connection = Optional.of(known);
    doubtful = false;
  }

  /** Whether how to connect is to be asked again. */
  boolean isConnectionDoubtful() {
    return doubtful;
  }

  /** It does not work, or perhaps no longer. */
  void doubtConnection() {
    doubtful = true;
  }

  /** The customer's login was exchanged, or may have been. */
  void rotated() {
    connection.ifPresent(formers::add);
    doubtConnection();
  }

  /** How to connect before each rotation, the last one last. */
  List<String> formers() {
    return formers;
  }

  List<Guest> guests() {
    return guests;
  }

  /** The documents whose write was acknowledged. */
  List<Integer> written() {
    return written;
  }
}
