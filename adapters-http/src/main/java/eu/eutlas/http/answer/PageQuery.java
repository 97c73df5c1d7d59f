package eu.eutlas.http.answer;

import eu.eutlas.application.PageRequest;
import java.util.Optional;

/** The parameters of a list that has no others. */
public record PageQuery(Optional<Limit> limit, Optional<PageCursor> cursor) {
  public PageRequest page() {
    return Limit.page(limit, cursor);
  }
}
