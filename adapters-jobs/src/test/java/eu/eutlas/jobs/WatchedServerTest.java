package eu.eutlas.jobs;

import static eu.eutlas.jobs.Waiting.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class WatchedServerTest {
  @TempDir Path folder;

  @Test
  void staysDownOnceItIsRetired() {
    var rescheduling = new Rescheduling(InstantSource.system(), () -> 0);
    var runs = new JobRuns(rescheduling, InstantSource.system(), () -> 0);
    var handlers =
        new Handlers(
            new DriveOperationHandler(ticket -> Optional.empty(), runs),
            new BackUpHandler(ticket -> Optional.empty(), runs),
            new SendMailHandler(mail -> Optional.empty(), runs));
    try (var store = new JobStore(folder)) {
      var server = new ServerRecipe(store.storage(), "node-1", handlers, rescheduling).build();

      server.start();
      await().atMost(Duration.ofSeconds(60)).until(server::isAnnounced);
      assertThat(server.isAlive()).isTrue();

      server.retire();
      server.start();
      assertThat(server.isAlive()).isFalse();
    }
  }
}
