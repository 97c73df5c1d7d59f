package eu.eutlas.tenant.archive;

import eu.eutlas.domain.backup.CollectionSum;
import eu.eutlas.domain.backup.CollectionSum.Kind;
import eu.eutlas.domain.backup.Namespace;
import java.util.ArrayList;
import java.util.List;
import org.bson.BsonArray;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonInvalidOperationException;
import org.bson.BsonString;
import org.bson.json.JsonMode;
import org.bson.json.JsonParseException;
import org.bson.json.JsonWriterSettings;

/**
 * What a collection is beside its documents, as a server lists it and as an archive tells it before
 * all documents.
 *
 * @param uuid the server's own name of it; empty where there is none
 */
record CollectionDescription(
    Place place, Kind kind, BsonDocument options, List<BsonDocument> indexes, String uuid) {

  /** Before the name of a time series, where its documents lie. */
  static final String BUCKETS = "system.buckets.";

  private static final String EXPIRES = "expireAfterSeconds";

  private static final JsonWriterSettings CANONICAL =
      JsonWriterSettings.builder().outputMode(JsonMode.EXTENDED).build();

  CollectionDescription {
    indexes = List.copyOf(indexes);
  }

  static CollectionDescription plain(Place place) {
    return new CollectionDescription(place, Kind.COLLECTION, new BsonDocument(), List.of(), "");
  }

  /** Where its documents are found: those of a time series lie in buckets beside it. */
  Place data(ServerVersion server) {
    return kind == Kind.TIME_SERIES && !server.hasTimeSeriesWithoutBuckets()
        ? new Place(place.database(), BUCKETS + place.collection())
        : place;
  }

  /** The fields of a find of its documents as they lie, beside those given. */
  BsonDocument find(ServerVersion server, BsonDocument given) {
    var find = new BsonDocument();
    find.putAll(given);
    return kind == Kind.TIME_SERIES && server.hasTimeSeriesWithoutBuckets()
        ? find.append("rawData", BsonBoolean.TRUE)
        : find;
  }

  boolean isCapped() {
    return BsonBoolean.TRUE.equals(options.get("capped"));
  }

  /** Whether its server removes documents when their time is over. */
  boolean expires() {
    return options.containsKey(EXPIRES)
        || indexes.stream().anyMatch(index -> index.containsKey(EXPIRES));
  }

  CollectionSum sum(Namespace as, CollectionHash hash) {
    return new CollectionSum(
        as, kind, hash.documents(), hash.bytes(), hash.value(), Definition.of(this));
  }

  /** As the archive has it; the oplog has no description. */
  BsonDocument entry() {
    var isOplog = place.equals(Place.OPLOG);
    return new BsonDocument("db", new BsonString(place.database()))
        .append("collection", new BsonString(place.collection()))
        .append("metadata", new BsonString(isOplog ? "" : metadata().toJson(CANONICAL)))
        .append("size", new BsonInt32(0))
        .append("type", new BsonString(isOplog ? "" : word(kind)));
  }

  private BsonDocument metadata() {
    var metadata = new BsonDocument();
    if (!options.isEmpty()) {
      metadata.append("options", options);
    }
    metadata.append("indexes", new BsonArray(indexes));
    if (!uuid.isEmpty()) {
      metadata.append("uuid", new BsonString(uuid));
    }
    return metadata
        .append("collectionName", new BsonString(place.collection()))
        .append("type", new BsonString(word(kind)));
  }

  static CollectionDescription read(BsonDocument entry) throws DamagedArchive {
    try {
      var place =
          new Place(entry.getString("db").getValue(), entry.getString("collection").getValue());
      var text = entry.getString("metadata", new BsonString("")).getValue();
      var metadata = text.isEmpty() ? new BsonDocument() : BsonDocument.parse(text);
      var indexes = new ArrayList<BsonDocument>();
      metadata
          .getArray("indexes", new BsonArray())
          .forEach(index -> indexes.add(index.asDocument()));
      return new CollectionDescription(
          place,
          kind(entry.getString("type", new BsonString("")).getValue()),
          metadata.getDocument("options", new BsonDocument()),
          indexes,
          metadata.getString("uuid", new BsonString("")).getValue());
    } catch (BsonInvalidOperationException | JsonParseException | NumberFormatException e) {
      throw new DamagedArchive("The archive describes a collection in a way that is not known.", e);
    }
  }

  static Kind kind(String type) {
    return switch (type) {
      case "view" -> Kind.VIEW;
      case "timeseries" -> Kind.TIME_SERIES;
      default -> Kind.COLLECTION;
    };
  }

  private static String word(Kind kind) {
    return switch (kind) {
      case COLLECTION -> "collection";
      case VIEW -> "view";
      case TIME_SERIES -> "timeseries";
    };
  }
}
