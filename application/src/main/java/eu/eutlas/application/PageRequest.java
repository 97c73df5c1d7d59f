package eu.eutlas.application;

import eu.eutlas.domain.InvalidValue;
import java.util.Optional;

/**
 * Which part of a list is wanted.
 *
 * @param limit 1 to 100 items
 * @param after absent for the first page
 */
public record PageRequest(int limit, Optional<Cursor> after) {
  public static final int MAX_LIMIT = 100;
  public static final int DEFAULT_LIMIT = 50;

  public PageRequest {
    InvalidValue.unless(limit >= 1 && limit <= MAX_LIMIT, "A page has 1 to 100 items.");
  }

  public static PageRequest first() {
    return new PageRequest(DEFAULT_LIMIT, Optional.empty());
  }
}
