package eu.eutlas.embeddedmongo;

import de.bwaldvogel.mongo.bson.BinData;
import de.bwaldvogel.mongo.bson.BsonJavaScript;
import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.Decimal128;
import de.bwaldvogel.mongo.bson.LegacyUUID;
import de.bwaldvogel.mongo.bson.MaxKey;
import de.bwaldvogel.mongo.bson.MinKey;
import de.bwaldvogel.mongo.bson.ObjectId;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How many bytes a value takes as BSON, counted without encoding it. */
final class BsonSize {

  private static final int FRAME = 5;
  private static final int EIGHT_BYTES = 8;

  private BsonSize() {}

  static int of(Map<String, ?> document) {
    int size = FRAME;
    for (Map.Entry<String, ?> field : document.entrySet()) {
      size += 2 + utf8(field.getKey()) + ofValue(field.getValue());
    }
    return size;
  }

  private static int ofArray(Collection<?> array) {
    int size = FRAME;
    int index = 0;
    for (Object element : array) {
      size += 2 + Integer.toString(index++).length() + ofValue(element);
    }
    return size;
  }

  @SuppressWarnings("unchecked")
  private static int ofValue(@Nullable Object value) {
    return switch (value) {
      case null -> 0;
      case Map<?, ?> document -> of((Map<String, ?>) document);
      case Collection<?> array -> ofArray(array);
      case String text -> FRAME + utf8(text);
      case Integer number -> 4;
      case Boolean bool -> 1;
      case ObjectId id -> 12;
      case Decimal128 decimal -> 16;
      case UUID uuid -> FRAME + 16;
      case LegacyUUID uuid -> FRAME + 16;
      case BinData data -> FRAME + data.getData().length;
      case MinKey min -> 0;
      case MaxKey max -> 0;
      case BsonRegularExpression regex -> regex.toString().length() + 2;
      case BsonJavaScript code -> FRAME + utf8(code.getCode());
      default -> EIGHT_BYTES;
    };
  }

  private static int utf8(String text) {
    int size = text.length();
    for (int i = 0; i < text.length(); i++) {
      char character = text.charAt(i);
      if (character >= 0x80) {
        // A surrogate pair is two characters and four bytes.
        size += character < 0x800 || Character.isSurrogate(character) ? 1 : 2;
      }
    }
    return size;
  }
}
