package eu.eutlas.benchmarks.chaos;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the outside knows of one database user of a cluster. */
final class Guest {
  private final String username;
  private final Set<Optional<Face>> may = new LinkedHashSet<>(Set.of(Optional.empty()));
  private final List<String> passwords = new ArrayList<>();

  /**
   * How a user may be.
   *
   * @param writes whether it may write, or only read
   */
  record Face(String password, boolean writes) {}

  Guest(String username) {
    this.username = username;
  }

  String username() {
    return username;
  }

  /** How it is, or that it is not there; several where nobody knows what was done. */
  Set<Optional<Face>> may() {
    return may;
  }

  boolean isThere() {
    return !may.contains(Optional.<Face>empty());
  }

  /** Another face was ordered, or none. */
  void ordered(Optional<Face> face, boolean acknowledged) {
    Known.ordered(may, face, acknowledged);
    face.ifPresent(now -> passwords.add(now.password()));
  }

  /** All that it ever had. */
  List<String> passwords() {
    return passwords;
  }
}
