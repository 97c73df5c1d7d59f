package eu.eutlas.mongo;

import java.util.List;
import java.util.stream.Collectors;
import org.bson.BsonDocument;
import org.bson.BsonInt32;

/**
 * A collection and its indexes, beside the one on {@code _id}. Nothing here that the embedded
 * server lacks: no partial and no TTL indexes.
 */
public record CollectionSchema(String name, List<Index> indexes) {
  public CollectionSchema {
    indexes = List.copyOf(indexes);
  }

  public static CollectionSchema of(String name, Index... indexes) {
    return new CollectionSchema(name, List.of(indexes));
  }

  /**
   * An ascending index.
   *
   * @param sparse leaves out the documents that have none of the fields
   */
  public record Index(List<String> fields, boolean unique, boolean sparse) {
    public Index {
      fields = List.copyOf(fields);
    }

    public static Index on(String... fields) {
      return new Index(List.of(fields), false, false);
    }

    public static Index sparseOn(String... fields) {
      return new Index(List.of(fields), false, true);
    }

    public static Index uniqueOn(String... fields) {
      return new Index(List.of(fields), true, false);
    }

    public static Index uniqueSparseOn(String... fields) {
      return new Index(List.of(fields), true, true);
    }

    /** As MongoDB names an index by itself. */
    String name() {
      return fields.stream().map(field -> field + "_1").collect(Collectors.joining("_"));
    }

    BsonDocument keys() {
      var keys = new BsonDocument();
      fields.forEach(field -> keys.put(field, new BsonInt32(1)));
      return keys;
    }
  }
}
