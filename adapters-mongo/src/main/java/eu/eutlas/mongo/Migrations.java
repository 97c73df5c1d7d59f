package eu.eutlas.mongo;

import eu.eutlas.application.Lease;
import eu.eutlas.application.Node;
import eu.eutlas.application.PortFailure;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bson.BsonDocument;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the schema to what this code knows, one numbered step after the other, each recorded. Of
 * many nodes that start at once one works and the others wait for it. Nothing is written to a
 * database that is newer.
 */
final class Migrations {
  static final CollectionSchema COLLECTION = CollectionSchema.of("migrations");

  private static final Logger log = LoggerFactory.getLogger(Migrations.class);

  private static final String LEASE = "migrations";
  private static final Duration LEASE_LASTS = Duration.ofSeconds(60);
  private static final Duration PAUSE = Duration.ofMillis(200);
  private static final int PAUSES = 600;

  private final Store store;
  private final List<Migration> known;
  private final MongoInstallation installation;
  private final MongoLeases leases;
  private final Documents<BsonDocument> records;
  private final Node node = new Node("starting-" + UUID.randomUUID(), "start");

  Migrations(Store store, List<Migration> known) {
    this.store = store;
    this.known = List.copyOf(known);
    this.installation = new MongoInstallation(store);
    this.leases = new MongoLeases(store);
    this.records = store.documents(COLLECTION);
  }

  /**
   * Carries out what is missing and returns when all is done, here or by another node.
   *
   * @throws NewerSchema when the database knows more than this code; it was left untouched
   * @throws PortFailure.Unavailable when another node has not finished within two minutes
   */
  Installation run() {
    for (var turn = 1; turn <= PAUSES; turn++) {
      var present = installation.find();
      if (isDone(present)) {
        return present.orElseThrow();
      }
      var lease = leases.take(LEASE, node, turn, store.time(), LEASE_LASTS);
      if (lease.isPresent()) {
        return runAlone(lease.get());
      }
      await();
    }
    throw new PortFailure.Unavailable(
        "STORE_MIGRATING", "Another node is still migrating the metadata. Start again.", null);
  }

  private Installation runAlone(Lease lease) {
    try {
      var reached = installation.findOrCreate();
      while (!isDone(Optional.of(reached))) {
        carryOut(known.get(reached.schemaVersion()), lease);
        reached = installation.find().orElseThrow();
      }
      return reached;
    } finally {
      leases.release(lease);
    }
  }

  private void carryOut(Migration migration, Lease lease) {
    log.info("Migration {}: {}", migration.number(), migration.name());
    migration.apply(store.database(), () -> goOn(lease));
    goOn(lease);
    record(migration);
    installation.reached(migration.number());
  }

  private void record(Migration migration) {
    var record =
        new DocumentWriter()
            .put(Where.ID, migration.number())
            .put("name", migration.name())
            .put("endedAt", store.time())
            .done();
    try {
      records.insert(record);
    } catch (PortFailure.Duplicate recordedBeforeACrash) {
      log.debug("Migration {} was recorded before.", migration.number());
    }
  }

  private void goOn(Lease lease) {
    if (!leases.renew(lease, store.time().plus(LEASE_LASTS))) {
      throw new PortFailure.Unavailable(
          "STORE_MIGRATING", "Another node has taken over migrating. Start again.", null);
    }
  }

  private boolean isDone(Optional<Installation> present) {
    var stored = present.map(Installation::schemaVersion).orElse(0);
    if (stored > known.size()) {
      throw new NewerSchema(stored, known.size());
    }
    return present.isPresent() && stored == known.size();
  }

  private static void await() {
    try {
      Thread.sleep(PAUSE);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new PortFailure.Unavailable(
          "STORE_MIGRATING", "Starting was broken off while another node migrates.", interrupted);
    }
  }
}
