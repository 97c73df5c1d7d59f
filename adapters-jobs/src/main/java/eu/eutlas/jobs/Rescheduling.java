package eu.eutlas.jobs;

import eu.eutlas.domain.operation.Backoff;
import eu.eutlas.jobs.RunEnding.Over;
import eu.eutlas.jobs.RunEnding.Waiting;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.DoubleSupplier;
import java.util.stream.Stream;
import org.jobrunr.jobs.Job;
import org.jobrunr.jobs.filters.ElectStateFilter;
import org.jobrunr.jobs.filters.JobServerFilter;
import org.jobrunr.jobs.states.FailedState;
import org.jobrunr.jobs.states.JobState;
import org.jobrunr.jobs.states.SucceededState;

/**
 * Makes one job of many runs. A run that ended well with more to do would be SUCCEEDED: just before
 * that is written, the same job is scheduled again, in the same write, so that there is one job for
 * each operation and no thread waits.
 *
 * <p>JobRunr keeps one filter of this kind, the last, so this one stands in the place of its {@code
 * RetryFilter}. Switching retries off there would be wrong: a run that died with its process, or
 * was cut short by a stop, becomes FAILED too, and would never go on.
 */
final class Rescheduling implements ElectStateFilter, JobServerFilter {
  /** After so many failures a job stays FAILED, for people to see. */
  static final int MAX_FAILURES = 30;

  private final InstantSource clock;
  private final DoubleSupplier jitter;
  private final Map<UUID, RunEnding> endings = new ConcurrentHashMap<>();

  Rescheduling(InstantSource clock, DoubleSupplier jitter) {
    this.clock = clock;
    this.jitter = jitter;
  }

  /** Notes how the run that is under way ends. */
  void note(UUID job, RunEnding ending) {
    endings.put(job, ending);
  }

  @Override
  public void onStateElection(Job job, JobState newState) {
    if (newState instanceof SucceededState) {
      succeeded(job);
    } else if (newState instanceof FailedState failed) {
      failed(job, failed);
    }
  }

  @Override
  public void onProcessingFailed(Job job, Exception failure) {
    endings.remove(job.getId());
  }

  private void succeeded(Job job) {
    switch (endings.remove(job.getId())) {
      case Waiting waiting -> {
        // Succeeding has emptied the job's memory; its log and progress bars are kept.
        job.getMetadata().putAll(waiting.memory());
        job.scheduleAt(waiting.until(), waiting.reason());
      }
      case Over over ->
          job.setLabels(
              Stream.concat(job.getLabels().stream(), Stream.of(over.label())).distinct().toList());
      case null -> {
        // It is over, and has nothing to say.
      }
    }
  }

  private void failed(Job job, FailedState failed) {
    var failures = (int) job.getJobStatesOfType(FailedState.class).count();
    if (failures <= MAX_FAILURES) {
      var pause = Backoff.after(failures, jitter.getAsDouble());
      var reason = "Run %d did not end well: %s".formatted(failures, failed.getMessage());
      job.scheduleAt(clock.instant().plus(pause), reason);
    }
  }
}
