package eu.eutlas.embeddedmongo;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.BinData;
import de.bwaldvogel.mongo.bson.BsonTimestamp;
import de.bwaldvogel.mongo.bson.Decimal128;
import de.bwaldvogel.mongo.bson.LegacyUUID;
import de.bwaldvogel.mongo.bson.MaxKey;
import de.bwaldvogel.mongo.bson.MinKey;
import de.bwaldvogel.mongo.bson.ObjectId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.Iterator;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A total order over everything a document can hold, in MongoDB's order of types. Equal means
 * equal: numbers by value whatever their type, arrays and documents element by element. Never
 * throws, because a key that cannot be placed would break the file's trees.
 */
final class BsonOrder implements Comparator<@Nullable Object> {

  static final BsonOrder INSTANCE = new BsonOrder();

  /** After every stored value: the open end of a range. Never stored. */
  static final Object END = new Object();

  private static final int NUMBER = 2;
  private static final int DOCUMENT = 4;
  private static final int ARRAY = 5;
  private static final int OTHER = 13;
  private static final long EXACT_IN_DOUBLE = 1L << 53;

  private BsonOrder() {}

  @Override
  public int compare(@Nullable Object left, @Nullable Object right) {
    if (left == right) {
      return 0;
    }
    int rank = rank(left);
    int byRank = Integer.compare(rank, rank(right));
    return byRank != 0 || left == null || right == null ? byRank : within(rank, left, right);
  }

  private static int rank(@Nullable Object value) {
    return switch (value) {
      case null -> 1;
      case Missing missing -> 1;
      case MinKey min -> 0;
      case Number number -> NUMBER;
      case String text -> 3;
      case Map<?, ?> document -> DOCUMENT;
      case Collection<?> array -> ARRAY;
      case BinData data -> 6;
      case LegacyUUID uuid -> 7;
      case UUID uuid -> 8;
      case ObjectId id -> 9;
      case Boolean bool -> 10;
      case Instant instant -> 11;
      case BsonTimestamp timestamp -> 12;
      case MaxKey max -> 14;
      default -> value == END ? 15 : OTHER;
    };
  }

  private int within(int rank, Object left, Object right) {
    return switch (rank) {
      case 0, 1, 14 -> 0;
      case NUMBER -> numbers((Number) left, (Number) right);
      case 3 -> ((String) left).compareTo((String) right);
      case DOCUMENT -> documents((Map<?, ?>) left, (Map<?, ?>) right);
      case ARRAY -> arrays((Collection<?>) left, (Collection<?>) right);
      case 6 -> ((BinData) left).compareTo((BinData) right);
      case 7 -> ((LegacyUUID) left).compareTo((LegacyUUID) right);
      case 8 -> left.toString().compareTo(right.toString());
      case 9 -> ((ObjectId) left).compareTo((ObjectId) right);
      case 10 -> Boolean.compare((Boolean) left, (Boolean) right);
      case 11 -> ((Instant) left).compareTo((Instant) right);
      case 12 -> ((BsonTimestamp) left).compareTo((BsonTimestamp) right);
      default -> describe(left).compareTo(describe(right));
    };
  }

  /** Regular expressions and code have no order of their own; their text places them. */
  private static String describe(Object value) {
    return value.getClass().getName() + ' ' + value;
  }

  private static int numbers(Number left, Number right) {
    if (isWhole(left) && isWhole(right)) {
      return Long.compare(left.longValue(), right.longValue());
    }
    boolean exact = isExactInDouble(left) && isExactInDouble(right);
    double first = left.doubleValue() + 0.0;
    double second = right.doubleValue() + 0.0;
    if (exact || !Double.isFinite(first) || !Double.isFinite(second)) {
      return Double.compare(first, second);
    }
    return decimal(left).compareTo(decimal(right));
  }

  private static boolean isWhole(Number number) {
    return number instanceof Integer || number instanceof Long;
  }

  private static boolean isExactInDouble(Number number) {
    return number instanceof Double
        || (isWhole(number) && Math.abs(number.longValue()) <= EXACT_IN_DOUBLE);
  }

  private static BigDecimal decimal(Number number) {
    if (number instanceof Decimal128 decimal) {
      // A negative zero has no BigDecimal.
      return decimal.doubleValue() == 0.0 ? BigDecimal.ZERO : decimal.toBigDecimal();
    }
    return isWhole(number)
        ? BigDecimal.valueOf(number.longValue())
        : new BigDecimal(number.doubleValue());
  }

  private int arrays(Collection<?> left, Collection<?> right) {
    Iterator<?> lefts = left.iterator();
    Iterator<?> rights = right.iterator();
    while (lefts.hasNext() && rights.hasNext()) {
      int byElement = compare(lefts.next(), rights.next());
      if (byElement != 0) {
        return byElement;
      }
    }
    return Boolean.compare(lefts.hasNext(), rights.hasNext());
  }

  private int documents(Map<?, ?> left, Map<?, ?> right) {
    var lefts = left.entrySet().iterator();
    var rights = right.entrySet().iterator();
    while (lefts.hasNext() && rights.hasNext()) {
      var first = lefts.next();
      var second = rights.next();
      int byType = Integer.compare(rank(first.getValue()), rank(second.getValue()));
      int byName = byType != 0 ? byType : compare(first.getKey(), second.getKey());
      int byValue = byName != 0 ? byName : compare(first.getValue(), second.getValue());
      if (byValue != 0) {
        return byValue;
      }
    }
    return Boolean.compare(lefts.hasNext(), rights.hasNext());
  }
}
