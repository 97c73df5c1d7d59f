package eu.eutlas.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.eutlas.domain.InvalidValue;
import eu.eutlas.domain.Secret;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class KeyFileTest {
  private static final Secret PASSPHRASE = new Secret("a lamp in every window");
  private static final Secret KEYS =
      new Secret(KeyRing.generate().reveal() + "\n" + KeyRing.generate().reveal());

  @TempDir Path folder;

  @Test
  void givesBackTheKeysToWhoKnowsThePassphrase() throws IOException {
    var file = written();

    assertThat(KeyFile.read(file, PASSPHRASE)).isEqualTo(KEYS);
    assertThat(Files.readString(file)).doesNotContain(KEYS.reveal().substring(0, 8));
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThatThrownBy(() -> KeyFile.read(file, new Secret("a lamp in no window")))
        .isInstanceOf(InvalidValue.class)
        .hasMessageContaining("not the passphrase");
  }

  @Test
  void noChangeGoesUnseen() throws IOException {
    var text = Files.readString(written());
    for (var at = 0; at < text.length(); at += 7) {
      var one = text.charAt(at) == 'A' ? 'B' : 'A';
      var changed =
          Files.writeString(
              folder.resolve("changed"), text.substring(0, at) + one + text.substring(at + 1));

      assertThatThrownBy(() -> KeyFile.read(changed, PASSPHRASE))
          .as("at " + at)
          .isInstanceOf(InvalidValue.class);
    }
  }

  @Test
  void isNotWrittenOverAndWantsALongPassphrase() throws IOException {
    var file = written();

    assertThatThrownBy(() -> KeyFile.write(file, KEYS, PASSPHRASE))
        .isInstanceOf(FileAlreadyExistsException.class);
    assertThatThrownBy(() -> KeyFile.write(folder.resolve("b"), KEYS, new Secret("short")))
        .isInstanceOf(InvalidValue.class);
    assertThat(folder.toFile().list()).containsExactly("keys");
  }

  private Path written() throws IOException {
    var file = folder.resolve("keys");
    KeyFile.write(file, KEYS, PASSPHRASE);
    return file;
  }
}
