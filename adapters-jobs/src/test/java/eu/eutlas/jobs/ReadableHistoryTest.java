package eu.eutlas.jobs;

import static eu.eutlas.jobs.Tickets.ticket;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.jobrunr.jobs.Job;
import org.jobrunr.jobs.states.JobState;
import org.jobrunr.jobs.states.StateName;
import org.junit.jupiter.api.Test;

final class ReadableHistoryTest {
  private final RunByHand run = new RunByHand(DriveOperationRequest.of(ticket(1)));

  @Test
  void showsOneRunWithTheLogOfAll() {
    look(1);
    var began = run.job().getJobState(1).getCreatedAt();
    IntStream.rangeClosed(2, 12).forEach(this::look);
    var job = ReadableHistory.of(run.job()).orElseThrow();

    assertThat(job.getJobState(1).getCreatedAt()).isEqualTo(began);
    assertThat(states(job))
        .containsExactly(StateName.ENQUEUED, StateName.PROCESSING, StateName.SCHEDULED);
    assertThat(JobStore.log(job))
        .containsExactlyElementsOf(
            IntStream.rangeClosed(1, 12).mapToObj(look -> "INFO look " + look).toList());
    assertThat(JobStore.progress(job)).isEqualTo(12);
    assertThat(job.getMetadata())
        .containsOnlyKeys("look", "jobRunrDashboardLog-2", "jobRunrDashboardProgressBar-2");
  }

  @Test
  void isTheSameJobInAllElse() {
    look(1);
    run.job().setJobName("Create cluster shop-db");
    run.job().setLabels(List.of("one", "two"));
    var before = run.job();
    var after = ReadableHistory.of(before).orElseThrow();

    assertThat(after.getId()).isEqualTo(before.getId());
    assertThat(after.getVersion()).isEqualTo(before.getVersion());
    assertThat(after.getJobName()).isEqualTo(before.getJobName());
    assertThat(after.getLabels()).isEqualTo(before.getLabels());
    assertThat(after.getJobDetails()).isEqualTo(before.getJobDetails());
    assertThat(after.getJobSignature()).isEqualTo(before.getJobSignature());
    assertThat(after.getCreatedAt()).isEqualTo(before.getCreatedAt());
  }

  @Test
  void keepsTheEnd() {
    look(1);
    run.run(() -> run.runs().current().log().info("over"));

    var job = ReadableHistory.of(run.job()).orElseThrow();

    assertThat(states(job))
        .containsExactly(StateName.ENQUEUED, StateName.PROCESSING, StateName.SUCCEEDED);
    assertThat(JobStore.log(job)).containsExactly("INFO look 1", "INFO over");
  }

  @Test
  void hidesNoFailure() {
    run.fail("Orphaned job", new IllegalStateException("a"));

    assertThat(ReadableHistory.of(run.job())).isEmpty();
  }

  private void look(int number) {
    run.run(() -> {
      var look = run.runs().current();
      look.log().info("look " + number);
      look.progress(number);
      look.remember("look", number);
      look.waitUntil(run.clock().instant(), "something");
    });
  }

  private static List<StateName> states(Job job) {
    return job.getJobStates().stream().map(JobState::getName).toList();
  }
}
