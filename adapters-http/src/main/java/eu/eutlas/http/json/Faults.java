package eu.eutlas.http.json;

import eu.eutlas.domain.InvalidValue;
import eu.eutlas.domain.Refusal;
import eu.eutlas.domain.RefusalCode;
import eu.eutlas.http.problem.RefusedException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Collects the faults of a request, so that whoever sent it learns of all of them at once. */
final class Faults {
  private static final int MOST = 50;
  private static final int LONGEST_NAME = 100;

  private final List<Refusal.Fault> faults = new ArrayList<>();

  void add(String field, String message) {
    if (faults.size() < MOST) {
      // A field's name may come from outside, and is not echoed at any length.
      var name = field.length() > LONGEST_NAME ? field.substring(0, LONGEST_NAME) + "…" : field;
      faults.add(new Refusal.Fault(name, message));
    }
  }

  /** Reads a value; if it is not valid, the fault is noted and there is none. */
  <T> @Nullable T read(String field, Supplier<T> reading) {
    try {
      return reading.get();
    } catch (InvalidValue e) {
      add(field, String.valueOf(e.getMessage()));
      return null;
    }
  }

  int size() {
    return faults.size();
  }

  /** Refuses the request if there was any fault. */
  void refuse() {
    if (!faults.isEmpty()) {
      throw new RefusedException(new Refusal.Invalid(RefusalCode.INVALID_REQUEST, words(), faults));
    }
  }

  /** Refuses the request for one fault. */
  static RefusedException of(String field, String message) {
    return new RefusedException(
        new Refusal.Invalid(
            RefusalCode.INVALID_REQUEST, message, List.of(new Refusal.Fault(field, message))));
  }

  private String words() {
    return faults.size() == 1
        ? faults.getFirst().field() + " is not valid: " + faults.getFirst().message()
        : faults.size() + " fields are not valid.";
  }
}
