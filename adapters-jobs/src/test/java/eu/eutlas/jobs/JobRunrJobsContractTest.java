package eu.eutlas.jobs;

import static eu.eutlas.jobs.Waiting.await;

import eu.eutlas.application.mail.MailId;
import eu.eutlas.application.operation.Jobs;
import eu.eutlas.testkit.operation.JobsContract;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;
import org.jobrunr.jobs.states.StateName;
import org.jobrunr.storage.navigation.AmountRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("NullAway.Init") // the contract asks for a queue before each test
final class JobRunrJobsContractTest extends JobsContract {
  @TempDir Path folder;
  private final Deque<AutoCloseable> opened = new ArrayDeque<>();

  @Override
  protected Queue queue() {
    var store = open(new JobStore(folder.resolve("queue")));
    return new StoredQueue(store, open(new JobRunrJobs(store.storage())));
  }

  @Override
  protected Jobs jobsWithoutStore() {
    var store = open(new JobStore(folder.resolve("gone")));
    var jobs = open(new JobRunrJobs(store.storage()));
    store.stop();
    return jobs;
  }

  @AfterEach
  void close() throws Exception {
    while (!opened.isEmpty()) {
      opened.pop().close();
    }
  }

  private <T extends AutoCloseable> T open(T closeable) {
    opened.push(closeable);
    return closeable;
  }

  private record StoredQueue(JobStore store, JobRunrJobs jobs) implements Queue {
    private static final int MANY = 100;

    @Override
    public List<Jobs.OperationTicket> operations() {
      return requests(DriveOperationRequest.class).map(DriveOperationRequest::ticket).toList();
    }

    @Override
    public List<Jobs.BackupTicket> backups() {
      return requests(BackUpRequest.class).map(BackUpRequest::ticket).toList();
    }

    @Override
    public List<MailId> mails() {
      return requests(SendMailRequest.class).map(SendMailRequest::mail).toList();
    }

    private <T> Stream<T> requests(Class<T> type) {
      await().atMost(Duration.ofSeconds(20)).until(() -> jobs.waiting() == 0);
      return store
          .storage()
          .provider()
          .getJobList(StateName.ENQUEUED, new AmountRequest("updatedAt:ASC", MANY))
          .stream()
          .map(job -> job.getJobDetails().getJobParameterValues()[0])
          .filter(type::isInstance)
          .map(type::cast);
    }
  }
}
