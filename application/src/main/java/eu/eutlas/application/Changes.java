package eu.eutlas.application;

import eu.eutlas.domain.Outcome;
import eu.eutlas.domain.Refusal;
import eu.eutlas.domain.RefusalCode;
import eu.eutlas.domain.Reservation;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * Changes a document by compare-and-set: load, decide, save, and all of it again when somebody else
 * wrote in between.
 */
public final class Changes {
  private static final int TRIES = 5;
  private static final int PATIENCE = 100;

  private Changes() {}

  /**
   * Makes one change. A decision that changes nothing writes nothing.
   *
   * @param load gives the present document, or the refusal when there is none
   * @param decide pure; called once for each try
   * @return what was saved, or {@code BUSY} when others were faster five times
   */
  public static <T> Outcome<T> apply(
      Supplier<Outcome<T>> load, Function<T, Outcome<T>> decide, Function<T, SaveResult> save) {
    for (var attempt = 1; attempt <= TRIES; attempt++) {
      var present = load.get();
      var decided = present.flatMap(decide);
      if (decided.equals(present)) {
        return decided;
      }
      if (!(decided instanceof Outcome.Done<T>(var next)) || save.apply(next) == SaveResult.SAVED) {
        return decided;
      }
    }
    return Outcome.refused(busy());
  }

  /**
   * Reserves a place for a child in its parent, in the same way. A place that was there before
   * writes nothing.
   *
   * @return the reservation that was saved
   */
  public static <P, I> Outcome<Reservation<P, I>> reserve(
      Supplier<Outcome<P>> load,
      Function<P, Outcome<Reservation<P, I>>> decide,
      Function<P, SaveResult> save) {
    for (var attempt = 1; attempt <= TRIES; attempt++) {
      var decided = load.get().flatMap(decide);
      if (!(decided instanceof Outcome.Done<Reservation<P, I>>(var place))
          || place.wasThere()
          || save.apply(place.parent()) == SaveResult.SAVED) {
        return decided;
      }
    }
    return Outcome.refused(busy());
  }

  /**
   * Makes a change of bookkeeping, which nobody can refuse. A change that changes nothing writes
   * nothing.
   *
   * @return what was saved; absent when the document is not there
   * @throws PortFailure.Unavailable when others were faster very often
   */
  public static <T> Optional<T> insist(
      Supplier<Optional<T>> load, UnaryOperator<T> change, Function<T, SaveResult> save) {
    for (var attempt = 1; attempt <= PATIENCE; attempt++) {
      var present = load.get();
      var next = present.map(change);
      if (next.equals(present) || save.apply(next.orElseThrow()) == SaveResult.SAVED) {
        return next;
      }
    }
    throw new PortFailure.Unavailable("BUSY", busy().message(), null);
  }

  /** The answer to who lost too often. */
  public static Refusal busy() {
    return new Refusal.TryLater(
        RefusalCode.BUSY,
        "Too much changes here at once. Nothing was done; try again in a second.",
        Duration.ofSeconds(1));
  }
}
