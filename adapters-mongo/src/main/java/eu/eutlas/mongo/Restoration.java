package eu.eutlas.mongo;

import eu.eutlas.application.PortFailure;
import eu.eutlas.domain.Secret;
import eu.eutlas.domain.cluster.Maintenance;
import eu.eutlas.mongo.cluster.MongoMaintenanceRepository;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.BsonDocument;

/**
 * The metadata's database while it is restored. A mark stands in it from before the first thing
 * goes until all is there and the installation is paused: who finds it does not start. So a restore
 * that was cut off at any moment leaves nothing that works on half of the data.
 */
public final class Restoration implements AutoCloseable {
  static final CollectionSchema COLLECTION = CollectionSchema.of("restoration");

  private static final String MARK = "begun";
  private static final String AT = "at";

  private final Store store;
  private final String database;

  private Restoration(Store store, String database) {
    this.store = store;
    this.database = database;
  }

  /**
   * Opens the database of the metadata, and changes nothing of it.
   *
   * @throws PortFailure.Unavailable when no server is found within three seconds
   */
  public static Restoration open(Secret uri) {
    var parsed = ClientSettings.parse(uri);
    var database = ClientSettings.database(parsed);
    return new Restoration(Store.open(ClientSettings.of(parsed).build(), database), database);
  }

  /** What the metadata's database is called. */
  public String database() {
    return database;
  }

  /** The last schema version that this EUTLAS knows. */
  public static int knownSchema() {
    return MongoMetadata.MIGRATIONS.size();
  }

  /** The installation that is there; absent where no node has ever started. */
  public Optional<Installation> installation() {
    return new MongoInstallation(store).find();
  }

  public boolean isEmpty() {
    return collections().isEmpty();
  }

  /** When a restore began that did not come to its end; absent when there is none. */
  public Optional<Instant> begun() {
    return begun(store);
  }

  static Optional<Instant> begun(Store store) {
    return marks(store).find(Where.id(MARK)).map(mark -> DocumentReader.of(mark).time(AT));
  }

  /** Sets the mark, and then takes away all that is there. Repeatable. */
  public void begin() {
    try {
      var mark = new DocumentWriter().put(Where.ID, MARK).put(AT, store.time()).done();
      marks(store).insert(mark);
    } catch (PortFailure.Duplicate begunBefore) {
      // It goes on.
    }
    for (var name : collections()) {
      if (!name.equals(COLLECTION.name())) {
        drop(name);
      }
    }
  }

  /**
   * Pauses the installation and takes the mark away. Repeatable.
   *
   * @param forgetsHomes where regions and backups are at home is settled anew: for a node that has
   *     the metadata to itself
   */
  public void finish(Maintenance pause, boolean forgetsHomes) {
    if (forgetsHomes) {
      store.documents(MongoRegionHomes.COLLECTION).removeAll(Where.anything());
    }
    var maintenance = new MongoMaintenanceRepository(store);
    maintenance.endPause();
    maintenance.beginPause(pause);
    drop(COLLECTION.name());
  }

  private static Documents<BsonDocument> marks(Store store) {
    return store.documents(COLLECTION);
  }

  private List<String> collections() {
    return Calls.read(() -> store.database().listCollectionNames().into(new ArrayList<>()));
  }

  private void drop(String name) {
    Calls.write(() -> {
      store.database().getCollection(name).drop();
      return name;
    });
  }

  @Override
  public void close() {
    store.close();
  }
}
