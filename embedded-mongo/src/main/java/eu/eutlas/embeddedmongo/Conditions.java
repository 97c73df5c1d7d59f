package eu.eutlas.embeddedmongo;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.Document;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a filter certainly demands of single fields: every matching document meets all of them. What
 * is not understood here is left out; the full filter is checked on each candidate anyway.
 */
final class Conditions {

  /** One field equals one of some values, or lies above and below a value (both inclusive). */
  record Condition(@Nullable List<Object> anyOf, @Nullable Object above, @Nullable Object below) {

    private Condition and(Condition other) {
      return new Condition(
          anyOf != null ? anyOf : other.anyOf,
          above != null ? above : other.above,
          below != null ? below : other.below);
    }

    boolean asksForNull() {
      return anyOf != null && anyOf.contains(Missing.getInstance());
    }
  }

  private final Map<String, Condition> byField = new HashMap<>();

  private Conditions() {}

  static Conditions of(Document filter) {
    var conditions = new Conditions();
    conditions.addAll(filter);
    return conditions;
  }

  @Nullable Condition on(String field) {
    return byField.get(field);
  }

  boolean isEmpty() {
    return byField.isEmpty();
  }

  private void addAll(Document filter) {
    filter.forEach((field, wanted) -> {
      if (field.equals("$and") && wanted instanceof Collection<?> parts) {
        parts.forEach(part -> addPart(part));
      } else if (!field.startsWith("$")) {
        addField(field, wanted);
      }
    });
  }

  private void addPart(@Nullable Object part) {
    if (part instanceof Document filter) {
      addAll(filter);
    }
  }

  private void addField(String field, @Nullable Object wanted) {
    if (wanted instanceof Document operators && isOperators(operators)) {
      operators.forEach((operator, operand) -> addOperator(field, operator, operand));
    } else {
      addEquality(field, List.of(Missing.ofNullable(wanted)));
    }
  }

  private static boolean isOperators(Document document) {
    return !document.isEmpty() && document.keySet().iterator().next().startsWith("$");
  }

  private void addOperator(String field, String operator, @Nullable Object operand) {
    switch (operator) {
      case "$eq" -> addEquality(field, List.of(Missing.ofNullable(operand)));
      case "$in" -> {
        if (operand instanceof Collection<?> values) {
          addEquality(field, values.stream().map(Missing::ofNullable).toList());
        }
      }
      case "$gt", "$gte" -> addBound(field, operand, true);
      case "$lt", "$lte" -> addBound(field, operand, false);
      default -> {
        // The candidates are checked against it.
      }
    }
  }

  private void addEquality(String field, List<Object> values) {
    if (values.stream().noneMatch(Conditions::isPatternOrArray)) {
      // 1 and 1.0 are one value, and no document is to be found twice.
      var distinct = new TreeSet<Object>(BsonOrder.INSTANCE);
      distinct.addAll(values);
      add(field, new Condition(List.copyOf(distinct), null, null));
    }
  }

  /** An array equals both itself and an element; a regular expression equals what it matches. */
  private static boolean isPatternOrArray(Object value) {
    return value instanceof Collection || BsonRegularExpression.isRegularExpression(value);
  }

  private void addBound(String field, @Nullable Object operand, boolean above) {
    if (operand != null && !isPatternOrArray(operand)) {
      add(field, new Condition(null, above ? operand : null, above ? null : operand));
    }
  }

  private void add(String field, Condition condition) {
    byField.merge(field, condition, Condition::and);
  }
}
