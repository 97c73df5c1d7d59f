package eu.eutlas.storage;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.eutlas.application.PortFailure;
import eu.eutlas.domain.backup.Consistency;
import eu.eutlas.domain.backup.Manifest;
import eu.eutlas.domain.backup.Sha256;
import eu.eutlas.memory.MemorySealer;
import eu.eutlas.storage.InstallationFile.Header;
import eu.eutlas.testkit.PinnedClock;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class InstallationFileTest {
  private static final Header HEADER = new Header("5f", "eutlas", 5, PinnedClock.START);
  private static final byte[] ARCHIVE = "an archive".repeat(20_000).getBytes(UTF_8);
  private static final Manifest MANIFEST =
      new Manifest(
          PinnedClock.START,
          "8.0",
          "eutlas-1",
          Consistency.EACH_COLLECTION,
          List.of(),
          0,
          0,
          ARCHIVE.length,
          new Sha256("0".repeat(64)));

  @TempDir Path folder;
  private Path file;
  private final TinkBackupEncryption encryption = new TinkBackupEncryption(new MemorySealer());
  private final JsonManifestFormat manifests = new JsonManifestFormat();

  @BeforeEach
  void write() throws IOException {
    file = folder.resolve("metadata.backup");
    write(file);
  }

  @Test
  void givesBackWhatWasWrittenWithWhatItIs() throws IOException {
    var opened = open(file);

    assertThat(opened.header()).isEqualTo(HEADER);
    assertThat(opened.manifest()).isEqualTo(MANIFEST);
    assertThat(opened.read(InputStream::readAllBytes)).isEqualTo(ARCHIVE);
  }

  @Test
  void saysWhatItIsInWordsAndIsForItsOwnerAlone() throws IOException {
    assertThat(Files.readString(file, ISO_8859_1))
        .startsWith("EUTLAS metadata backup, format 1\n{\"installation\":\"5f\"")
        .doesNotContain("an archive");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  @Test
  void isNotWrittenOver() {
    assertThatThrownBy(() -> write(file)).isInstanceOf(FileAlreadyExistsException.class);
  }

  @Test
  void leavesNothingWhenItCannotBeWrittenWhole() {
    var other = folder.resolve("other");

    assertThatThrownBy(() ->
            InstallationFile.write(
                other,
                HEADER,
                encryption,
                manifests,
                out -> {
                  out.write(ARCHIVE);
                  throw new IllegalStateException("in the middle");
                }))
        .isInstanceOf(IllegalStateException.class);

    assertThat(folder.toFile().list()).containsExactly("metadata.backup");
  }

  @Test
  void noBitChangesUnseen() throws IOException {
    var whole = Files.readAllBytes(file);
    var beginning = 600;
    for (var at = 0; at < whole.length; at += at < beginning ? 1 : 1_009) {
      var changed = whole.clone();
      changed[at] ^= (byte) (1 << at % 8);
      assertRefused(changed, at);
    }
  }

  @Test
  void nothingIsCutOffOrAddedUnseen() throws IOException {
    var whole = Files.readAllBytes(file);
    for (var length = 0; length < whole.length; length += 997) {
      assertRefused(Arrays.copyOf(whole, length), length);
    }
    assertRefused(Arrays.copyOf(whole, whole.length - 1), whole.length - 1);
    assertRefused(Arrays.copyOf(whole, whole.length + 1), whole.length + 1);
  }

  @Test
  void whatALaterReleaseWroteIsSaidToBe() throws IOException {
    var later = folder.resolve("later");
    Files.writeString(later, "EUTLAS metadata backup, format 2\n");

    assertThatThrownBy(() -> open(later))
        .isInstanceOf(PortFailure.Rejected.class)
        .hasMessageContaining("later release");
  }

  private void assertRefused(byte[] bytes, int at) throws IOException {
    var changed = Files.write(folder.resolve("changed"), bytes);
    assertThatThrownBy(
            () -> {
              var opened = open(changed);
              var unused = opened.manifest();
            })
        .as("at " + at)
        .isInstanceOfAny(PortFailure.Rejected.class, IOException.class, UncheckedIOException.class);
  }

  private InstallationFile open(Path at) throws IOException {
    return InstallationFile.open(at, encryption, manifests);
  }

  private void write(Path at) throws IOException {
    var unused =
        InstallationFile.write(
            at,
            HEADER,
            encryption,
            manifests,
            out -> {
              out.write(ARCHIVE);
              return MANIFEST;
            });
  }
}
