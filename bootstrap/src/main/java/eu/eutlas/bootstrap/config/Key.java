package eu.eutlas.bootstrap.config;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The table of settings. The reference in {@code docs/configuration.md} is made from it. */
public enum Key {
  MODE(
      "mode",
      "EUTLAS_MODE",
      "local",
      "`local` runs everything on this machine for this machine; `production` wants a MongoDB, a"
          + " sealing key, a mail server and an https address."),
  HTTP_PORT(
      "httpPort",
      "EUTLAS_HTTP_PORT",
      "8080",
      "Port of the API and the console. 0 takes any free one; the real one is printed."),
  ADMIN_PORT(
      "adminPort",
      "EUTLAS_ADMIN_PORT",
      "8081",
      "Port of `/healthcheck`, `/ready` and `/metrics`. 0 takes any free one."),
  ADMIN_ADDRESS(
      "adminAddress",
      "EUTLAS_ADMIN_ADDRESS",
      "127.0.0.1",
      "The address of that port, in numbers; `0.0.0.0` for all. Only in production may it be"
          + " another than 127.0.0.1, and one that others can reach wants credentials."),
  ADMIN_CREDENTIALS(
      null,
      "EUTLAS_ADMIN_CREDENTIALS",
      "none",
      "`user:password` for `/metrics` (HTTP basic). `/healthcheck` and `/ready` stay open."),
  ADMIN_CREDENTIALS_FILE(
      "adminCredentialsFile",
      "EUTLAS_ADMIN_CREDENTIALS_FILE",
      "none",
      "The same, read from a file."),
  JOBS_PORT(
      "jobsPort",
      "EUTLAS_JOBS_PORT",
      "8000",
      "Port of the JobRunr dashboard. 0 takes any free one."),
  JOBS_ADDRESS(
      "jobsAddress",
      "EUTLAS_JOBS_ADDRESS",
      "127.0.0.1",
      "The address of that port, by the same rules."),
  JOBS_CREDENTIALS(
      null, "EUTLAS_JOBS_CREDENTIALS", "none", "`user:password` for the dashboard (HTTP basic)."),
  JOBS_CREDENTIALS_FILE(
      "jobsCredentialsFile", "EUTLAS_JOBS_CREDENTIALS_FILE", "none", "The same, read from a file."),
  DATA(
      "data",
      "EUTLAS_DATA",
      "a folder of the user's, printed at start",
      "The data folder. Absent or empty, it is filled; a folder of somebody else's is refused."),
  CONFIG(
      null,
      "EUTLAS_CONFIG",
      "none",
      "A YAML file with the keys of this table. The environment wins over it."),
  MONGODB_URI(
      null,
      "EUTLAS_MONGODB_URI",
      "none: embedded",
      "Where the metadata is kept. Production wants it."),
  MONGODB_URI_FILE(
      "mongodbUriFile", "EUTLAS_MONGODB_URI_FILE", "none", "The same, read from a file."),
  PUBLIC_URL(
      "publicUrl",
      "EUTLAS_PUBLIC_URL",
      "http://localhost and the real port",
      "Where people reach EUTLAS; links in mails begin with it. Production wants https."),
  SEALING_KEY(
      null,
      "EUTLAS_SEALING_KEY",
      "local: made, in the data folder",
      "32 bytes in base64 that seal every secret; several, separated by commas: the first seals,"
          + " all open. Production wants it."),
  SEALING_KEY_FILE(
      "sealingKeyFile", "EUTLAS_SEALING_KEY_FILE", "none", "The same, read from a file."),
  SMTP_URL(
      null,
      "EUTLAS_SMTP_URL",
      "local: none, mails lie in the outbox folder",
      "The mail server, such as `smtp://user:password@mail.example.org:587`. Production wants it."),
  SMTP_URL_FILE("smtpUrlFile", "EUTLAS_SMTP_URL_FILE", "none", "The same, read from a file."),
  MAIL_FROM(
      "mailFrom",
      "EUTLAS_MAIL_FROM",
      "eutlas@ the public host",
      "The address that mails come from."),
  SIGNUP(
      "signup",
      "EUTLAS_SIGNUP",
      "local: open, production: invited",
      "Who may sign up: `open`, `invited` or `closed`."),
  CREATE_WITHIN(
      "createWithin",
      null,
      "PT15M",
      "How long creating a cluster may take before it has failed (ISO 8601)."),
  UPDATE_WITHIN(
      "updateWithin",
      null,
      "PT1H",
      "How long another plan or version may take before it has failed (ISO 8601)."),
  USERS_WITHIN(
      "usersWithin",
      null,
      "PT15M",
      "How long another login or database user may take before it has failed (ISO 8601)."),
  PAUSE_WITHIN(
      "pauseWithin",
      null,
      "PT15M",
      "How long pausing and resuming may take before they have failed (ISO 8601)."),
  DELETE_WITHIN(
      "deleteWithin",
      null,
      "PT30M",
      "How long deleting a cluster may take before it has failed (ISO 8601)."),
  RESTORE_WITHIN(
      "restoreWithin",
      null,
      "PT1H",
      "How long a restore may take before it has failed, five minutes more for each GB (ISO 8601)."),
  RETRY_FIRST(
      "retryFirst", null, "PT1S", "How long to wait after the first failed attempt (ISO 8601)."),
  RETRY_FACTOR(
      "retryFactor", null, "2", "By what each further wait is longer than the last, 1 to 10."),
  RETRY_LONGEST("retryLongest", null, "PT1M", "The longest wait between two attempts (ISO 8601)."),
  RETRY_JITTER(
      "retryJitter",
      null,
      "0.2",
      "The share by which a wait is longer or shorter by chance, 0 to 0.9."),
  RETRY_ATTEMPTS(
      "retryAttempts",
      null,
      "30",
      "How many attempts may fail before an operation has, 1 to 1000."),
  RETRY_UNKNOWN(
      "retryUnknown",
      null,
      "30",
      "The same where nobody knows how the last attempt ended, 1 to 1000."),
  WORKERS("workers", null, "8", "How many clusters and mails are worked on at once, 1 to 64."),
  BACKUP_FOLDER(
      "backupFolder",
      "EUTLAS_BACKUP_FOLDER",
      "`backups/` in the data folder",
      "The folder that backups are kept in, where no bucket is named. All nodes have to see the"
          + " same."),
  S3_BUCKET(
      "s3Bucket",
      "EUTLAS_S3_BUCKET",
      "none",
      "The bucket that backups are kept in, of any store that speaks S3."),
  S3_ENDPOINT(
      "s3Endpoint",
      "EUTLAS_S3_ENDPOINT",
      "Amazon's, by the region",
      "The address of a store that is not Amazon's, such as `https://s3.example.org`."),
  S3_REGION("s3Region", "EUTLAS_S3_REGION", "us-east-1", "The store's region."),
  S3_PREFIX(
      "s3Prefix",
      "EUTLAS_S3_PREFIX",
      "none",
      "What the keys begin with, ending with a slash, in a bucket that holds other things too."),
  S3_PATH_STYLE(
      "s3PathStyle",
      "EUTLAS_S3_PATH_STYLE",
      "true with an endpoint, else false",
      "Whether the bucket's name stands in the path of an address (`true`) or in its host's name."),
  S3_ACCESS_KEY(
      "s3AccessKey",
      "EUTLAS_S3_ACCESS_KEY",
      "what the machine has",
      "The id of the access key. Without it EUTLAS uses Amazon's environment variables, its"
          + " credentials file or the machine's role."),
  S3_SECRET_KEY(null, "EUTLAS_S3_SECRET_KEY", "none", "The secret that belongs to it."),
  S3_SECRET_KEY_FILE(
      "s3SecretKeyFile", "EUTLAS_S3_SECRET_KEY_FILE", "none", "The same, read from a file."),
  S3_ENCRYPTION(
      "s3Encryption",
      "EUTLAS_S3_ENCRYPTION",
      "bucket",
      "What the store encrypts with beside EUTLAS's own encryption: what the `bucket` says, a key"
          + " of the `store` (AES256), or its key service (`kms`)."),
  S3_KMS_KEY("s3KmsKey", "EUTLAS_S3_KMS_KEY", "the store's", "The id of the key service's key."),
  BACKUP_WORKERS("backupWorkers", null, "2", "How many backups this node takes at once, 1 to 32."),
  BACKUPS_PER_REGION(
      "backupsPerRegion",
      null,
      "4",
      "How many backups all nodes together take of a region's clusters at once, 1 to 256."),
  PROVE_IN(
      "proveIn",
      "EUTLAS_PROVE_IN",
      "the cluster's own, or any that can",
      "The region in which backups are restored to prove them. It has to have throw-away clusters."),
  PROVE_MOST_GB(
      "proveMostGb",
      null,
      "50",
      "How much data a backup may hold that is to be proved, in GB, 1 to 100000."),
  PROOFS_PER_REGION(
      "proofsPerRegion",
      null,
      "1",
      "How many throw-away clusters all nodes together have in a region at once, 1 to 64."),
  PLANS(
      "plans",
      null,
      "DEV, SMALL, MEDIUM, LARGE, XLARGE, XXL",
      "What can be ordered; a list of `id`, `name`, `cpu`, `memoryMb`, `storageGb`, `members`,"
          + " `backups`, `price`, `currency`."),
  REGIONS(
      "regions",
      null,
      "local: one, `local`; production: none",
      "Where clusters can run; a list of `id`, `name`, `location`, `type`: `local` on this"
          + " node's disk, `elsewhere` on the disk of another node of the installation, `kubernetes`"
          + " with what [kubernetes.md](kubernetes.md) says; `capacity` if it is limited."),
  MONGODB_VERSIONS(
      "mongodbVersions",
      null,
      "6.0, 7.0 (default), 8.0",
      "What can be ordered; a list of `version`, `default`, `endOfLife`.");

  private final String file;
  private final String environment;
  private final String usual;
  private final String meaning;

  Key(@Nullable String file, @Nullable String environment, String usual, String meaning) {
    this.file = file == null ? "" : file;
    this.environment = environment == null ? "" : environment;
    this.usual = usual;
    this.meaning = meaning;
  }

  /** Its name in the file; absent for what must not stand in a file, or is needed to find it. */
  public Optional<String> file() {
    return Optional.of(file).filter(name -> !name.isEmpty());
  }

  /** Its name in the environment; absent for what is too long for one. */
  public Optional<String> environment() {
    return Optional.of(environment).filter(name -> !name.isEmpty());
  }

  /** What holds when nothing is said, in words. */
  public String usual() {
    return usual;
  }

  /** What it is for, in Markdown. */
  public String meaning() {
    return meaning;
  }

  /** The name that a person is told. */
  String shown() {
    return environment().or(this::file).orElseThrow();
  }

  static Optional<Key> ofEnvironment(String name) {
    return Arrays.stream(values()).filter(key -> key.environment.equals(name)).findFirst();
  }
}
