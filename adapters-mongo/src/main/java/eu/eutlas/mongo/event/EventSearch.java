package eu.eutlas.mongo.event;

import static eu.eutlas.mongo.Values.value;

import eu.eutlas.application.Cursor;
import eu.eutlas.application.event.EventQuery;
import eu.eutlas.domain.InvalidValue;
import eu.eutlas.domain.event.LoggedEvent;
import eu.eutlas.mongo.Where;
import java.util.Optional;

/** A list of events, newest first, as MongoDB is asked for it. */
final class EventSearch {
  private EventSearch() {}

  /** What is in the list from after a place. */
  static Where where(EventQuery query, Optional<Cursor> after) {
    var where = Where.anything().is(EventDocument.ORG_ID, value(query.org().value()));
    where = is(where, EventDocument.PROJECT_ID, query.project().map(id -> id.value()));
    where = is(where, EventDocument.CLUSTER_ID, query.cluster().map(id -> id.value()));
    where = is(where, EventDocument.TYPE, query.type().map(Enum::name));
    where = is(where, EventDocument.SEVERITY, query.severity().map(Enum::name));
    where = time(where, query);
    return after.isPresent() ? where.below(EventDocument.SEQ, value(seq(after.get()))) : where;
  }

  static Cursor place(LoggedEvent event) {
    return new Cursor(Long.toString(event.seq()), event.event().id().value());
  }

  private static Where time(Where where, EventQuery query) {
    var field = EventDocument.CREATED_AT;
    var after = query.from().map(from -> where.from(field, value(from))).orElse(where);
    return query.to().map(to -> after.below(field, value(to))).orElse(after);
  }

  private static Where is(Where where, String field, Optional<String> wanted) {
    return wanted.map(text -> where.is(field, value(text))).orElse(where);
  }

  private static long seq(Cursor cursor) {
    try {
      return Long.parseLong(cursor.key());
    } catch (NumberFormatException notOurs) {
      throw new InvalidValue("This is not a place in a list of events.");
    }
  }
}
