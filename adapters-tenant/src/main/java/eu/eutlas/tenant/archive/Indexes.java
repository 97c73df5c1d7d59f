package eu.eutlas.tenant.archive;

import eu.eutlas.domain.backup.CollectionSum.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.jspecify.annotations.Nullable;

/**
 * The indexes that collections get when all documents are in. Until then a log of writes that is
 * replayed may change them. For one thread.
 */
final class Indexes {
  private static final Set<String> OF_THE_SERVER = Set.of("v", "ns", "background");
  private static final BsonString ALL = new BsonString("*");
  private static final BsonDocument SIMPLE = new BsonDocument("locale", new BsonString("simple"));

  /** Changes of an index that its description shows under the same name. */
  private static final Set<String> CHANGEABLE = Set.of("expireAfterSeconds", "hidden", "unique");

  private final Map<Place, List<BsonDocument>> wanted = new LinkedHashMap<>();

  void add(Place place, CollectionDescription collection) {
    if (collection.kind() != Kind.VIEW) {
      var isOrdered = hasItsOwnOrder(collection.options());
      wanted.put(place, new ArrayList<>());
      for (var index : collection.indexes()) {
        add(place, index, isOrdered);
      }
    }
  }

  /** Texts are compared in the collection's way, unless an index says how. */
  private static boolean hasItsOwnOrder(BsonDocument options) {
    return options.isDocument("collation") && !isSimple(options.getDocument("collation"));
  }

  private static boolean isSimple(BsonDocument collation) {
    return collation.get("locale") instanceof BsonString locale
        && locale.getValue().equals("simple");
  }

  private void add(Place place, BsonDocument index, boolean inOrderedCollection) {
    if (!Definition.isOfTheServer(index)) {
      var spec = new BsonDocument();
      index.forEach((name, value) -> {
        if (!OF_THE_SERVER.contains(name)) {
          spec.append(name, value);
        }
      });
      if (inOrderedCollection && !spec.containsKey("collation")) {
        spec.append("collation", SIMPLE);
      }
      wanted.computeIfAbsent(place, any -> new ArrayList<>()).add(spec);
    }
  }

  // ---- what a log of writes does to them ----

  void add(Place place, BsonDocument index) {
    drop(place, index.get("name"));
    add(place, index, false);
  }

  void created(Place place) {
    wanted.put(place, new ArrayList<>());
  }

  void dropped(Place place) {
    wanted.remove(place);
  }

  void drop(Place place, @Nullable BsonValue name) {
    wanted
        .getOrDefault(place, new ArrayList<>())
        .removeIf(index -> ALL.equals(name) || Objects.equals(index.get("name"), name));
  }

  void change(Place place, BsonDocument change) {
    for (var index : wanted.getOrDefault(place, List.of())) {
      if (Objects.equals(index.get("name"), change.get("name"))
          || Objects.equals(index.get("key"), change.get("keyPattern"))) {
        change.forEach((field, value) -> {
          if (CHANGEABLE.contains(field)) {
            index.put(field, value);
          }
        });
      }
    }
  }

  Set<Place> places() {
    return wanted.keySet();
  }

  /** Builds them, however long it takes. */
  void build(ArchiveClient patient) {
    wanted.forEach((place, indexes) -> {
      if (!indexes.isEmpty()) {
        patient.run(
            place.database(),
            new BsonDocument("createIndexes", new BsonString(place.collection()))
                .append("indexes", new BsonArray(indexes)));
      }
    });
  }
}
