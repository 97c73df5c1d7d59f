package eu.eutlas.mongo;

/**
 * The database was written by a newer EUTLAS, whose documents this one could spoil. It was left
 * untouched.
 */
public final class NewerSchema extends RuntimeException {
  NewerSchema(int stored, int known) {
    super(
        "The metadata has schema version %d and this EUTLAS knows %d at most. Start a newer EUTLAS;"
                .formatted(stored, known)
            + " nothing was changed.");
  }
}
