package eu.eutlas.jobs;

import static org.jobrunr.jobs.context.JobDashboardLogger.JOBRUNR_LOG_KEY;
import static org.jobrunr.jobs.context.JobDashboardProgressBar.JOBRUNR_PROGRESSBAR_KEY;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jobrunr.jobs.Job;
import org.jobrunr.jobs.context.JobDashboardLogger.JobDashboardLogLines;
import org.jobrunr.jobs.states.JobState;
import org.jobrunr.jobs.states.ProcessingState;
import org.jobrunr.jobs.states.StateName;

/**
 * The history of a job of many runs, as people want to read it: when it came, its first run with
 * the log of all of them, and what it waits for or how it ended. JobRunr keeps four states for each
 * run, and shows the log of each behind a fold of its own.
 */
final class ReadableHistory {
  /** JobRunr ends the names of a run's log and progress bar with the place of the run, from 1. */
  private static final String PLACE = "-2";

  private ReadableHistory() {}

  /** The same job with a shorter history; absent unless its last run has just ended well. */
  static Optional<Job> of(Job job) {
    return hasRunWell(job) ? Optional.of(shortened(job)) : Optional.empty();
  }

  private static boolean hasRunWell(Job job) {
    return job.hasState(StateName.SUCCEEDED)
        || (job.hasState(StateName.SCHEDULED)
            && job.getJobStates().size() > 1
            && job.getJobState(-2).getName() == StateName.SUCCEEDED);
  }

  private static Job shortened(Job job) {
    // The page counts the log's times from the start of the run that it stands behind.
    var run = job.getJobStatesOfType(ProcessingState.class).findFirst();
    var history =
        Stream.of(Stream.of(job.getJobState(0)), run.stream(), Stream.of(job.getJobState(-1)))
            .<JobState>flatMap(states -> states)
            .toList();
    var shortened =
        new Job(job.getId(), job.getVersion(), job.getJobDetails(), history, metadata(job));
    shortened.setJobName(job.getJobName());
    shortened.setLabels(job.getLabels());
    return shortened;
  }

  private static ConcurrentMap<String, Object> metadata(Job job) {
    var metadata = new ConcurrentHashMap<>(job.getMetadata());
    var logs = take(metadata, JOBRUNR_LOG_KEY);
    if (!logs.isEmpty()) {
      metadata.put(JOBRUNR_LOG_KEY + PLACE, joined(logs));
    }
    var bars = take(metadata, JOBRUNR_PROGRESSBAR_KEY);
    if (!bars.isEmpty()) {
      metadata.put(JOBRUNR_PROGRESSBAR_KEY + PLACE, bars.getLast());
    }
    return metadata;
  }

  /** Takes out what belongs to runs, in the order of the runs. */
  private static List<Object> take(Map<String, Object> metadata, String name) {
    var keys =
        metadata.keySet().stream()
            .filter(key -> key.startsWith(name + "-"))
            .sorted(Comparator.comparingInt(key -> place(key)))
            .toList();
    return keys.stream().map(metadata::remove).toList();
  }

  private static int place(String key) {
    return Integer.parseInt(key.substring(key.lastIndexOf('-') + 1));
  }

  private static JobDashboardLogLines joined(List<Object> logs) {
    return new JobDashboardLogLines(
        logs.stream()
            .map(JobDashboardLogLines.class::cast)
            .flatMap(log -> log.getLogLines().stream())
            .collect(Collectors.toCollection(ConcurrentLinkedQueue::new)));
  }
}
