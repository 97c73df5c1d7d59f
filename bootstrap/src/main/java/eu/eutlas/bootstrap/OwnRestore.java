package eu.eutlas.bootstrap;

import eu.eutlas.application.PortFailure;
import eu.eutlas.application.backup.BackupEncryption;
import eu.eutlas.bootstrap.config.Configuration;
import eu.eutlas.domain.Secret;
import eu.eutlas.domain.backup.Manifest;
import eu.eutlas.domain.cluster.Maintenance;
import eu.eutlas.domain.cluster.MaintenanceReason;
import eu.eutlas.domain.event.Initiator;
import eu.eutlas.jobs.JobRunrStorage;
import eu.eutlas.mongo.Restoration;
import eu.eutlas.security.TinkSealer;
import eu.eutlas.storage.InstallationFile;
import eu.eutlas.storage.JsonManifestFormat;
import eu.eutlas.storage.TinkBackupEncryption;
import eu.eutlas.tenant.archive.DatabaseArchives;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Puts a backup of EUTLAS's own metadata in the place of what is there. All of the file is read and
 * compared before anything is changed; afterwards what is there is compared with it, and the
 * installation is paused.
 */
final class OwnRestore {
  private static final String UNCHANGED = " Nothing was changed.";
  private static final Duration HEARTBEATS = Duration.ofSeconds(30);

  private final Secret uri;
  private final TinkSealer sealer;
  private final boolean embedded;
  private final Path file;
  private final Clock clock = Clock.systemUTC();

  private OwnRestore(Secret uri, TinkSealer sealer, boolean embedded, Path file) {
    this.uri = uri;
    this.sealer = sealer;
    this.embedded = embedded;
    this.file = file;
  }

  /**
   * Restores, and returns the sentences that say what came of it.
   *
   * @param replaces whether what is there may go; it is backed up beside the file then
   */
  static String run(Configuration configuration, Path file, boolean replaces) {
    var sealer = new TinkSealer(InstallationKeys.present(configuration));
    var whole = file.toAbsolutePath().normalize();
    var given = configuration.mongodbUri();
    if (given.isPresent()) {
      return new OwnRestore(given.get(), sealer, false, whole).restore(replaces);
    }
    try (var metadata = OwnMetadata.open(configuration)) {
      return new OwnRestore(metadata.uri(), sealer, true, whole).restore(replaces);
    }
  }

  private String restore(boolean replaces) {
    try (var restoration = Restoration.open(uri)) {
      var opened = opened();
      var manifest = verified(opened, restoration.database());
      requireNobodyWorks();
      var saved = makeRoom(restoration, replaces);
      restoration.begin();
      put(opened, manifest, restoration.database());
      restoration.finish(pause(opened.header().begunAt()), embedded);
      return said(manifest)
          + saved.map(old -> " What was there before is in " + old + ".").orElse("");
    } catch (PortFailure e) {
      throw new StartException("The restore failed: " + e.error().message(), e);
    }
  }

  private InstallationFile opened() {
    try {
      return InstallationFile.open(
          file, new TinkBackupEncryption(sealer), new JsonManifestFormat());
    } catch (NoSuchFileException e) {
      throw new StartException("There is no file " + file + ".", e);
    } catch (IOException e) {
      throw unreadable(e);
    } catch (PortFailure e) {
      throw new StartException(e.error().message() + UNCHANGED, e);
    }
  }

  private Manifest verified(InstallationFile opened, String database) {
    if (opened.header().schema() > Restoration.knownSchema()) {
      throw new StartException(
          "This backup was written by a newer EUTLAS. Restore it with that version." + UNCHANGED);
    }
    try {
      var manifest = opened.manifest();
      var archives = new DatabaseArchives(uri, database, clock);
      opened.read(archive -> {
        archives.verify(archive, manifest);
        return manifest;
      });
      return manifest;
    } catch (BackupEncryption.Damaged e) {
      throw new StartException("This backup is damaged: it was changed or cut off." + UNCHANGED, e);
    } catch (IOException e) {
      throw unreadable(e);
    } catch (PortFailure.Rejected e) {
      throw new StartException(refused(e) + UNCHANGED, e);
    }
  }

  private static String refused(PortFailure.Rejected failure) {
    return switch (failure.error().code()) {
      case "SEALING_KEY_UNKNOWN" ->
          "This backup was sealed with another sealing key than the one here. Give the right one in"
              + " EUTLAS_SEALING_KEY, or import it (./eutlas key import).";
      case "SEALED_SECRET_INVALID" -> "This backup is damaged: its beginning was changed.";
      default -> failure.error().message();
    };
  }

  /** The data folder is locked while EUTLAS runs on it; on a MongoDB, nodes leave heartbeats. */
  private void requireNobodyWorks() {
    if (!embedded) {
      try (var jobs = JobRunrStorage.open(uri, JobsWiring.DATABASE)) {
        if (jobs.lastHeartbeat()
            .filter(at -> at.plus(HEARTBEATS).isAfter(clock.instant()))
            .isPresent()) {
          throw new StartException(
              "EUTLAS runs on this database. Stop every node of it; after a crash wait half a minute."
                  + UNCHANGED);
        }
      }
    }
  }

  /** Where the old content was saved. What a restore has left that was cut off is worth nothing. */
  private Optional<Path> makeRoom(Restoration restoration, boolean replaces) {
    if (restoration.begun().isPresent() || restoration.isEmpty()) {
      return Optional.empty();
    }
    if (!replaces) {
      throw new StartException(
          "There is metadata already. Give --replace to put the backup in its place; what is there is"
              + " saved beside the backup first."
              + UNCHANGED);
    }
    if (restoration.installation().isEmpty()) {
      throw new StartException(
          "The database holds something that is not EUTLAS's. Choose another one." + UNCHANGED);
    }
    var at = clock.instant().truncatedTo(ChronoUnit.SECONDS).toString().replace(":", "");
    var old = file.resolveSibling(file.getFileName() + ".replaced-" + at);
    var unused = new OwnBackup(uri, sealer, Optional.empty()).write(old);
    return Optional.of(old);
  }

  private void put(InstallationFile opened, Manifest manifest, String database) {
    try {
      var archives = new DatabaseArchives(uri, database, clock);
      var expected = opened.read(archive -> archives.restore(archive, opened.header().database()));
      if (expected.collections().size() != manifest.collections().size()
          || expected.difference(archives.sums(expected.namespaces())).isPresent()) {
        throw new StartException(
            "What is there now is not what is in the backup. EUTLAS does not start on it; restore"
                + " again, or another backup.");
      }
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  private Maintenance pause(Instant begunAt) {
    var reason =
        "Its metadata was restored from a backup of %s."
            .formatted(begunAt.truncatedTo(ChronoUnit.SECONDS));
    return new Maintenance(
        new MaintenanceReason(reason),
        clock.instant().truncatedTo(ChronoUnit.MILLIS),
        Optional.of(Initiator.EUTLAS));
  }

  private StartException unreadable(IOException e) {
    return new StartException("The file " + file + " cannot be read.", e);
  }

  private static String said(Manifest manifest) {
    return "%d documents of %d collections were restored and compared. EUTLAS starts paused: it observes, and does nothing until an administrator resumes it (POST /api/v1/admin/installation/resume)."
        .formatted(manifest.documents(), manifest.collections().size());
  }
}
