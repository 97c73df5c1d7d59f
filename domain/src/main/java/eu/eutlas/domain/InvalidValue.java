package eu.eutlas.domain;

/**
 * Text or a number that is not a value of its type; the message is a sentence for the person who
 * gave it.
 */
public final class InvalidValue extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  public InvalidValue(String message) {
    super(message);
  }

  /** Refuses with the message unless the condition holds. */
  public static void unless(boolean holds, String message) {
    if (!holds) {
      throw new InvalidValue(message);
    }
  }
}
