package eu.eutlas.storage;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import eu.eutlas.application.PortFailure;
import eu.eutlas.application.backup.BackupEncryption;
import eu.eutlas.application.backup.BackupStore;
import eu.eutlas.application.backup.ManifestFormat;
import eu.eutlas.domain.InvalidValue;
import eu.eutlas.domain.SealedSecret;
import eu.eutlas.domain.backup.Manifest;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A backup of an installation's own metadata as one file: a line that says what it is, a line of
 * JSON about it, its data key, which the sealing key of the installation opens, and an archive with
 * its manifest, encrypted. The data key is sealed for these very lines and the rest is
 * authenticated with them: no bit of the file can change unseen.
 */
public final class InstallationFile {
  private static final String MAGIC = "EUTLAS metadata backup, format ";
  private static final int FORMAT = 1;
  private static final int LONGEST_LINE = 4096;
  private static final JsonMapper JSON = new JsonMapper();

  private final Path file;
  private final Header header;
  private final String owner;
  private final SealedSecret key;
  private final long start;
  private final BackupEncryption encryption;
  private final ManifestFormat manifests;

  private InstallationFile(
      Path file,
      Header header,
      String owner,
      SealedSecret key,
      long start,
      BackupEncryption encryption,
      ManifestFormat manifests) {
    this.file = file;
    this.header = header;
    this.owner = owner;
    this.key = key;
    this.start = start;
    this.encryption = encryption;
    this.manifests = manifests;
  }

  /**
   * What is told of it without any key.
   *
   * @param installation its id
   * @param database what its database was called
   * @param schema the version of what is in it
   * @param begunAt when it was begun
   */
  public record Header(String installation, String database, int schema, Instant begunAt) {
    private String json() {
      var json = JSON.createObjectNode();
      json.put("installation", installation);
      json.put("database", database);
      json.put("schema", schema);
      json.put("begunAt", begunAt.toString());
      json.put("then", "its sealed key; a mongodump archive and its manifest, encrypted");
      return json.toString();
    }

    private static Header of(String line) {
      try {
        var json = JSON.readTree(line);
        return new Header(
            text(json, "installation"),
            text(json, "database"),
            json.required("schema").asInt(-1),
            Instant.parse(text(json, "begunAt")));
      } catch (JsonProcessingException | IllegalArgumentException | DateTimeException e) {
        throw damaged(e);
      }
    }

    private static String text(JsonNode json, String field) {
      return json.required(field).asText();
    }
  }

  /** What writes an archive. */
  @FunctionalInterface
  public interface Dumping {
    Manifest to(OutputStream archive) throws IOException;
  }

  /**
   * Writes a file whole or not at all, forced to the disk and readable by its owner alone.
   *
   * @throws FileAlreadyExistsException when it is there
   */
  public static Manifest write(
      Path file,
      Header header,
      BackupEncryption encryption,
      ManifestFormat manifests,
      Dumping dumping)
      throws IOException {
    if (Files.exists(file)) {
      throw new FileAlreadyExistsException(file.toString());
    }
    var files = new PrivateFiles(file.toAbsolutePath().normalize().resolve(".."));
    var draft = files.draft().normalize();
    try {
      var written = new Manifest[1];
      try (var channel = files.open(draft);
          var out = new BufferedOutputStream(Channels.newOutputStream(channel))) {
        var owner = MAGIC + FORMAT + "\n" + header.json() + "\n";
        var key = encryption.newKey(owner);
        out.write((owner + key.text() + "\n").getBytes(UTF_8));
        encryption
            .through(key, owner, OneObject.writing(out))
            .put(
                OneObject.KEY,
                plain -> {
                  var framed = new Framed.Output(plain);
                  written[0] = dumping.to(framed);
                  framed.end();
                  plain.write(manifests.write(written[0]));
                });
        out.flush();
        channel.force(true);
      }
      if (Files.exists(file)) {
        throw new FileAlreadyExistsException(file.toString());
      }
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
      files.force(file.toAbsolutePath().normalize().resolve("..").normalize());
      return written[0];
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  /**
   * Opens a file, and reads no more than its first lines.
   *
   * @throws PortFailure.Rejected with a sentence for people: when it is none, of a later form, or
   *     was sealed with another key
   */
  public static InstallationFile open(
      Path file, BackupEncryption encryption, ManifestFormat manifests) throws IOException {
    try (var in = new BufferedInputStream(Files.newInputStream(file))) {
      var magic = line(in);
      if (!magic.startsWith(MAGIC)) {
        throw new PortFailure.Rejected(
            "NOT_A_BACKUP", "This file is no backup of EUTLAS's own metadata.", null);
      }
      if (!magic.equals(MAGIC + FORMAT)) {
        throw new PortFailure.Rejected(
            "BACKUP_NEWER",
            "This backup was written by a later release of EUTLAS. Restore it with that release.",
            null);
      }
      var about = line(in);
      var key = line(in);
      var owner = magic + "\n" + about + "\n";
      return new InstallationFile(
          file,
          Header.of(about),
          owner,
          sealed(key),
          (owner + key + "\n").getBytes(UTF_8).length,
          encryption,
          manifests);
    }
  }

  public Header header() {
    return header;
  }

  /** What is done with an archive; what is left of it is not read. */
  @FunctionalInterface
  public interface Reading<T> {
    T of(InputStream archive) throws IOException;
  }

  /**
   * Reads the archive.
   *
   * @throws BackupEncryption.Damaged when it was changed or cut off
   */
  public <T> T read(Reading<T> reading) throws IOException {
    try (var plain = plain()) {
      return reading.of(new Framed.Input(plain));
    }
  }

  /**
   * Reads all of the file, and gives the manifest at its end.
   *
   * @throws BackupEncryption.Damaged when anything of it was changed or cut off
   */
  public Manifest manifest() throws IOException {
    try (var plain = plain()) {
      new Framed.Input(plain).transferTo(OutputStream.nullOutputStream());
      return manifests.read(plain.readAllBytes());
    }
  }

  private InputStream plain() throws IOException {
    var in = new BufferedInputStream(Files.newInputStream(file));
    in.skipNBytes(start);
    return encryption
        .through(key, owner, OneObject.reading(in))
        .get(OneObject.KEY, BackupStore.Range.ALL);
  }

  private static SealedSecret sealed(String text) {
    try {
      return new SealedSecret(text);
    } catch (InvalidValue e) {
      throw damaged(e);
    }
  }

  /** Only what is UTF-8 exactly: otherwise two texts could stand for one. */
  private static String line(InputStream in) throws IOException {
    var bytes = new ByteArrayOutputStream();
    for (var one = in.read(); one != '\n'; one = in.read()) {
      if (one < 0 || bytes.size() == LONGEST_LINE) {
        throw new PortFailure.Rejected(
            "NOT_A_BACKUP", "This file is no backup of EUTLAS's own metadata, or cut off.", null);
      }
      bytes.write(one);
    }
    return bytes.toString(UTF_8);
  }

  private static PortFailure.Rejected damaged(@Nullable Exception cause) {
    return new PortFailure.Rejected(
        "BACKUP_DAMAGED", "This backup is damaged: its beginning cannot be read.", cause);
  }
}
