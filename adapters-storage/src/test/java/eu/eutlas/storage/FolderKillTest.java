package eu.eutlas.storage;

import static org.assertj.core.api.Assertions.assertThat;

import eu.eutlas.application.backup.BackupStore.Range;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

final class FolderKillTest {
  @TempDir Path folder;

  @Test
  @Timeout(60)
  void listsNothingThatAKilledProcessLeftUnfinished() throws Exception {
    killInTheMiddle();

    var store =
        FolderBackupStore.open(new FolderSettings(folder), Clock.systemUTC(), new SecureRandom());
    assertThat(store.list("", Optional.empty(), 10))
        .extracting(stored -> stored.key())
        .containsExactly(KilledWriter.WHOLE, KilledWriter.REPLACED);
    KilledWriter.SAMPLE.assertIn(store.get(KilledWriter.WHOLE, Range.ALL), 0);
    KilledWriter.SAMPLE.assertIn(store.get(KilledWriter.REPLACED, Range.ALL), 0);
    try (var drafts = Files.list(folder.resolve("writing"))) {
      assertThat(drafts).as("what was killed was being written").hasSize(2);
    }
  }

  private void killInTheMiddle() throws IOException, InterruptedException {
    var child =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                KilledWriter.class.getName(),
                folder.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (var said = child.inputReader()) {
      assertThat(said.readLine()).isEqualTo(KilledWriter.IN_THE_MIDDLE);
    } finally {
      child.destroyForcibly().waitFor();
    }
  }
}
