package eu.eutlas.tenant.archive;

import com.mongodb.MongoCommandException;
import eu.eutlas.domain.backup.CollectionSum.Kind;
import eu.eutlas.tenant.LoginProof;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bson.BsonDocument;
import org.bson.BsonString;

/** What there is in a cluster of the customer's. */
final class Catalog {
  private static final Set<String> NOT_THE_CUSTOMERS =
      Set.of("local", "config", LoginProof.DATABASE);

  /** Databases of the server's own, in newer versions. */
  private static final String INTERNAL = "__mdb_internal";

  private static final String SYSTEM = "system.";
  private static final String SCRIPTS = "system.js";
  private static final int NAMESPACE_NOT_FOUND = 26;

  private final ArchiveClient client;
  private final Optional<String> only;

  Catalog(ArchiveClient client) {
    this(client, Optional.empty());
  }

  /** Of one database alone, without users and roles. */
  Catalog(ArchiveClient client, Optional<String> only) {
    this.client = client;
    this.only = only;
  }

  static boolean isTheCustomers(String database) {
    return !database.isEmpty()
        && !NOT_THE_CUSTOMERS.contains(database)
        && !database.startsWith(INTERNAL);
  }

  /** What no dump holds: what the server keeps for itself. */
  static boolean isTheCustomers(Place place) {
    var name = place.collection();
    return isTheCustomers(place.database())
        && (!name.startsWith(SYSTEM) || (name.equals(SCRIPTS) && !isAdmin(place.database())))
        && name.indexOf('$') < 0;
  }

  private static boolean isAdmin(String database) {
    return database.equals(Place.USERS.database());
  }

  List<String> databases() {
    if (only.isPresent()) {
      return only.stream().toList();
    }
    var names = new ArrayList<String>();
    for (var name : client.driver().listDatabaseNames()) {
      if (isTheCustomers(name)) {
        names.add(name);
      }
    }
    return names;
  }

  /** Of the customer's, with indexes. One that goes while it is looked at is not there. */
  List<CollectionDescription> collections() {
    var found = new ArrayList<CollectionDescription>();
    databases().forEach(database -> found.addAll(collections(database)));
    return found;
  }

  List<CollectionDescription> collections(String database) {
    var found = new ArrayList<CollectionDescription>();
    for (var listed : listed(database, new BsonDocument())) {
      if (isTheCustomers(listed.place())) {
        withIndexes(listed).ifPresent(found::add);
      }
    }
    return found;
  }

  /** What there is now, by the server's own names; cheaper than to describe it. */
  Map<Place, String> uuids() {
    var found = new HashMap<Place, String>();
    for (var database : databases()) {
      listed(database, new BsonDocument())
          .forEach(listed -> found.put(listed.place(), listed.uuid()));
    }
    return found;
  }

  /** Users and roles, where the server shows them; and as of which form they are. */
  List<Place> bookkeeping() {
    if (only.isPresent()) {
      return List.of();
    }
    var there =
        listed(Place.USERS.database(), new BsonDocument()).stream()
            .map(CollectionDescription::place)
            .toList();
    return List.of(Place.AUTH_VERSION, Place.ROLES, Place.USERS).stream()
        .filter(there::contains)
        .toList();
  }

  /** Without indexes; absent when it is not there. */
  Optional<CollectionDescription> find(Place place) {
    var byName = new BsonDocument("name", new BsonString(place.collection()));
    return listed(place.database(), byName).stream().findFirst();
  }

  private List<CollectionDescription> listed(String database, BsonDocument filter) {
    var found = new ArrayList<CollectionDescription>();
    for (var listed :
        client.database(database).listCollections(BsonDocument.class).filter(filter)) {
      found.add(described(database, listed));
    }
    return found;
  }

  private static CollectionDescription described(String database, BsonDocument listed) {
    var info = listed.getDocument("info", new BsonDocument());
    return new CollectionDescription(
        new Place(database, listed.getString("name").getValue()),
        CollectionDescription.kind(
            listed.getString("type", new BsonString("collection")).getValue()),
        listed.getDocument("options", new BsonDocument()),
        List.of(),
        info.isBinary("uuid") ? HexFormat.of().formatHex(info.getBinary("uuid").getData()) : "");
  }

  private Optional<CollectionDescription> withIndexes(CollectionDescription listed) {
    if (listed.kind() == Kind.VIEW) {
      return Optional.of(listed);
    }
    try {
      var place = listed.place();
      var indexes =
          client
              .database(place.database())
              .getCollection(place.collection())
              .listIndexes(BsonDocument.class)
              .into(new ArrayList<>());
      return Optional.of(
          new CollectionDescription(
              place, listed.kind(), listed.options(), indexes, listed.uuid()));
    } catch (MongoCommandException e) {
      if (e.getErrorCode() == NAMESPACE_NOT_FOUND) {
        return Optional.empty();
      }
      throw e;
    }
  }
}
