package eu.eutlas.domain;

import java.util.function.Function;

/**
 * What a decision came to: done with a value, or refused for a reason that was expected. Bugs and
 * outages are exceptions, never outcomes.
 */
public sealed interface Outcome<T> {

  record Done<T>(T value) implements Outcome<T> {}

  record Refused<T>(Refusal refusal) implements Outcome<T> {}

  static <T> Outcome<T> done(T value) {
    return new Done<>(value);
  }

  static <T> Outcome<T> refused(Refusal refusal) {
    return new Refused<>(refusal);
  }

  default <R> Outcome<R> map(Function<? super T, ? extends R> change) {
    return switch (this) {
      case Done<T>(var value) -> done(change.apply(value));
      case Refused<T>(var refusal) -> refused(refusal);
    };
  }

  default <R> Outcome<R> flatMap(Function<? super T, Outcome<R>> next) {
    return switch (this) {
      case Done<T>(var value) -> next.apply(value);
      case Refused<T>(var refusal) -> refused(refusal);
    };
  }

  /** The value, for callers that know that nothing can refuse; a refusal is a bug of theirs. */
  default T orElseThrow() {
    return switch (this) {
      case Done<T>(var value) -> value;
      case Refused<T>(var refusal) ->
          throw new IllegalStateException(refusal.code() + ": " + refusal.message());
    };
  }
}
