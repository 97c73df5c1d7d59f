package eu.eutlas.tenant.archive;

import eu.eutlas.domain.backup.CollectionSum.Kind;
import eu.eutlas.domain.backup.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.bson.BsonArray;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.bson.BsonNumber;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.bson.json.JsonMode;
import org.bson.json.JsonWriterSettings;

/**
 * What a collection is beside its documents, as a hash of a text in which all servers that have the
 * same show the same: what they add by themselves is left out, and 1 is 1 in whatever type.
 */
final class Definition {
  private static final JsonWriterSettings CANONICAL =
      JsonWriterSettings.builder().outputMode(JsonMode.EXTENDED).build();

  private static final BsonString ID_INDEX = new BsonString("_id_");

  private static final Set<String> OF_THE_SERVER =
      Set.of("autoIndexId", "flags", "idIndex", "recordIdsReplicated", "storageEngine", "uuid");

  private static final Set<String> OF_THE_SERVERS_INDEX =
      Set.of("2dsphereIndexVersion", "background", "ns", "storageEngine", "textIndexVersion", "v");

  private Definition() {}

  static Sha256 of(CollectionDescription collection) {
    var text = text(collection).getBytes(StandardCharsets.UTF_8);
    return Sha256.of(Digests.sha256().digest(text));
  }

  static String text(CollectionDescription collection) {
    var indexes = new ArrayList<String>();
    if (collection.kind() != Kind.VIEW) {
      collection.indexes().stream()
          .filter(index -> !isOfTheServer(index))
          .map(index -> sorted(index, OF_THE_SERVERS_INDEX))
          .sorted()
          .forEach(indexes::add);
    }
    return collection.kind() + " " + sorted(collection.options(), OF_THE_SERVER) + " " + indexes;
  }

  /** The index that every collection has, and the one that a clustered collection is. */
  static boolean isOfTheServer(BsonDocument index) {
    return BsonBoolean.TRUE.equals(index.get("clustered")) || ID_INDEX.equals(index.get("name"));
  }

  private static String sorted(BsonDocument document, Set<String> without) {
    var fields = new TreeMap<String, String>();
    document.forEach((name, value) -> {
      if (!without.contains(name) && !BsonBoolean.FALSE.equals(value)) {
        fields.put(name, name.equals("collation") ? collation(value) : text(value));
      }
    });
    return fields.toString();
  }

  /** Its version is that of a library of the server. */
  private static String collation(BsonValue value) {
    return value.isDocument() ? sorted(value.asDocument(), Set.of("version")) : text(value);
  }

  private static String text(BsonValue value) {
    return switch (value) {
      case BsonDocument document -> text(document);
      case BsonArray array -> array.stream().map(Definition::text).toList().toString();
      case BsonNumber number when isWhole(number) -> Long.toString(number.longValue());
      default -> new BsonDocument("", value).toJson(CANONICAL);
    };
  }

  private static String text(BsonDocument document) {
    List<String> fields = new ArrayList<>();
    document.forEach((name, value) -> fields.add(name + "=" + text(value)));
    return fields.toString();
  }

  private static boolean isWhole(BsonNumber number) {
    return number.doubleValue() == Math.rint(number.doubleValue())
        && Math.abs(number.doubleValue()) < 1L << 53;
  }
}
