package eu.eutlas.application.internal;

import eu.eutlas.application.PortFailure;
import eu.eutlas.application.Ports;
import eu.eutlas.application.Sealer;
import eu.eutlas.application.backup.BackupEncryption.Damaged;
import eu.eutlas.application.backup.BackupObjects;
import eu.eutlas.application.backup.BackupStore;
import eu.eutlas.application.backup.BackupStore.Range;
import eu.eutlas.application.backup.ClusterArchives.Progress;
import eu.eutlas.application.backup.ObjectKey;
import eu.eutlas.application.cluster.TenantDatabase;
import eu.eutlas.application.cluster.TenantDatabase.Login;
import eu.eutlas.domain.backup.Backup;
import eu.eutlas.domain.backup.BackupProving;
import eu.eutlas.domain.backup.Manifest;
import eu.eutlas.domain.backup.Restored;
import eu.eutlas.domain.backup.Selection;
import eu.eutlas.domain.backup.ThrowAway;
import eu.eutlas.domain.cluster.ClusterObservation;
import eu.eutlas.domain.cluster.Endpoint;
import eu.eutlas.domain.cluster.LoginTrial;
import java.io.IOException;
import java.io.InputStream;

/** What is tried with a backup: that it is whole, and that it can be restored and is the same. */
final class RestoreTrial {
  private final Ports.Backups outside;
  private final TenantDatabase databases;
  private final Sealer sealer;

  RestoreTrial(Ports.Backups outside, TenantDatabase databases, Sealer sealer) {
    this.outside = outside;
    this.databases = databases;
    this.sealer = sealer;
  }

  /** Whether a throw-away cluster serves. */
  boolean isOpen(ThrowAway throwAway, ClusterObservation.Running running) {
    return running.generation() == ThrowAway.GENERATION
        && databases.authenticate(running.endpoint(), admin(throwAway))
            instanceof LoginTrial.Proved;
  }

  /**
   * Reads the whole archive and holds it against its manifest.
   *
   * @throws PortFailure.Rejected when it is not what was written
   */
  void verify(Backup backup, Progress progress) {
    var store = store(backup);
    reading(() -> {
      var manifest = manifest(store, backup);
      try (var archive = store.get(BackupObjects.archive(backup), Range.ALL)) {
        outside.archives().verify(archive, manifest, progress);
      }
    });
  }

  /**
   * Restores all data and compares what is there then. Repeatable.
   *
   * @throws PortFailure.Unavailable with code {@link BackupProving#DIFFERENT} when it is not the
   *     same
   */
  void restore(Backup backup, ThrowAway throwAway, Endpoint into, Progress progress) {
    var store = store(backup);
    var admin = admin(throwAway);
    reading(() -> {
      Restored wanted;
      try (var archive = store.get(BackupObjects.archive(backup), Range.ALL)) {
        wanted = outside.archives().restore(archive, into, admin, Selection.DATA, progress);
      }
      var there = outside.archives().sums(into, admin, wanted.namespaces(), progress);
      wanted.difference(there).ifPresent(RestoreTrial::different);
    });
  }

  private static void different(String how) {
    throw new PortFailure.Unavailable(
        BackupProving.DIFFERENT, "What was restored is not what was backed up. " + how, null);
  }

  private BackupStore store(Backup backup) {
    var key = backup.tries().dataKey().orElseThrow();
    return outside.encryption().through(key, backup.id().value(), outside.store());
  }

  private Manifest manifest(BackupStore store, Backup backup) throws IOException {
    return outside.manifests().read(bytes(store, BackupObjects.manifest(backup)));
  }

  private static byte[] bytes(BackupStore store, ObjectKey key) throws IOException {
    try (InputStream in = store.get(key, Range.ALL)) {
      return in.readAllBytes();
    }
  }

  private Login admin(ThrowAway throwAway) {
    var admin = throwAway.admin();
    return new Login(
        admin.username(), sealer.open(admin.password(), throwAway.id().value(), admin.username()));
  }

  /** What reads a backup. */
  @FunctionalInterface
  private interface Reading {
    void run() throws IOException;
  }

  private static void reading(Reading reading) {
    try {
      reading.run();
    } catch (Damaged damaged) {
      throw new PortFailure.Rejected(
          "ARCHIVE_DAMAGED", "What the store keeps is not what was written there.", damaged);
    } catch (IOException broken) {
      throw new PortFailure.Unavailable(
          "STORE_UNAVAILABLE", "The store broke off in the middle of reading.", broken);
    }
  }
}
