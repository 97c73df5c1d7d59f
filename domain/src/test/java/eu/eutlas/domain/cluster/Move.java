package eu.eutlas.domain.cluster;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Something that happens to a cluster after so many seconds. */
record Move(Kind kind, Seen seen, int seconds, double jitter) {

  /** What may happen; only LOOK needs what was seen. */
  enum Kind {
    LOOK,
    FAIL_FOR_NOW,
    FAIL_UNKNOWN,
    FAIL_FOR_GOOD,
    RESIZE,
    UPGRADE,
    ROTATE_CREDENTIALS,
    DATABASE_USERS,
    DROP_USER,
    ACCESS_LIST,
    BACK_UP,
    BACKUP_ENDS,
    BACKUP_IS_DROPPED,
    PAUSE,
    RESUME,
    RETRY,
    CANCEL,
    DELETE,
    GUARD,
    UNGUARD,
    READ_CREDENTIALS,
    ABANDON,
    RELAY
  }

  private static final int DAY = 86_400;

  static Arbitrary<Move> any() {
    var kinds =
        Arbitraries.frequency(
            Tuple.of(30, Kind.LOOK),
            Tuple.of(6, Kind.FAIL_FOR_NOW),
            Tuple.of(2, Kind.FAIL_UNKNOWN),
            Tuple.of(1, Kind.FAIL_FOR_GOOD),
            Tuple.of(3, Kind.RESIZE),
            Tuple.of(2, Kind.UPGRADE),
            Tuple.of(4, Kind.ROTATE_CREDENTIALS),
            Tuple.of(2, Kind.DATABASE_USERS),
            Tuple.of(1, Kind.DROP_USER),
            Tuple.of(2, Kind.ACCESS_LIST),
            Tuple.of(4, Kind.BACK_UP),
            Tuple.of(2, Kind.BACKUP_ENDS),
            Tuple.of(1, Kind.BACKUP_IS_DROPPED),
            Tuple.of(3, Kind.PAUSE),
            Tuple.of(3, Kind.RESUME),
            Tuple.of(3, Kind.RETRY),
            Tuple.of(2, Kind.CANCEL),
            Tuple.of(3, Kind.DELETE),
            Tuple.of(1, Kind.GUARD),
            Tuple.of(1, Kind.UNGUARD),
            Tuple.of(1, Kind.READ_CREDENTIALS),
            Tuple.of(1, Kind.ABANDON),
            Tuple.of(4, Kind.RELAY));
    var seconds =
        Arbitraries.frequencyOf(
            Tuple.of(8, Arbitraries.of(0, 1, 5)),
            Tuple.of(2, Arbitraries.integers().between(0, 120)),
            Tuple.of(1, Arbitraries.of(599, 600, 899, 900, 1799, 1800, 3599, 3600, DAY)));
    return Combinators.combine(kinds, anySeen(), seconds, Arbitraries.of(0.0, 0.3, 1.0))
        .as(Move::new);
  }

  /** Any observation, those more often on which something turns. */
  static Arbitrary<Seen> anySeen() {
    return Arbitraries.frequencyOf(
        Tuple.of(1, Arbitraries.of(Seen.class)),
        Tuple.of(1, Arbitraries.of(Seen.PROVED, Seen.UNTRIED, Seen.STOPPED, Seen.ABSENT)));
  }
}
