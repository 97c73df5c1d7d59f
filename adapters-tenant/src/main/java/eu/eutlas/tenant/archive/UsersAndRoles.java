package eu.eutlas.tenant.archive;

import com.mongodb.MongoCommandException;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.bson.BSONException;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Users and roles of an archive, which a server takes from collections of their documents. Who is
 * there already stays as it is: EUTLAS's own user, and users whose passwords EUTLAS knows.
 */
final class UsersAndRoles {
  private static final Logger log = LoggerFactory.getLogger(UsersAndRoles.class);
  private static final String ADMIN = "admin";
  private static final Map<Place, Place> TEMPORARY =
      Map.of(
          Place.USERS, new Place(ADMIN, "eutlas_restored_users"),
          Place.ROLES, new Place(ADMIN, "eutlas_restored_roles"));
  private static final BsonInt32 ONE = new BsonInt32(1);
  private static final int COMMAND_NOT_FOUND = 59;

  private final ArchiveClient client;
  private final Set<BsonValue> there = new HashSet<>();
  private final Set<Place> filled = new HashSet<>();

  UsersAndRoles(ArchiveClient client) {
    this.client = client;
  }

  static boolean has(Place place) {
    return TEMPORARY.containsKey(place);
  }

  static Inserting.Target target(Place place) {
    return new Inserting.Target(TEMPORARY.getOrDefault(place, place), false, false);
  }

  void begin() {
    dropTemporary();
    remember("usersInfo", "users");
    remember("rolesInfo", "roles");
    there.add(new BsonString(ADMIN + "." + client.username()));
  }

  private void remember(String command, String field) {
    try {
      var everywhere = new BsonDocument("forAllDBs", BsonBoolean.TRUE);
      var asked = new BsonDocument(command, command.equals("usersInfo") ? everywhere : ONE);
      client
          .run(ADMIN, asked)
          .getArray(field)
          .forEach(found -> there.add(id(found.asDocument(), field)));
    } catch (MongoCommandException e) {
      if (e.getErrorCode() != COMMAND_NOT_FOUND) {
        throw e;
      }
    }
  }

  private static BsonString id(BsonDocument found, String field) {
    var name = found.getString(field.equals("users") ? "user" : "role").getValue();
    return new BsonString(found.getString("db").getValue() + "." + name);
  }

  /** Whether it is one that is not there. */
  boolean isNew(Place place, byte[] bytes, int length) throws DamagedArchive {
    try {
      var isNew = !there.contains(ArchiveFormat.document(bytes, 0, length).get("_id"));
      if (isNew) {
        filled.add(place);
      }
      return isNew;
    } catch (BSONException e) {
      throw new DamagedArchive("The archive has a user that is none.", e);
    }
  }

  /** What mongorestore asks of a server, too: those of the collections, beside those there are. */
  void finish() {
    if (!filled.isEmpty()) {
      var merge = new BsonDocument("_mergeAuthzCollections", ONE);
      name(merge, "tempUsersCollection", Place.USERS);
      name(merge, "tempRolesCollection", Place.ROLES);
      merge.append("drop", BsonBoolean.FALSE).append("db", new BsonString(""));
      try {
        client.write(ADMIN, merge);
      } catch (MongoCommandException e) {
        if (e.getErrorCode() != COMMAND_NOT_FOUND) {
          throw e;
        }
        log.info("Users and roles were not restored: the server takes none.");
      }
      dropTemporary();
    }
  }

  private void name(BsonDocument merge, String field, Place place) {
    if (filled.contains(place)) {
      merge.append(field, new BsonString(target(place).place().toString()));
    }
  }

  private void dropTemporary() {
    TEMPORARY
        .values()
        .forEach(
            place -> client.database(place.database()).getCollection(place.collection()).drop());
  }
}
