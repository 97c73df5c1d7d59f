package eu.eutlas.mongo;

import static eu.eutlas.mongo.Values.value;

import eu.eutlas.application.Scope;
import eu.eutlas.domain.organization.OrgId;
import java.util.List;
import java.util.stream.Stream;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonValue;

/**
 * A filter: everything that a document must meet. It renders as one plain document without {@code
 * $and}, which is what the embedded server finds its indexes by.
 */
public final class Where {
  static final String ID = "_id";

  private static final Where ANYTHING = new Where(new BsonDocument());

  private final BsonDocument filter;

  private Where(BsonDocument filter) {
    this.filter = filter;
  }

  /** Every document. */
  public static Where anything() {
    return ANYTHING;
  }

  /** The document with this id. */
  public static Where id(String id) {
    return ANYTHING.is(ID, value(id));
  }

  public Where is(String field, BsonValue value) {
    var next = filter.clone();
    next.put(field, value);
    return new Where(next);
  }

  public Where isNot(String field, BsonValue value) {
    return with(field, "$ne", value);
  }

  public Where above(String field, BsonValue bound) {
    return with(field, "$gt", bound);
  }

  public Where from(String field, BsonValue bound) {
    return with(field, "$gte", bound);
  }

  public Where below(String field, BsonValue bound) {
    return with(field, "$lt", bound);
  }

  public Where upTo(String field, BsonValue bound) {
    return with(field, "$lte", bound);
  }

  public Where in(String field, List<String> texts) {
    return with(field, "$in", new BsonArray(texts.stream().map(Values::value).toList()));
  }

  public Where matches(String field, String pattern) {
    return with(field, "$regex", value(pattern));
  }

  /** An array with an element that meets all of this. */
  public Where hasElement(String field, Where element) {
    return with(field, "$elemMatch", element.filter);
  }

  /** One of the alternatives on top of everything else; at most once in a filter. */
  public Where either(Where... alternatives) {
    return is(
        "$or",
        new BsonArray(Stream.of(alternatives).map(alternative -> alternative.filter).toList()));
  }

  /** What the scope lets see, by the field that holds the organization's id. */
  public Where within(Scope scope, String orgField) {
    return switch (scope) {
      case Scope.Orgs(var ids) -> in(orgField, ids.stream().map(OrgId::value).sorted().toList());
      case Scope.Everything ignored -> this;
    };
  }

  BsonDocument toBson() {
    return filter;
  }

  private Where with(String field, String operator, BsonValue operand) {
    var next = filter.clone();
    var operators = next.containsKey(field) ? next.getDocument(field) : new BsonDocument();
    operators.put(operator, operand);
    next.put(field, operators);
    return new Where(next);
  }
}
