package eu.eutlas.jobs;

import eu.eutlas.application.PortFailure;
import eu.eutlas.domain.operation.Backoff;
import eu.eutlas.jobs.RunEnding.Over;
import eu.eutlas.jobs.RunEnding.Waiting;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.function.DoubleSupplier;
import org.jobrunr.jobs.context.JobContext;
import org.jobrunr.jobs.context.JobDashboardLogger;

/** One run of a job: its log and progress bar, what earlier runs remembered, and how it ends. */
final class JobRun {
  private static final String OUTAGES = "outages";
  private static final Duration SHORTEST_WAIT = Duration.ofSeconds(5);
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);
  private static final int SHARE_OF_AGE = 8;
  private static final long ALL = 100;

  private final JobContext context;
  private final Rescheduling rescheduling;
  private final InstantSource clock;
  private final DoubleSupplier jitter;
  private final Map<String, Object> memory;

  JobRun(
      JobContext context, Rescheduling rescheduling, InstantSource clock, DoubleSupplier jitter) {
    this.context = context;
    this.rescheduling = rescheduling;
    this.clock = clock;
    this.jitter = jitter;
    this.memory = new HashMap<>(context.getMetadata());
  }

  JobDashboardLogger log() {
    return context.logger();
  }

  void progress(int percent) {
    context.progressBar(ALL).setProgress(percent);
  }

  String recall(String name, String otherwise) {
    return memory.getOrDefault(name, otherwise).toString();
  }

  int recall(String name, int otherwise) {
    return memory.getOrDefault(name, otherwise) instanceof Number number
        ? number.intValue()
        : otherwise;
  }

  void remember(String name, Object textOrNumber) {
    memory.put(name, textOrNumber);
  }

  /**
   * When to look again by the job's age: soon at first, then ever more seldom, so that the history
   * that JobRunr writes with each run stays short.
   */
  Instant nextLook() {
    var now = clock.instant();
    var share = Duration.between(context.getCreatedAt(), now).dividedBy(SHARE_OF_AGE);
    var atLeast = share.compareTo(SHORTEST_WAIT) < 0 ? SHORTEST_WAIT : share;
    return now.plus(atLeast.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : atLeast);
  }

  /** Ends the run: the job waits. */
  void waitUntil(Instant until, String reason) {
    memory.remove(OUTAGES);
    rescheduling.note(context.getJobId(), new Waiting(until, reason, memory));
  }

  /** Ends the run and the job. */
  void over(String label) {
    rescheduling.note(context.getJobId(), new Over(label));
  }

  /** Ends the run because something outside failed: the job comes again, however often it takes. */
  void outage(PortFailure failure) {
    var outages = recall(OUTAGES, 0) + 1;
    var error = failure.error();
    log().warn("%s (%s)".formatted(error.message(), error.code()));
    memory.put(OUTAGES, outages);
    var until = clock.instant().plus(Backoff.after(outages, jitter.getAsDouble()));
    rescheduling.note(context.getJobId(), new Waiting(until, error.message(), memory));
  }
}
