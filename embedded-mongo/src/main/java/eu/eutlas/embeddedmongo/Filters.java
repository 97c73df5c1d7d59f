package eu.eutlas.embeddedmongo;

import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Filters as the library understands them. It takes a document that a field should equal for
 * conditions on the fields of any elements of an array, and knows no regular expression as the
 * operand of {@code $regex}; both can be said in another way that it gets right.
 */
final class Filters {

  private static final String REGEX = "$regex";
  private static final String OPTIONS = "$options";

  private Filters() {}

  /** The same filter, in words that the library gets right. */
  static Document understood(Document filter) {
    var result = new Document();
    filter.forEach((field, wanted) -> result.put(field, field(field, wanted)));
    return result;
  }

  private static @Nullable Object field(String field, @Nullable Object wanted) {
    return switch (field) {
      case "$and", "$or", "$nor" -> each(wanted);
      case String name when name.startsWith("$") -> wanted;
      default -> condition(wanted);
    };
  }

  private static @Nullable Object each(@Nullable Object filters) {
    return filters instanceof Collection<?> parts
        ? parts.stream()
            .map(part -> part instanceof Document filter ? understood(filter) : part)
            .toList()
        : filters;
  }

  private static @Nullable Object condition(@Nullable Object wanted) {
    if (!(wanted instanceof Document document)) {
      return wanted;
    }
    return isOperators(document) ? operators(document) : new Document("$eq", document);
  }

  private static boolean isOperators(Document document) {
    return !document.isEmpty() && document.keySet().iterator().next().startsWith("$");
  }

  private static Document operators(Document operators) {
    var result = new Document();
    operators.forEach((operator, operand) -> result.put(operator, operand(operator, operand)));
    Object pattern = operators.get(REGEX);
    if (pattern != null) {
      result.remove(REGEX);
      result.remove(OPTIONS);
      // Beside $regex the library looks at no other operator; beside $in it does.
      if (result.put("$in", List.of(expression(pattern, operators.get(OPTIONS)))) != null) {
        throw Replies.notSupported("$regex beside $in");
      }
    }
    return result;
  }

  private static @Nullable Object operand(String operator, @Nullable Object operand) {
    if (!(operand instanceof Document document)) {
      return operand;
    }
    return switch (operator) {
      case "$not" -> operators(document);
      case "$elemMatch" -> isOperators(document) ? elements(document) : understood(document);
      default -> operand;
    };
  }

  /** Of an element's own value, or of its fields by {@code $and} and the like. */
  private static Document elements(Document conditions) {
    boolean logical =
        List.of("$and", "$or", "$nor").contains(conditions.keySet().iterator().next());
    return logical ? understood(conditions) : operators(conditions);
  }

  private static BsonRegularExpression expression(Object pattern, @Nullable Object options) {
    String asked = options == null ? "" : options.toString();
    if (!(pattern instanceof BsonRegularExpression own)) {
      return new BsonRegularExpression(pattern.toString(), asked);
    }
    if (!asked.isEmpty() && !own.getOptions().isEmpty()) {
      throw new MongoServerError(51075, "Location51075", "options set in both $regex and $options");
    }
    return new BsonRegularExpression(own.getPattern(), asked + own.getOptions());
  }
}
