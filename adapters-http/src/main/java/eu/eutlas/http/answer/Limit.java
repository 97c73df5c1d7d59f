package eu.eutlas.http.answer;

import eu.eutlas.application.PageRequest;
import eu.eutlas.domain.InvalidValue;
import java.util.Optional;
import java.util.regex.Pattern;

/** How many items a page has at most. */
public record Limit(String text) {
  private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]?|100");

  public Limit {
    InvalidValue.unless(NUMBER.matcher(text).matches(), "A limit is a number from 1 to 100.");
  }

  /** Which page is asked for. */
  public static PageRequest page(Optional<Limit> limit, Optional<PageCursor> cursor) {
    return new PageRequest(
        limit.map(given -> Integer.parseInt(given.text())).orElse(PageRequest.DEFAULT_LIMIT),
        cursor.map(PageCursor::cursor));
  }
}
