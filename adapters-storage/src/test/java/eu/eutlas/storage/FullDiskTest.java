package eu.eutlas.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import eu.eutlas.application.PortFailure;
import eu.eutlas.application.backup.BackupStore.Range;
import eu.eutlas.application.backup.ObjectKey;
import eu.eutlas.testkit.backup.SampleBytes;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On a file system of one megabyte, where one can be mounted. */
final class FullDiskTest {
  private static final ObjectKey SMALL = new ObjectKey("small");
  private static final ObjectKey LARGE = new ObjectKey("large");
  private static final SampleBytes SAMPLE = new SampleBytes(1, 1_000);

  @TempDir Path disk;
  private boolean mounted;

  @BeforeEach
  void mount() throws IOException, InterruptedException {
    mounted = run("mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", disk.toString());
    assumeTrue(mounted, "no file system can be mounted here");
  }

  @AfterEach
  void unmount() throws IOException, InterruptedException {
    if (mounted) {
      run("umount", disk.toString());
    }
  }

  @Test
  void saysThatTheDiskIsFullAndGivesBackWhatItTook() throws IOException {
    var store = open();
    store.put(SMALL, SAMPLE.content());

    var thrown =
        catchThrowableOfType(
            PortFailure.class, () -> store.put(LARGE, new SampleBytes(2, 5_000_000).content()));

    assertThat(thrown.error().code()).isEqualTo("FOLDER_FULL");
    assertThat(store.list("", Optional.empty(), 10)).hasSize(1);
    store.put(LARGE, SAMPLE.content());
    SAMPLE.assertIn(store.get(LARGE, Range.ALL), 0);
  }

  @Test
  void keepsNothingOfAContentThatHidTheFullDisk() {
    var store = open();

    var thrown =
        catchThrowableOfType(
            PortFailure.class,
            () ->
                store.put(
                    LARGE,
                    out -> {
                      try {
                        new SampleBytes(2, 5_000_000).write(out, 5_000_000);
                      } catch (IOException e) {
                        assertThat(e).isNotNull();
                      }
                    }));

    assertThat(thrown.error().code()).isEqualTo("FOLDER_FULL");
    assertThat(store.stat(LARGE)).isEmpty();
  }

  @Test
  void saysThatTheDiskIsReadOnly() throws IOException, InterruptedException {
    var store = open();
    run("mount", "-o", "remount,ro", disk.toString());

    var thrown = catchThrowableOfType(PortFailure.class, () -> store.put(SMALL, SAMPLE.content()));

    assertThat(thrown.error().code()).isEqualTo("FOLDER_READ_ONLY");
  }

  private FolderBackupStore open() {
    return FolderBackupStore.open(new FolderSettings(disk), Clock.systemUTC(), new SecureRandom());
  }

  private static boolean run(String... command) throws IOException, InterruptedException {
    try {
      return new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException e) {
      return false;
    }
  }
}
