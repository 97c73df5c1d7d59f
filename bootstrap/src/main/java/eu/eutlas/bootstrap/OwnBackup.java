package eu.eutlas.bootstrap;

import eu.eutlas.application.PortFailure;
import eu.eutlas.application.Sealer;
import eu.eutlas.application.backup.ClusterArchives.Progress;
import eu.eutlas.bootstrap.config.Configuration;
import eu.eutlas.domain.Secret;
import eu.eutlas.domain.backup.Consistency;
import eu.eutlas.domain.backup.Manifest;
import eu.eutlas.embeddedmongo.EmbeddedMongo;
import eu.eutlas.mongo.Restoration;
import eu.eutlas.security.TinkSealer;
import eu.eutlas.storage.InstallationFile;
import eu.eutlas.storage.JsonManifestFormat;
import eu.eutlas.storage.TinkBackupEncryption;
import eu.eutlas.tenant.archive.DatabaseArchives;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Writes EUTLAS's own metadata to a file. Where the metadata is embedded and EUTLAS runs, the
 * running process writes it, and lets nothing change meanwhile.
 */
final class OwnBackup {
  /** Far less than what a write of the metadata may wait. */
  private static final Duration LONGEST_STANDSTILL = Duration.ofSeconds(5);

  private final Secret uri;
  private final Sealer sealer;
  private final Optional<EmbeddedMongo> running;
  private final InstantSource clock = Clock.systemUTC();

  /**
   * Of metadata that is open.
   *
   * @param running the embedded server while others write to it
   */
  OwnBackup(Secret uri, Sealer sealer, Optional<EmbeddedMongo> running) {
    this.uri = uri;
    this.sealer = sealer;
    this.running = running;
  }

  /** Writes it, and returns the sentence that says so. */
  static String run(Configuration configuration, Path file) {
    var whole = file.toAbsolutePath().normalize();
    var keys = InstallationKeys.present(configuration);
    if (configuration.mongodbUri().isPresent()) {
      return new OwnBackup(configuration.mongodbUri().get(), new TinkSealer(keys), Optional.empty())
          .write(whole);
    }
    return Control.find(configuration.data())
        .flatMap(control -> control.backUp(whole))
        .orElseGet(() -> {
          try (var metadata = OwnMetadata.open(configuration)) {
            return new OwnBackup(metadata.uri(), new TinkSealer(keys), Optional.empty())
                .write(whole);
          }
        });
  }

  /**
   * Writes the file.
   *
   * @throws StartException with a sentence that says why not; there is no file then
   */
  String write(Path file) {
    try (var restoration = Restoration.open(uri)) {
      if (restoration.begun().isPresent()) {
        throw new StartException(MetadataWiring.UNFINISHED);
      }
      var installation =
          restoration
              .installation()
              .orElseThrow(() ->
                  new StartException("There is nothing to back up: EUTLAS has never run here."));
      var header =
          new InstallationFile.Header(
              installation.id(),
              restoration.database(),
              installation.schemaVersion(),
              clock.instant());
      var archives = new DatabaseArchives(uri, restoration.database(), clock);
      return said(
          file,
          InstallationFile.write(
              file,
              header,
              new TinkBackupEncryption(sealer),
              new JsonManifestFormat(),
              out -> dump(archives, out)));
    } catch (FileAlreadyExistsException e) {
      throw new StartException(file + " is there already, and no backup is written over.", e);
    } catch (IOException | UncheckedIOException e) {
      throw new StartException(
          "The backup cannot be written to " + file + ": check its folder and the disk.", e);
    } catch (PortFailure e) {
      throw new StartException("The backup failed: " + e.error().message(), e);
    }
  }

  private Manifest dump(DatabaseArchives archives, OutputStream out) throws IOException {
    if (running.isEmpty()) {
      return archives.dump(out, Progress.NONE);
    }
    var end = clock.instant().plus(LONGEST_STANDSTILL);
    return running
        .get()
        .unchanged(() -> {
          try {
            return archives.dump(out, (documents, bytes) -> requireBefore(end));
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  private void requireBefore(Instant end) {
    if (clock.instant().isAfter(end)) {
      throw new StartException(
          "The metadata is too large to be copied while EUTLAS runs. Stop it, and do it again.");
    }
  }

  private static String said(Path file, Manifest manifest) throws IOException {
    var caution =
        manifest.consistency() == Consistency.EACH_COLLECTION
            ? ""
            : " It is as of one moment, " + manifest.takenAt() + ".";
    return "%s holds %d documents of %d collections in %d bytes.%s Without the sealing key it cannot be opened: keep a copy of that, too (./eutlas key export)."
        .formatted(
            file, manifest.documents(), manifest.collections().size(), Files.size(file), caution);
  }
}
