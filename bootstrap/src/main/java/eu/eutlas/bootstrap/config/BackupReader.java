package eu.eutlas.bootstrap.config;

import eu.eutlas.application.Settings.LongWork;
import eu.eutlas.application.Settings.Proofs;
import eu.eutlas.domain.InvalidValue;
import eu.eutlas.domain.Secret;
import eu.eutlas.domain.cluster.RegionId;
import eu.eutlas.storage.S3Settings;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Reads where backups are kept: in a bucket where one is named, in a folder otherwise. */
final class BackupReader {
  private static final int MOST_WORKERS = 32;
  private static final int MOST_IN_A_REGION = 256;
  private static final int MOST_GIGABYTES = 100_000;
  private static final int MOST_PROOFS = 64;
  private static final List<Key> OF_A_BUCKET =
      List.of(
          Key.S3_ENDPOINT,
          Key.S3_REGION,
          Key.S3_PREFIX,
          Key.S3_PATH_STYLE,
          Key.S3_ACCESS_KEY,
          Key.S3_ENCRYPTION,
          Key.S3_KMS_KEY);

  private final Given given;

  BackupReader(Given given) {
    this.given = given;
  }

  BackupConfiguration read() {
    var bucket = given.value(Key.S3_BUCKET, text -> text);
    var folder = given.value(Key.BACKUP_FOLDER, text -> Path.of(text).toAbsolutePath().normalize());
    var settings = bucket.flatMap(this::bucket);
    if (bucket.isPresent() && folder.isPresent()) {
      given.fault(Key.BACKUP_FOLDER, "backups are kept in a bucket or in a folder, not in both.");
    }
    if (bucket.isEmpty()) {
      OF_A_BUCKET.stream()
          .filter(key -> given.value(key, text -> text).isPresent())
          .forEach(key -> given.fault(key, "it belongs to a bucket: name that, too."));
    }
    return new BackupConfiguration(settings, folder, longWork());
  }

  private LongWork longWork() {
    var usual = LongWork.USUAL;
    return new LongWork(
        number(Key.BACKUP_WORKERS, MOST_WORKERS, usual.workers()),
        number(Key.BACKUPS_PER_REGION, MOST_IN_A_REGION, usual.backupsPerRegion()),
        proofs(usual.proofs()));
  }

  private Proofs proofs(Proofs usual) {
    return new Proofs(
        given.value(Key.PROVE_IN, RegionId::new),
        number(Key.PROVE_MOST_GB, MOST_GIGABYTES, usual.mostGigabytes()),
        number(Key.PROOFS_PER_REGION, MOST_PROOFS, usual.perRegion()));
  }

  private int number(Key key, int most, int usual) {
    return given.value(key, text -> ConfigurationReader.number(text, 1, most), usual);
  }

  private Optional<S3Settings> bucket(String name) {
    var endpoint = given.value(Key.S3_ENDPOINT, URI::create);
    try {
      return Optional.of(
          new S3Settings(
              endpoint,
              given.value(Key.S3_REGION, text -> text, "us-east-1"),
              name,
              given.value(Key.S3_PREFIX, text -> text, ""),
              given.value(Key.S3_PATH_STYLE, BackupReader::flag, endpoint.isPresent()),
              credentials(),
              serverSide(),
              S3Settings.Patience.USUAL));
    } catch (InvalidValue fault) {
      given.fault(Key.S3_BUCKET, String.valueOf(fault.getMessage()));
      return Optional.empty();
    }
  }

  private S3Settings.Credentials credentials() {
    var id = given.value(Key.S3_ACCESS_KEY, text -> text);
    var secret = given.secret(Key.S3_SECRET_KEY, Key.S3_SECRET_KEY_FILE).map(Secret::new);
    if (id.isPresent() != secret.isPresent()) {
      given.fault(Key.S3_ACCESS_KEY, "the access key and the secret key are given together.");
    }
    return id.isPresent() && secret.isPresent()
        ? new S3Settings.AccessKey(id.get(), secret.get())
        : new S3Settings.OfTheMachine();
  }

  private S3Settings.ServerSide serverSide() {
    var kms = given.value(Key.S3_KMS_KEY, text -> text);
    return switch (given.value(Key.S3_ENCRYPTION, BackupReader::encryption, "bucket")) {
      case "store" -> new S3Settings.StoresKey();
      case "kms" -> new S3Settings.KeyService(kms);
      default -> new S3Settings.AsTheBucketSays();
    };
  }

  private static String encryption(String text) {
    if (List.of("bucket", "store", "kms").contains(text)) {
      return text;
    }
    throw new IllegalArgumentException("it is bucket, store or kms.");
  }

  private static boolean flag(String text) {
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new IllegalArgumentException("it is true or false.");
    };
  }
}
