package eu.eutlas.bootstrap;

import eu.eutlas.application.PortFailure;
import eu.eutlas.bootstrap.config.Configuration;
import eu.eutlas.domain.InvalidValue;
import eu.eutlas.domain.SealedSecret;
import eu.eutlas.domain.Secret;
import eu.eutlas.mongo.MongoMetadata;
import eu.eutlas.mongo.SealedDocuments;
import eu.eutlas.security.KeyFile;
import eu.eutlas.security.KeyRing;
import eu.eutlas.security.TinkSealer;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** Keeps the sealing keys elsewhere, brings them back, and puts a new one in front. */
final class KeyCommands {
  private static final String HOW_TO_ROTATE =
      """
      The sealing key is given by EUTLAS_SEALING_KEY, so EUTLAS cannot put a new one there. Rotate so:
      1. Make one: openssl rand -base64 32
      2. Add it behind the present key, with a comma between them, and restart every node.
      3. Put it in front of the other, and restart every node.
      4. Run this command again: everything is sealed with the new key, while EUTLAS runs.
      5. Keep the old key behind the new one for as long as there are backups of the metadata from before.\
      """;

  private KeyCommands() {}

  /** Writes the keys under a passphrase. */
  static String export(Configuration configuration, Path file, Secret passphrase) {
    var keys = InstallationKeys.text(configuration);
    var checked = InstallationKeys.parse(keys);
    try {
      KeyFile.write(file, keys, passphrase);
      return file
          + " holds the sealing keys "
          + checked
          + ". Without the passphrase it cannot be opened.";
    } catch (FileAlreadyExistsException e) {
      throw new StartException(file + " is there already, and is not written over.", e);
    } catch (IOException e) {
      throw new StartException("The keys cannot be written to " + file + ".", e);
    } catch (InvalidValue e) {
      throw new StartException(e.getMessage() + " Nothing was written.", e);
    }
  }

  /** Gives exported keys to a data folder that has none. */
  static String take(Configuration configuration, Path file, Secret passphrase) {
    if (configuration.sealingKey().isPresent()) {
      throw new StartException(
          "The sealing key is given by EUTLAS_SEALING_KEY. A key is imported into a data folder.");
    }
    var keys = read(file, passphrase);
    var ring = InstallationKeys.parse(keys);
    try (var folder = DataFolder.take(configuration.data())) {
      if (folder.sealingKey().filter(present -> !present.equals(keys)).isPresent()) {
        throw new StartException("The data folder has a sealing key already; it stays.");
      }
      if (folder
          .keyCheck()
          .filter(check -> !new TinkSealer(ring).opensCheckValue(check))
          .isPresent()) {
        throw new StartException("This is not the sealing key that the data folder was made with.");
      }
      folder.keepSealingKey(keys);
      return "The data folder " + configuration.data() + " has the sealing keys " + ring + " now.";
    }
  }

  private static Secret read(Path file, Secret passphrase) {
    try {
      return KeyFile.read(file, passphrase);
    } catch (NoSuchFileException e) {
      throw new StartException("There is no file " + file + ".", e);
    } catch (IOException e) {
      throw new StartException("The file " + file + " cannot be read.", e);
    } catch (InvalidValue e) {
      throw new StartException(e.getMessage() + " Nothing was changed.", e);
    }
  }

  /**
   * Puts a new key in front, unless the last rotation did not come to its end, and seals everything
   * with it. Cut off at any moment it goes on when it is asked again: the check value is sealed
   * last.
   */
  static String rotate(Configuration configuration) {
    if (configuration.sealingKey().isPresent()) {
      var ring = InstallationKeys.present(configuration);
      var uri = configuration.mongodbUri();
      if (uri.isEmpty()) {
        try (var metadata = OwnMetadata.open(configuration)) {
          return resealed(metadata.uri(), ring, Optional.of(metadata.folder()));
        }
      }
      return resealed(uri.get(), ring, Optional.empty());
    }
    try (var metadata = OwnMetadata.open(configuration)) {
      return rotate(metadata);
    }
  }

  private static String rotate(OwnMetadata metadata) {
    var folder = metadata.folder();
    var present =
        folder
            .sealingKey()
            .orElseThrow(
                () -> new StartException("There is no sealing key yet: start EUTLAS first."));
    if (isDone(metadata.uri(), InstallationKeys.parse(present))) {
      folder.keepSealingKey(new Secret(KeyRing.generate().reveal() + "\n" + present.reveal()));
    }
    var ring = InstallationKeys.parse(folder.sealingKey().orElseThrow());
    return resealed(metadata.uri(), ring, Optional.of(folder));
  }

  private static boolean isDone(Secret uri, KeyRing ring) {
    try (var closing = new Closing()) {
      var sealer = new TinkSealer(ring);
      return MetadataWiring.connect(uri, closing)
          .installation()
          .keyCheck()
          .map(check -> requireOpens(sealer, check))
          .map(check -> sealer.isOfFirst(new SealedSecret(check)))
          .orElse(true);
    }
  }

  private static String requireOpens(TinkSealer sealer, String check) {
    if (!sealer.opensCheckValue(check)) {
      throw new StartException(SecurityWiring.WRONG_KEY);
    }
    return check;
  }

  private static String resealed(Secret uri, KeyRing ring, Optional<DataFolder> folder) {
    var sealer = new TinkSealer(ring);
    try (var closing = new Closing()) {
      var metadata = MetadataWiring.connect(uri, closing);
      metadata.installation().keyCheck().ifPresent(check -> requireOpens(sealer, check));
      var done = new SealedDocuments(metadata, sealer, sealer::isOfFirst).reseal();
      replaceCheck(metadata, sealer);
      folder.ifPresent(known -> known.keepKeyCheck(sealer.checkValue()));
      if (done == 0 && folder.isEmpty()) {
        return "Everything is sealed with the first of the keys "
            + ring
            + " already.\n"
            + HOW_TO_ROTATE;
      }
      return "%d documents were sealed with the first of the keys %s. Export the keys anew (./eutlas key export): backups from now on are opened by the new one."
          .formatted(done, ring);
    } catch (PortFailure e) {
      throw new StartException(
          "Not everything was sealed with the new key: "
              + e.error().message()
              + " Nothing is lost; run this again.",
          e);
    }
  }

  private static void replaceCheck(MongoMetadata metadata, TinkSealer sealer) {
    var check = metadata.installation().keyCheck();
    if (check.filter(text -> !sealer.isOfFirst(new SealedSecret(text))).isPresent()) {
      metadata.replaceKeyCheck(sealer.checkValue());
    }
  }
}
