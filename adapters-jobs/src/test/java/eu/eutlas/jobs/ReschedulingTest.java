package eu.eutlas.jobs;

import static eu.eutlas.jobs.Tickets.ticket;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.IntStream;
import org.jobrunr.jobs.states.StateName;
import org.junit.jupiter.api.Test;

final class ReschedulingTest {
  private final RunByHand run = new RunByHand(DriveOperationRequest.of(ticket(1)));

  @Test
  void makesOneJobOfManyRuns() {
    run.run(() -> {
      var first = run.runs().current();
      first.log().info("first");
      first.remember("step", "ONE");
      first.waitUntil(run.clock().instant().plusSeconds(7), "something");
    });
    assertThat(run.waitsFor()).isEqualTo("something PT7S");
    assertThat(run.job().getMetadata()).containsAllEntriesOf(Map.of("step", "ONE"));

    run.run(() -> {
      var second = run.runs().current();
      assertThat(second.recall("step", "")).isEqualTo("ONE");
      second.log().info("second");
      second.over("well");
    });
    assertThat(run.job().hasState(StateName.SUCCEEDED)).isTrue();
    assertThat(run.job().getLabels()).containsExactly("well");
    assertThat(run.job().getMetadata()).doesNotContainKey("step");
    assertThat(JobStore.log(run.job())).containsExactly("INFO first", "INFO second");
  }

  @Test
  void endsAJobThatSaysNothing() {
    run.run(() -> {});

    assertThat(run.job().hasState(StateName.SUCCEEDED)).isTrue();
  }

  @Test
  void takesUpAgainWhatDidNotEndWell() {
    run.fail("Orphaned job", new IllegalStateException("a"));
    assertThat(run.waitsFor()).isEqualTo("Run 1 did not end well: Orphaned job PT1S");

    run.fail("Orphaned job", new IllegalStateException("a"));
    assertThat(run.waitsFor()).isEqualTo("Run 2 did not end well: Orphaned job PT2S");
  }

  @Test
  void letsAJobFailThatNeverEndsWell() {
    IntStream.rangeClosed(1, Rescheduling.MAX_FAILURES)
        .forEach(number -> run.fail("A bug", new IllegalStateException("a")));
    assertThat(run.job().hasState(StateName.SCHEDULED)).isTrue();

    run.fail("A bug", new IllegalStateException("a"));

    assertThat(run.job().hasState(StateName.FAILED)).isTrue();
  }

  @Test
  void aRunThatFailsAfterAllDoesNotWait() {
    run.runs().current().waitUntil(run.clock().instant(), "something");
    run.fail("A bug", new IllegalStateException("a"));
    run.run(() -> {});

    assertThat(run.job().hasState(StateName.SUCCEEDED)).isTrue();
  }
}
