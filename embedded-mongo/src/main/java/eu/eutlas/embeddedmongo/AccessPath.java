package eu.eutlas.embeddedmongo;

import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.Document;
import eu.eutlas.embeddedmongo.Conditions.Condition;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How the candidates for a query are read: which index, which ranges of its keys, in which
 * direction, and whether they then come in the wanted order.
 *
 * @param index null means the documents themselves, ordered by {@code _id}
 * @param ranges what to read, one after the other
 * @param sorted the candidates come in the order that was asked for
 * @param reverse read from the end
 * @param fixed how many leading fields are held to single values
 * @param bounded whether the next field has a lower or upper bound
 */
record AccessPath(
    @Nullable OrderedIndex index,
    List<Range> ranges,
    boolean sorted,
    boolean reverse,
    int fixed,
    boolean bounded) {

  /** From the first key up to the last, both included; keys are compared as far as they go. */
  record Range(List<Object> from, List<Object> to) {}

  private static final int MOST_RANGES = 1_000;

  /** Reads everything, in the order of {@code _id}. */
  static AccessPath everything(@Nullable Document orderBy) {
    return of(null, List.of(IdIndex.FIELD), Conditions.of(new Document()), orderBy);
  }

  /** The best way among the documents and the indexes; always gives all that match. */
  static AccessPath choose(
      List<Index<Object>> indexes, Document filter, @Nullable Document orderBy, boolean limited) {
    Conditions conditions = Conditions.of(filter);
    AccessPath best = of(null, List.of(IdIndex.FIELD), conditions, orderBy);
    for (Index<Object> index : indexes) {
      if (index instanceof OrderedIndex ordered && !ordered.isPartial()) {
        AccessPath path = of(ordered, ordered.fields(), conditions, orderBy);
        // A whole index in the right order saves the sort, but only pays for the first few.
        boolean useful = path.narrows() || (limited && path.sorted);
        if (useful && path.worth() > best.worth()) {
          best = path;
        }
      }
    }
    return best;
  }

  boolean narrows() {
    return fixed > 0 || bounded;
  }

  private int worth() {
    return narrows() ? 4 * fixed + (bounded ? 2 : 0) + (sorted ? 1 : 0) : (sorted ? 1 : 0);
  }

  private static AccessPath of(
      @Nullable OrderedIndex index,
      List<String> fields,
      Conditions conditions,
      @Nullable Document orderBy) {
    List<List<Object>> prefixes = List.of(List.of());
    int fixed = 0;
    while (fixed < fields.size()) {
      List<Object> values = values(index, fields.get(fixed), conditions);
      if (values.isEmpty() || prefixes.size() * values.size() > MOST_RANGES) {
        break;
      }
      prefixes = extended(prefixes, values);
      fixed++;
    }
    Condition bounds = fixed < fields.size() ? bounds(index, fields.get(fixed), conditions) : null;
    List<Range> ranges = ranges(prefixes, bounds, index);
    boolean inOrder = ranges.size() == 1 && (index == null || index.isComplete());
    Direction direction = inOrder ? Direction.of(fields, fixed, orderBy) : Direction.NONE;
    return new AccessPath(
        index,
        ranges,
        direction != Direction.NONE,
        direction == Direction.BACKWARD,
        fixed,
        bounds != null);
  }

  /** The values a field is held to; none where the index cannot be asked for them. */
  private static List<Object> values(
      @Nullable OrderedIndex index, String field, Conditions conditions) {
    Condition condition = conditions.on(field);
    if (condition == null || condition.anyOf() == null || !usable(index, field, condition)) {
      return List.of();
    }
    return condition.anyOf().stream().map(value -> asKept(index, value)).toList();
  }

  private static @Nullable Condition bounds(
      @Nullable OrderedIndex index, String field, Conditions conditions) {
    Condition condition = conditions.on(field);
    boolean has =
        condition != null
            && condition.anyOf() == null
            && (condition.above() != null || condition.below() != null)
            && usable(index, field, condition);
    return has ? condition : null;
  }

  /** Indexes keep numbers as the library normalises them; documents lie under their very _id. */
  private static Object asKept(@Nullable OrderedIndex index, Object value) {
    return index == null ? value : Missing.ofNullable(new KeyValue(value).normalized().get(0));
  }

  private static List<List<Object>> extended(List<List<Object>> prefixes, List<Object> values) {
    var result = new ArrayList<List<Object>>();
    for (List<Object> prefix : prefixes) {
      for (Object value : values) {
        result.add(with(prefix, value));
      }
    }
    return result;
  }

  private static List<Object> with(List<Object> prefix, Object value) {
    var key = new ArrayList<>(prefix);
    key.add(value);
    return key;
  }

  /** Whether the index certainly has an entry for each document that meets the condition. */
  private static boolean usable(@Nullable OrderedIndex index, String field, Condition condition) {
    if (index == null) {
      return true;
    }
    boolean nested = field.contains(".");
    boolean positional = nested && field.chars().anyMatch(Character::isDigit);
    if (positional || (nested && index.isMultikey())) {
      return false;
    }
    return !condition.asksForNull() || index.isComplete();
  }

  private static List<Range> ranges(
      List<List<Object>> prefixes, @Nullable Condition bounds, @Nullable OrderedIndex index) {
    Object above = bounds == null ? null : bounds.above();
    Object below = bounds == null ? null : bounds.below();
    if (above != null && index != null && index.isMultikey()) {
      // Of an array, one element may meet the one bound and another element the other.
      below = null;
    }
    var result = new ArrayList<Range>();
    for (List<Object> prefix : prefixes) {
      List<Object> from = above == null ? prefix : with(prefix, asKept(index, above));
      List<Object> to = below == null ? prefix : with(prefix, asKept(index, below));
      result.add(new Range(from, with(to, BsonOrder.END)));
    }
    return result;
  }

  /** Which way to read the keys so that they come as {@code orderBy} wants them. */
  private enum Direction {
    NONE,
    FORWARD,
    BACKWARD;

    static Direction of(List<String> fields, int fixed, @Nullable Document orderBy) {
      if (orderBy == null || orderBy.isEmpty()) {
        return NONE;
      }
      Direction direction = NONE;
      int at = fixed;
      Iterator<Map.Entry<String, Object>> wanted = orderBy.entrySet().iterator();
      while (wanted.hasNext()) {
        Map.Entry<String, Object> next = wanted.next();
        if (fields.subList(0, fixed).contains(next.getKey())) {
          continue;
        }
        if (at >= fields.size() || !fields.get(at).equals(next.getKey())) {
          return NONE;
        }
        Direction asked = asked(next.getValue());
        if (asked == NONE || (direction != NONE && direction != asked)) {
          return NONE;
        }
        direction = asked;
        at++;
      }
      return direction == NONE ? FORWARD : direction;
    }

    private static Direction asked(Object value) {
      if (!(value instanceof Number number)) {
        return NONE;
      }
      return number.intValue() > 0 ? FORWARD : BACKWARD;
    }
  }
}
