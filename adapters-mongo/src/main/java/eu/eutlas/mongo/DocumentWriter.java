package eu.eutlas.mongo;

import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Function;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonValue;

/** Writes a document field by field, in this order. What is absent is left out, never null. */
public final class DocumentWriter {
  private final BsonDocument document = new BsonDocument();

  public DocumentWriter put(String field, String text) {
    return put(field, Values.value(text));
  }

  public DocumentWriter put(String field, Enum<?> word) {
    return put(field, Values.value(word));
  }

  public DocumentWriter put(String field, long number) {
    return put(field, Values.value(number));
  }

  public DocumentWriter put(String field, boolean flag) {
    return put(field, Values.value(flag));
  }

  public DocumentWriter put(String field, Instant time) {
    return put(field, Values.value(time));
  }

  public DocumentWriter put(String field, BsonValue value) {
    document.put(field, value);
    return this;
  }

  public DocumentWriter put(String field, Optional<? extends BsonValue> value) {
    value.ifPresent(present -> document.put(field, present));
    return this;
  }

  /** Writes a flag that is there only when it is set, for a sparse index. */
  public DocumentWriter putIf(String field, boolean flag) {
    return flag ? put(field, true) : this;
  }

  public <T> DocumentWriter putAll(
      String field, Collection<T> items, Function<T, ? extends BsonValue> write) {
    var values = new BsonArray();
    items.forEach(item -> values.add(write.apply(item)));
    return put(field, values);
  }

  public BsonDocument done() {
    return document;
  }
}
