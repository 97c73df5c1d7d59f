package eu.eutlas.mongo;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.jspecify.annotations.Nullable;

/**
 * Reads a document field by field. A field that is not there is absent; one that must be there, or
 * is of another type, is a bug or a damaged document: {@link IllegalStateException}, which names
 * the field and never its content.
 */
public final class DocumentReader {
  private final BsonDocument document;
  private final String path;

  private DocumentReader(BsonDocument document, String path) {
    this.document = document;
    this.path = path;
  }

  public static DocumentReader of(BsonDocument document) {
    return new DocumentReader(document, "");
  }

  public String text(String field) {
    return need(field, findText(field));
  }

  public Optional<String> findText(String field) {
    return find(field, BsonValue::isString).map(value -> value.asString().getValue());
  }

  /** A number of any of BSON's types: people who mend documents by hand write doubles. */
  public long number(String field) {
    return need(field, find(field, BsonValue::isNumber)).asNumber().longValue();
  }

  public Optional<Integer> findInteger(String field) {
    return find(field, BsonValue::isNumber)
        .map(value -> Math.toIntExact(value.asNumber().longValue()));
  }

  public int integer(String field) {
    return Math.toIntExact(number(field));
  }

  public int integer(String field, int otherwise) {
    return find(field, BsonValue::isNumber).isPresent() ? integer(field) : otherwise;
  }

  public boolean flag(String field) {
    return need(field, find(field, BsonValue::isBoolean)).asBoolean().getValue();
  }

  public Instant time(String field) {
    return need(field, findTime(field));
  }

  public Optional<Instant> findTime(String field) {
    return find(field, BsonValue::isDateTime)
        .map(value -> Instant.ofEpochMilli(value.asDateTime().getValue()));
  }

  public <E extends Enum<E>> E word(String field, Class<E> words) {
    var name = text(field);
    for (var word : words.getEnumConstants()) {
      if (word.name().equals(name)) {
        return word;
      }
    }
    throw unreadable(field, "is no " + words.getSimpleName() + " that is known");
  }

  public <T> T document(String field, Function<DocumentReader, T> read) {
    return need(field, findDocument(field, read));
  }

  public <T> Optional<T> findDocument(String field, Function<DocumentReader, T> read) {
    return find(field, BsonValue::isDocument)
        .map(value -> read.apply(new DocumentReader(value.asDocument(), path + field + ".")));
  }

  /** The documents of an array, each read in turn. */
  public <T> List<T> documents(String field, Function<DocumentReader, T> read) {
    return documents(field, need(field, find(field, BsonValue::isArray)).asArray(), read);
  }

  /** The same; none where there is no such field. */
  public <T> List<T> findDocuments(String field, Function<DocumentReader, T> read) {
    return find(field, BsonValue::isArray)
        .map(array -> documents(field, array.asArray(), read))
        .orElseGet(List::of);
  }

  private <T> List<T> documents(String field, BsonArray array, Function<DocumentReader, T> read) {
    return array.stream()
        .map(value -> {
          if (!value.isDocument()) {
            throw unreadable(field, "holds something else than documents");
          }
          return read.apply(new DocumentReader(value.asDocument(), path + field + "."));
        })
        .toList();
  }

  private Optional<BsonValue> find(String field, Predicate<BsonValue> type) {
    @Nullable BsonValue value = document.get(field);
    if (value == null || value.isNull()) {
      return Optional.empty();
    }
    if (!type.test(value)) {
      throw unreadable(field, "is of another type: " + value.getBsonType());
    }
    return Optional.of(value);
  }

  private <T> T need(String field, Optional<T> value) {
    return value.orElseThrow(() -> unreadable(field, "is missing"));
  }

  private IllegalStateException unreadable(String field, String what) {
    return new IllegalStateException("In a stored document, " + path + field + " " + what + ".");
  }
}
