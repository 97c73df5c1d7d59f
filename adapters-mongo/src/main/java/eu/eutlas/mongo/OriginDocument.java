package eu.eutlas.mongo;

import static eu.eutlas.mongo.Values.value;

import eu.eutlas.domain.OriginKey;
import java.time.Instant;
import java.util.Optional;
import org.bson.BsonDocument;

/**
 * Where a created thing came from, inside its document; absent when unknown or forgotten. Its
 * collection has {@link #UNIQUE} and {@link #BY_AGE}.
 */
public final class OriginDocument {
  public static final String FIELD = "origin";
  public static final CollectionSchema.Index UNIQUE =
      CollectionSchema.Index.uniqueSparseOn("origin.keyHash");
  public static final CollectionSchema.Index BY_AGE = CollectionSchema.Index.sparseOn("origin.at");

  private OriginDocument() {}

  public static BsonDocument toBson(OriginKey origin) {
    return new DocumentWriter()
        .put("keyHash", origin.keyHash())
        .put("bodyHash", origin.bodyHash())
        .put("at", origin.at())
        .done();
  }

  public static OriginKey fromBson(DocumentReader stored) {
    return new OriginKey(stored.text("keyHash"), stored.text("bodyHash"), stored.time("at"));
  }

  public static <T> Optional<T> find(Documents<T> documents, String keyHash) {
    return documents.find(Where.anything().is("origin.keyHash", value(keyHash)));
  }

  /** Forgets the origins before a moment. Versions stay: it changes nothing that anybody reads. */
  public static long forget(Documents<?> documents, Instant before) {
    return documents.unsetAll(Where.anything().below("origin.at", value(before)), FIELD);
  }
}
