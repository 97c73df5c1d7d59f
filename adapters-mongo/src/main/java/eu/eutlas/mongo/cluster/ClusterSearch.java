package eu.eutlas.mongo.cluster;

import static eu.eutlas.mongo.Values.value;

import com.mongodb.client.model.Sorts;
import eu.eutlas.application.Cursor;
import eu.eutlas.application.Scope;
import eu.eutlas.application.cluster.ClusterQuery;
import eu.eutlas.application.cluster.ClusterSummary;
import eu.eutlas.mongo.Where;
import java.util.Optional;
import org.bson.conversions.Bson;

/** A list of clusters as MongoDB is asked for it. */
final class ClusterSearch {
  private ClusterSearch() {}

  /** What is in the list from after a place. */
  static Where where(Scope scope, ClusterQuery query, Optional<Cursor> after) {
    var wanted = Where.anything().is(ClusterDocument.DELETED, value(false));
    var narrowed = label(name(exact(wanted, query), query), query);
    var inScope =
        query.org().isPresent() ? narrowed : narrowed.within(scope, ClusterDocument.ORG_ID);
    return after.map(cursor -> after(inScope, query, cursor)).orElse(inScope);
  }

  static Bson order(ClusterQuery query) {
    return switch (query.sort()) {
      case OLDEST_FIRST -> Sorts.ascending("_id");
      case NEWEST_FIRST -> Sorts.descending("_id");
      case BY_NAME -> Sorts.ascending(ClusterDocument.NAME, "_id");
    };
  }

  static Cursor place(ClusterQuery query, ClusterSummary cluster) {
    var key =
        switch (query.sort()) {
          case OLDEST_FIRST, NEWEST_FIRST -> "";
          case BY_NAME -> cluster.name().value();
        };
    return new Cursor(key, cluster.id().value());
  }

  private static Where after(Where where, ClusterQuery query, Cursor cursor) {
    var id = value(cursor.id());
    var name = value(cursor.key());
    return switch (query.sort()) {
      case OLDEST_FIRST -> where.above("_id", id);
      case NEWEST_FIRST -> where.below("_id", id);
      // The bound outside the alternatives is what an index can begin at.
      case BY_NAME ->
          where
              .from(ClusterDocument.NAME, name)
              .either(
                  Where.anything().above(ClusterDocument.NAME, name),
                  Where.anything().above("_id", id));
    };
  }

  private static Where exact(Where where, ClusterQuery query) {
    var next = is(where, ClusterDocument.ORG_ID, query.org().map(id -> id.value()));
    next = is(next, ClusterDocument.PROJECT_ID, query.project().map(id -> id.value()));
    next = is(next, ClusterDocument.STATE, query.state().map(Enum::name));
    next = is(next, ClusterDocument.PLAN, query.plan().map(id -> id.value()));
    return is(next, ClusterDocument.REGION, query.region().map(id -> id.value()));
  }

  private static Where is(Where where, String field, Optional<String> wanted) {
    return wanted.map(text -> where.is(field, value(text))).orElse(where);
  }

  private static Where name(Where where, ClusterQuery query) {
    return query
        .nameContains()
        .map(part -> where.matches(ClusterDocument.NAME, literally(part)))
        .orElse(where);
  }

  private static Where label(Where where, ClusterQuery query) {
    return query
        .label()
        .map(text -> where.hasElement(ClusterDocument.LABELS, label(text)))
        .orElse(where);
  }

  private static Where label(String label) {
    var equals = label.indexOf('=');
    return equals < 0
        ? Where.anything().is(ClusterDocument.LABEL_KEY, value(label))
        : Where.anything()
            .is(ClusterDocument.LABEL_KEY, value(label.substring(0, equals)))
            .is(ClusterDocument.LABEL_VALUE, value(label.substring(equals + 1)));
  }

  /** A pattern that matches this text: no character keeps a meaning of its own. */
  private static String literally(String text) {
    return text.replaceAll("[^A-Za-z0-9]", "\\\\$0");
  }
}
