package eu.eutlas.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.eutlas.domain.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {
  @TempDir Path parent;

  @Test
  void fillsAnAbsentFolder() {
    try (var folder = DataFolder.take(parent.resolve("a/b"))) {
      assertThat(folder.path().resolve("eutlas-data")).hasContent("layout 1");
    }
  }

  @Test
  void fillsAnEmptyFolder() throws IOException {
    var empty = Files.createDirectory(parent.resolve("empty"));

    try (var folder = DataFolder.take(empty)) {
      assertThat(folder.path().resolve("eutlas-data")).exists();
    }
  }

  @Test
  void leavesAForeignFolderAsItIs() throws IOException {
    Files.writeString(parent.resolve("thesis.tex"), "important");

    assertThatThrownBy(() -> DataFolder.take(parent))
        .isInstanceOf(StartException.class)
        .hasMessageContaining("is not empty and is not one of EUTLAS's");
    assertThat(names()).containsExactly("thesis.tex");
  }

  @Test
  void leavesANewerFolderAsItIs() throws IOException {
    Files.writeString(parent.resolve("eutlas-data"), "layout 2\n");

    assertThatThrownBy(() -> DataFolder.take(parent))
        .isInstanceOf(StartException.class)
        .hasMessageContaining("was written by a newer EUTLAS");
    assertThat(names()).containsExactly("eutlas-data");
  }

  @Test
  void refusesAFolderThatIsInUse() {
    var path = parent.resolve("data");

    try (var first = DataFolder.take(path)) {
      assertThatThrownBy(() -> DataFolder.take(first.path()))
          .isInstanceOf(StartException.class)
          .hasMessageContaining("is in use by another EUTLAS");
    }
  }

  @Test
  void canBeTakenAgainAfterItWasGivenBack() {
    var path = parent.resolve("data");
    DataFolder.take(path).close();

    try (var again = DataFolder.take(path)) {
      assertThat(again.path()).isEqualTo(path);
    }
  }

  @Test
  void keepsTheNodeIdAndTheKey() {
    var path = parent.resolve("data");
    String id;
    try (var folder = DataFolder.take(path)) {
      id = folder.nodeId(RandomGenerator.of("L64X128MixRandom"));
      folder.keepSealingKey(new Secret("key"));
    }

    try (var folder = DataFolder.take(path)) {
      assertThat(folder.nodeId(RandomGenerator.of("L64X128MixRandom"))).isEqualTo(id);
      assertThat(folder.sealingKey()).contains(new Secret("key"));
    }
  }

  @Test
  void letsNobodyElseReadTheKey() throws IOException {
    try (var folder = DataFolder.take(parent.resolve("data"))) {
      folder.keepSealingKey(new Secret("key"));

      assertThat(Files.getPosixFilePermissions(folder.resolve("sealing.key")))
          .hasToString("[OWNER_READ, OWNER_WRITE]");
    }
  }

  private List<String> names() throws IOException {
    try (var entries = Files.list(parent)) {
      return entries.map(Path::getFileName).map(Path::toString).toList();
    }
  }
}
