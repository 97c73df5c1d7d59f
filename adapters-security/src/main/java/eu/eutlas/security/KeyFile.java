package eu.eutlas.security;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.crypto.tink.subtle.AesGcmJce;
import com.google.crypto.tink.subtle.Random;
import com.password4j.Argon2Function;
import com.password4j.types.Argon2;
import eu.eutlas.domain.InvalidValue;
import eu.eutlas.domain.Secret;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Set;
import java.util.UUID;

/**
 * Sealing keys in a file of their own, encrypted with AES-256-GCM under a key that Argon2id derives
 * from a passphrase (64 MiB, three passes). Three lines of text: what it is, the salt, the keys;
 * the first two are authenticated with the third.
 */
public final class KeyFile {
  private static final String MAGIC = "EUTLAS sealing keys, format 1";
  private static final int SALT_BYTES = 16;
  private static final int KEY_BYTES = 32;
  private static final int KIBIBYTES = 65_536;
  private static final int PASSES = 3;
  private static final int SHORTEST = 12;

  private KeyFile() {}

  /**
   * Writes a file whole or not at all, forced to the disk and readable by its owner alone.
   *
   * @throws InvalidValue when the passphrase is too short
   * @throws FileAlreadyExistsException when it is there
   */
  public static void write(Path file, Secret keys, Secret passphrase) throws IOException {
    InvalidValue.unless(
        passphrase.reveal().length() >= SHORTEST,
        "A passphrase has " + SHORTEST + " characters or more.");
    if (Files.exists(file)) {
      throw new FileAlreadyExistsException(file.toString());
    }
    var salt = Random.randBytes(SALT_BYTES);
    var head = MAGIC + "\n" + Base64.getEncoder().encodeToString(salt) + "\n";
    var text = head + Base64.getEncoder().encodeToString(encrypted(keys, passphrase, salt, head));
    var draft = file.resolveSibling("." + UUID.randomUUID() + ".part");
    try {
      writeDraft(draft, (text + "\n").getBytes(UTF_8));
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  private static void writeDraft(Path draft, byte[] bytes) throws IOException {
    var options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    try (var channel = FileChannel.open(draft, options, permissions(draft))) {
      var left = ByteBuffer.wrap(bytes);
      while (left.hasRemaining()) {
        channel.write(left);
      }
      channel.force(true);
    }
  }

  private static FileAttribute<?>[] permissions(Path file) {
    return file.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }

  /**
   * Reads the keys.
   *
   * @throws InvalidValue with a sentence for people, when it is no such file, was changed, or has
   *     another passphrase
   */
  public static Secret read(Path file, Secret passphrase) throws IOException {
    var lines = new String(Files.readAllBytes(file), UTF_8).split("\n", -1);
    InvalidValue.unless(
        lines.length == 4 && lines[0].equals(MAGIC) && lines[3].isEmpty(),
        "This file holds no sealing keys that this release of EUTLAS reads.");
    try {
      var salt = Base64.getDecoder().decode(lines[1]);
      var head = lines[0] + "\n" + lines[1] + "\n";
      var keys =
          cipher(passphrase, salt)
              .decrypt(Base64.getDecoder().decode(lines[2]), head.getBytes(UTF_8));
      return new Secret(new String(keys, UTF_8));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new InvalidValue("This is not the passphrase of the file, or the file was changed.");
    }
  }

  private static byte[] encrypted(Secret keys, Secret passphrase, byte[] salt, String head) {
    try {
      return cipher(passphrase, salt).encrypt(keys.reveal().getBytes(UTF_8), head.getBytes(UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java cannot seal with AES-256-GCM.", e);
    }
  }

  private static AesGcmJce cipher(Secret passphrase, byte[] salt) throws GeneralSecurityException {
    var derive = Argon2Function.getInstance(KIBIBYTES, PASSES, 1, KEY_BYTES, Argon2.ID);
    return new AesGcmJce(derive.hash(passphrase.reveal().getBytes(UTF_8), salt).getBytes());
  }
}
