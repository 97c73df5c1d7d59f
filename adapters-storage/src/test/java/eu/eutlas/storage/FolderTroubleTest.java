package eu.eutlas.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import eu.eutlas.application.PortFailure;
import eu.eutlas.application.backup.BackupStore;
import eu.eutlas.application.backup.BackupStore.Range;
import eu.eutlas.application.backup.ObjectKey;
import eu.eutlas.testkit.PinnedClock;
import eu.eutlas.testkit.Race;
import eu.eutlas.testkit.backup.SampleBytes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FolderTroubleTest {
  private static final ObjectKey KEY = new ObjectKey("a/b");

  private static final List<Consumer<BackupStore>> CALLS =
      List.of(
          store -> store.put(KEY, out -> {}),
          store -> store.get(KEY, Range.ALL),
          store -> store.stat(KEY),
          store -> store.list("", Optional.empty(), 10),
          store -> store.delete(KEY));

  private final PinnedClock clock = new PinnedClock();

  @TempDir Path place;
  private Path folder;
  private FolderBackupStore store;

  @BeforeEach
  void open() {
    folder = place.resolve("deep/backups");
    store = opened(folder);
  }

  @Test
  void isOneStoreForAllNodesThatOpenIt() {
    var ids = Race.run(8, number -> opened(place.resolve("raced")).storeId()).stream().distinct();

    assertThat(ids).hasSize(1);
    assertThat(opened(folder).storeId()).isEqualTo(store.storeId()).matches("[0-9a-f]{32}");
    assertThat(opened(place.resolve("other")).storeId()).isNotEqualTo(store.storeId());
  }

  @Test
  void showsNothingToOtherUsers() throws IOException {
    store.put(KEY, out -> out.write(1));

    try (var all = Files.walk(folder)) {
      assertThat(all)
          .allSatisfy(file ->
              assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                  .isEqualTo(Files.isDirectory(file) ? "rwx------" : "rw-------"));
    }
  }

  @Test
  void leavesNothingUnfinished() throws IOException {
    store.put(KEY, new SampleBytes(1, 1_000_000).content());
    assertThatThrownBy(() ->
            store.put(
                KEY,
                out -> {
                  throw new IllegalStateException("The source is gone.");
                }))
        .isInstanceOf(IllegalStateException.class);

    assertThat(folder.resolve("writing")).isEmptyDirectory();
  }

  @Test
  void removesEmptyFoldersWithWhatWasInThem() {
    store.put(new ObjectKey("a/b/c/d"), out -> {});
    store.put(new ObjectKey("a/e"), out -> {});

    store.delete(new ObjectKey("a/b/c/d"));

    assertThat(folder.resolve("objects/a")).isDirectory();
    assertThat(folder.resolve("objects/a/b")).doesNotExist();
  }

  @Test
  void saysThatTheFolderVanished() throws IOException {
    Files.move(folder, place.resolve("elsewhere"));

    everyCallFails("FOLDER_VANISHED");
  }

  @Test
  void takesAnEmptyMountPointForNoStore() throws IOException {
    Files.move(folder, place.resolve("elsewhere"));
    Files.createDirectories(folder.resolve("objects"));
    Files.createDirectories(folder.resolve("writing"));

    everyCallFails("FOLDER_VANISHED");
  }

  @Test
  void saysThatTheFolderIsAnotherStore() throws IOException {
    Files.move(folder, place.resolve("elsewhere"));
    opened(folder);

    everyCallFails("FOLDER_IS_ANOTHER");
  }

  @Test
  void refusesAMarkerThatIsNotIts() throws IOException {
    Files.writeString(folder.resolve("eutlas-store.json"), "{}");

    everyCallFails("FOLDER_MARKER_DAMAGED");
    assertThatThrownBy(() -> opened(folder)).hasMessageContaining("eutlas-store.json");
  }

  @Test
  void followsNoLinkOutOfTheFolder() throws IOException {
    var secret = Files.writeString(place.resolve("secret"), "secret");
    Files.createSymbolicLink(folder.resolve("objects/link"), place);
    Files.createSymbolicLink(folder.resolve("objects/file"), secret);

    for (var key : List.of(new ObjectKey("link/secret"), new ObjectKey("file"))) {
      assertThat(failure(() -> store.get(key, Range.ALL))).isEqualTo("FOLDER_HAS_LINK");
      assertThat(failure(() -> store.stat(key))).isEqualTo("FOLDER_HAS_LINK");
    }
    var through = new ObjectKey("link/new");
    assertThat(failure(() -> store.put(through, out -> {}))).isEqualTo("FOLDER_HAS_LINK");
    assertThat(failure(() -> store.delete(new ObjectKey("link/secret"))))
        .isEqualTo("FOLDER_HAS_LINK");
    assertThat(store.list("", Optional.empty(), 10)).isEmpty();
    assertThat(secret).hasContent("secret");
    assertThat(place.resolve("new")).doesNotExist();
  }

  @Test
  void replacesALinkAndNotWhatItPointsTo() throws IOException {
    var other = Files.writeString(place.resolve("other"), "other");
    Files.createSymbolicLink(folder.resolve("objects/file"), other);

    store.put(new ObjectKey("file"), out -> out.write(1));

    assertThat(other).hasContent("other");
    assertThat(Files.isSymbolicLink(folder.resolve("objects/file"))).isFalse();
  }

  @Test
  void removesAtStartWhatWasAbandoned() throws IOException {
    var old = draft("old.part", Duration.ofHours(25));
    var young = draft("young.part", Duration.ofHours(23));
    var foreign = draft("notes.txt", Duration.ofDays(300));

    opened(folder);

    assertThat(old).doesNotExist();
    assertThat(young).exists();
    assertThat(foreign).exists();
    assertThat(store.list("", Optional.empty(), 10)).isEmpty();
  }

  @Test
  void saysThatTheFolderMayNotBeUsed() throws IOException {
    assumeTrue(!Files.isWritable(Path.of("/")), "the superuser may do everything");
    Files.setPosixFilePermissions(
        folder.resolve("writing"), PosixFilePermissions.fromString("r-x------"));

    assertThat(failure(() -> store.put(KEY, out -> {}))).isEqualTo("FOLDER_PERMISSION");
  }

  @Test
  void saysThatTheFolderIsAFile() throws IOException {
    var file = Files.writeString(place.resolve("file"), "");

    assertThatThrownBy(() -> opened(file)).isInstanceOf(PortFailure.class);
  }

  private Path draft(String name, Duration age) throws IOException {
    var file = Files.writeString(folder.resolve("writing").resolve(name), "half");
    return Files.setLastModifiedTime(file, FileTime.from(clock.instant().minus(age)));
  }

  private void everyCallFails(String code) {
    for (var call : CALLS) {
      assertThat(failure(() -> call.accept(store))).isEqualTo(code);
    }
  }

  private static String failure(Runnable call) {
    return catchThrowableOfType(PortFailure.class, call::run).error().code();
  }

  private FolderBackupStore opened(Path at) {
    return FolderBackupStore.open(new FolderSettings(at), clock, new SecureRandom());
  }
}
