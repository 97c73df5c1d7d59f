package eu.eutlas.jobs;

import eu.eutlas.domain.Secret;
import eu.eutlas.embeddedmongo.AdminCredentials;
import eu.eutlas.embeddedmongo.EmbeddedMongo;
import eu.eutlas.embeddedmongo.EmbeddedMongoOptions;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jobrunr.jobs.Job;
import org.jobrunr.jobs.context.JobDashboardLogger.JobDashboardLogLine;
import org.jobrunr.jobs.context.JobDashboardLogger.JobDashboardLogLines;
import org.jobrunr.jobs.context.JobDashboardProgressBar.JobDashboardProgress;
import org.jobrunr.jobs.states.StateName;
import org.jobrunr.storage.JobNotFoundException;

/** An embedded MongoDB with the jobs' storage on it, which can be stopped and started again. */
final class JobStore implements AutoCloseable {
  static final String DATABASE = "eutlas_jobs";
  private static final AdminCredentials ADMIN =
      new AdminCredentials("admin", "a-password-of-tests");

  private final Path folder;
  private EmbeddedMongo mongo;
  private final JobRunrStorage storage;

  JobStore(Path folder) {
    this.folder = folder;
    this.mongo = EmbeddedMongo.start(folder, ADMIN);
    this.storage = JobRunrStorage.open(connectionString(), DATABASE);
  }

  JobRunrStorage storage() {
    return storage;
  }

  Secret connectionString() {
    return new Secret(mongo.connectionString(ADMIN));
  }

  /** Takes the store away. */
  void stop() {
    mongo.close();
  }

  /** Brings it back: same folder, same port. */
  void start() {
    mongo =
        EmbeddedMongo.start(folder, ADMIN, EmbeddedMongoOptions.defaults().onPort(mongo.port()));
  }

  Optional<Job> job(UUID id) {
    try {
      return Optional.of(storage.provider().getJobById(id));
    } catch (JobNotFoundException unknown) {
      return Optional.empty();
    }
  }

  boolean is(UUID id, StateName state) {
    return job(id).filter(job -> job.hasState(state)).isPresent();
  }

  long count() {
    return Stream.of(StateName.values()).mapToLong(storage.provider()::countJobs).sum();
  }

  /** What the dashboard shows below the job, over all its runs. */
  static List<String> log(Job job) {
    return job.getMetadata().values().stream()
        .filter(JobDashboardLogLines.class::isInstance)
        .map(JobDashboardLogLines.class::cast)
        .flatMap(lines -> lines.getLogLines().stream())
        .sorted(Comparator.comparing(JobDashboardLogLine::getLogInstant))
        .map(line -> line.getLevel() + " " + line.getLogMessage())
        .toList();
  }

  static int progress(Job job) {
    return job.getMetadata().entrySet().stream()
        .filter(entry -> entry.getValue() instanceof JobDashboardProgress)
        .max(Comparator.comparingInt(entry -> runOf(entry.getKey())))
        .map(entry -> ((JobDashboardProgress) entry.getValue()).getProgressAsPercentage())
        .orElse(0);
  }

  /** JobRunr ends the names of what belongs to a run with the run's number. */
  private static int runOf(String key) {
    return Integer.parseInt(key.substring(key.lastIndexOf('-') + 1));
  }

  @Override
  public void close() {
    storage.close();
    mongo.close();
  }
}
