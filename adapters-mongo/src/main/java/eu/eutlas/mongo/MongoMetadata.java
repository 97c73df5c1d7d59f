package eu.eutlas.mongo;

import com.mongodb.MongoClientSettings;
import eu.eutlas.application.PortFailure;
import eu.eutlas.application.Ports.Stores;
import eu.eutlas.domain.InvalidValue;
import eu.eutlas.domain.Secret;
import eu.eutlas.domain.cluster.RegionId;
import eu.eutlas.mongo.backup.MongoBackupRepository;
import eu.eutlas.mongo.cluster.MongoClusterRepository;
import eu.eutlas.mongo.cluster.MongoMaintenanceRepository;
import eu.eutlas.mongo.cluster.MongoUnknownResourceRepository;
import eu.eutlas.mongo.event.MongoEventLog;
import eu.eutlas.mongo.identity.MongoSessionRepository;
import eu.eutlas.mongo.identity.MongoUserRepository;
import eu.eutlas.mongo.mail.MongoMailRepository;
import eu.eutlas.mongo.operation.MongoOperationRepository;
import eu.eutlas.mongo.organization.MongoOrganizationRepository;
import eu.eutlas.mongo.project.MongoProjectRepository;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * The metadata in a MongoDB database, or in the embedded server: every repository on one bounded
 * pool of connections. Safe for threads. Each call ends within seconds whatever becomes of the
 * server.
 */
public final class MongoMetadata implements AutoCloseable {
  /** Every collection that holds what the ports keep. */
  static final List<CollectionSchema> COLLECTIONS =
      List.of(
          MongoUserRepository.COLLECTION,
          MongoSessionRepository.COLLECTION,
          MongoOrganizationRepository.COLLECTION,
          MongoProjectRepository.COLLECTION,
          MongoClusterRepository.COLLECTION,
          MongoBackupRepository.COLLECTION,
          MongoOperationRepository.COLLECTION,
          MongoEventLog.COLLECTION,
          MongoEventLog.REMOVED,
          MongoMailRepository.COLLECTION,
          MongoLeases.COLLECTION,
          MongoMaintenanceRepository.COLLECTION,
          MongoUnknownResourceRepository.COLLECTION,
          MongoRegionHomes.COLLECTION);

  static final List<Migration> MIGRATIONS =
      List.of(
          new CreateCollections(1, "create collections and indexes", COLLECTIONS),
          new CreateCollections(
              2,
              "find what is due region by region",
              List.of(
                  MongoClusterRepository.COLLECTION,
                  MongoMaintenanceRepository.COLLECTION,
                  MongoRegionHomes.COLLECTION)),
          new CreateCollections(
              3,
              "sum up what regions have promised, and keep what is nobody's there",
              List.of(
                  MongoClusterRepository.COLLECTION, MongoUnknownResourceRepository.COLLECTION)),
          new CreateCollections(
              4,
              "keep backups",
              List.of(MongoBackupRepository.COLLECTION, MongoClusterRepository.COLLECTION)),
          new ScheduleBackups(5),
          new CreateCollections(
              6, "find proofs of backups", List.of(MongoBackupRepository.COLLECTION)));

  /** No region is called so: their names have no capitals. */
  private static final String BACKUPS = "BACKUPS";

  private final Store store;
  private final MongoInstallation installation;
  private final MongoRegionHomes homes;
  private final Stores stores;

  private MongoMetadata(Store store) {
    this.store = store;
    this.installation = new MongoInstallation(store);
    this.homes = new MongoRegionHomes(store);
    this.stores =
        new Stores(
            new MongoUserRepository(store),
            new MongoSessionRepository(store),
            new MongoOrganizationRepository(store),
            new MongoProjectRepository(store),
            new MongoClusterRepository(store),
            new MongoBackupRepository(store),
            new MongoOperationRepository(store),
            new MongoEventLog(store),
            new MongoMailRepository(store),
            new MongoMaintenanceRepository(store),
            new MongoUnknownResourceRepository(store),
            new MongoLeases(store));
  }

  /**
   * Connects and brings the schema up to date, here or by waiting for another node that does.
   *
   * @param uri a connection string; its database holds the metadata, {@code eutlas} if it names
   *     none
   * @throws InvalidValue when the text is no connection string
   * @throws UnfinishedRestore when the database is being restored; it was left untouched
   * @throws NewerSchema when a newer EUTLAS has written the database; it was left untouched
   * @throws PortFailure.Unavailable when no server is found within three seconds
   */
  public static MongoMetadata connect(Secret uri) {
    return connect(uri, present -> {});
  }

  /**
   * The same, for somebody who may have to refuse the database.
   *
   * @param look is shown the installation that is there, before anything is written; what it throws
   *     leaves the database untouched. It sees nothing where no node has ever started.
   */
  public static MongoMetadata connect(Secret uri, Consumer<Installation> look) {
    return connect(uri, look, MIGRATIONS, UnaryOperator.identity());
  }

  static MongoMetadata connect(
      Secret uri, List<Migration> migrations, UnaryOperator<MongoClientSettings.Builder> adjust) {
    return connect(uri, present -> {}, migrations, adjust);
  }

  private static MongoMetadata connect(
      Secret uri,
      Consumer<Installation> look,
      List<Migration> migrations,
      UnaryOperator<MongoClientSettings.Builder> adjust) {
    var parsed = ClientSettings.parse(uri);
    var settings = adjust.apply(ClientSettings.of(parsed)).build();
    var store = Store.open(settings, ClientSettings.database(parsed));
    var ready = false;
    try {
      Restoration.begun(store)
          .ifPresent(begunAt -> {
            throw new UnfinishedRestore(begunAt);
          });
      new MongoInstallation(store).find().ifPresent(look);
      new Migrations(store, migrations).run();
      ready = true;
      return new MongoMetadata(store);
    } finally {
      if (!ready) {
        store.close();
      }
    }
  }

  /** The repositories, the event log and the leases. */
  public Stores stores() {
    return stores;
  }

  /** What all nodes on this database share. */
  public Installation installation() {
    return installation.find().orElseThrow();
  }

  /**
   * Keeps the installation's key check. The first one stays; repeatable, on any number of nodes.
   *
   * @return the installation with the check that counts
   */
  public Installation keepKeyCheck(String sealed) {
    return installation.keepKeyCheck(sealed);
  }

  /** Puts another key check in the place of the one that is there, after the keys were rotated. */
  public void replaceKeyCheck(String sealed) {
    installation.replaceKeyCheck(sealed);
  }

  /**
   * Settles where a region is at home whose clusters lie on the disk of one node: for good where
   * the first home is that was ever named for it. Repeatable, on any number of nodes.
   *
   * @param home what the asking node would call it
   * @return the home that counts
   */
  public String homeOf(RegionId region, String home) {
    return homes.settle(region.value(), home);
  }

  /**
   * Settles where the installation's backups are kept, as regions' homes are settled. Repeatable,
   * on any number of nodes.
   *
   * @param storeId of the store that the asking node would use
   * @return the one that counts
   */
  public String backupStore(String storeId) {
    return homes.settle(BACKUPS, storeId);
  }

  /** How many damaged documents lists have left out since the start, each counted once. */
  public int damagedDocuments() {
    return store.damage().size();
  }

  Store store() {
    return store;
  }

  /** Closes the connections. What is under way fails. */
  @Override
  public void close() {
    store.close();
  }
}
