package eu.eutlas.jobs;

import static org.jobrunr.server.BackgroundJobServerConfiguration.usingStandardBackgroundJobServerConfiguration;

import java.time.Duration;
import java.util.List;
import org.jobrunr.server.JobActivator;
import org.jobrunr.server.configuration.BackgroundJobServerThreadType;
import org.jobrunr.server.configuration.DefaultBackgroundJobServerWorkerPolicy;

/** How a server of JobRunr is made here, each time anew and with an id of its own. */
record ServerRecipe(
    JobRunrStorage storage, String name, JobActivator handlers, Rescheduling rescheduling) {

  /** The shortest that JobRunr allows. */
  private static final Duration POLL = Duration.ofSeconds(5);

  private static final int WORKERS = 4;
  private static final Duration DRAIN = Duration.ofSeconds(5);
  private static final Duration KEEP_SUCCEEDED = Duration.ofHours(1);
  private static final Duration KEEP_DELETED = Duration.ofDays(1);

  WatchedServer build() {
    var configuration =
        usingStandardBackgroundJobServerConfiguration()
            .andName(name)
            .andPollInterval(POLL)
            .andBackgroundJobServerWorkerPolicy(
                new DefaultBackgroundJobServerWorkerPolicy(
                    WORKERS, BackgroundJobServerThreadType.PlatformThreads))
            .andInterruptJobsAwaitDurationOnStopBackgroundJobServer(DRAIN)
            .andDeleteSucceededJobsAfter(KEEP_SUCCEEDED)
            .andPermanentlyDeleteDeletedJobsAfter(KEEP_DELETED);
    var server = new WatchedServer(storage.provider(), storage.json(), handlers, configuration);
    server.setJobFilters(List.of(rescheduling));
    return server;
  }
}
