package eu.eutlas.jobs;

import static eu.eutlas.jobs.Waiting.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.jobrunr.jobs.states.StateName;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Jobs alone bring EUTLAS's work to its end: its own queue stands still here. */
final class DriveOperationTest {
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  @TempDir Path folder;
  private JobStore store;
  private JobRunrJobs jobs;
  private MemoryEutlas memory;
  private JobRunrServer server;

  @BeforeEach
  void open() {
    store = new JobStore(folder);
    jobs = new JobRunrJobs(store.storage());
    memory = new MemoryEutlas(jobs);
    server = JobRunrServer.start(store.storage(), memory.eutlas(), "node-1");
  }

  @AfterEach
  void close() {
    server.close();
    memory.close();
    jobs.close();
    store.close();
  }

  @Test
  void sendsTheMailAndDrivesTheOperationToItsEndInOneVisibleJob() {
    memory.signUp();
    await().atMost(PATIENCE).until(() -> !memory.mailer().letters().isEmpty());
    memory.dataPlane().takes(2);
    memory.dataPlane().reachable(false);
    var ticket = memory.order("shop-db");
    var id = JobIds.of(ticket.operationId());

    await()
        .atMost(PATIENCE)
        .untilAsserted(() ->
            assertThat(store.job(id))
                .hasValueSatisfying(job ->
                    assertThat(JobStore.log(job))
                        .anyMatch(line -> line.contains("REGION_UNREACHABLE"))));
    memory.dataPlane().reachable(true);
    await().atMost(PATIENCE).until(() -> store.is(id, StateName.SUCCEEDED));

    var job = store.job(id).orElseThrow();
    assertThat(job.getJobName()).isEqualTo("Create cluster shop-db");
    assertThat(job.getLabels()).contains("succeeded");
    assertThat(job.getJobStates()).as("one run with the log of all").hasSize(3);
    assertThat(JobStore.progress(job)).isEqualTo(100);
    assertThat(JobStore.log(job))
        .contains("INFO Accepted.", "INFO The operation succeeded.")
        .anyMatch(line -> line.startsWith("WARN Attempt 1 of 30 failed at "))
        .doesNotHaveDuplicates();
    assertThat(store.count()).as("one job for the mail, one for the operation").isEqualTo(2);
  }
}
