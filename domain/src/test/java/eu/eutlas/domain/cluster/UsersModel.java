package eu.eutlas.domain.cluster;

import java.time.Instant;
import java.util.Optional;

/** What people may expect of the users of a cluster, told as simply as can be. */
final class UsersModel {

  private Overlap overlap = Overlap.NONE;
  private int count;
  private Overlap overlapBefore = Overlap.NONE;
  private int countBefore;

  /**
   * Whether two logins work beside each other.
   *
   * @param end absent until the newer one is proved
   */
  private record Overlap(Optional<Instant> end) {
    /** One login alone, which never ends. */
    private static final Overlap NONE = new Overlap(Optional.of(Instant.MAX));
  }

  boolean areTwoLogins() {
    return !overlap.equals(Overlap.NONE);
  }

  boolean isEmpty() {
    return count == 0;
  }

  /** Something is ordered, and could be taken back. */
  void keep() {
    overlapBefore = overlap;
    countBefore = count;
  }

  void takeBack() {
    overlap = overlapBefore;
    count = countBefore;
  }

  void rotate() {
    overlap = new Overlap(Optional.empty());
  }

  void add(int more) {
    count += more;
  }

  /** All of them work: the end of the former login is set, if it has none. */
  void proved(Instant now) {
    overlap = new Overlap(overlap.end().or(() -> Optional.of(now.plus(ClusterWorld.OVERLAP))));
  }

  /** Whether the former login has ended, which is told once. */
  boolean end(Instant now) {
    var over = overlap.end().filter(at -> !now.isBefore(at)).isPresent();
    if (over) {
      overlap = Overlap.NONE;
    }
    return over;
  }
}
