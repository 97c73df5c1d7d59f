package eu.eutlas.jobs;

import static org.jobrunr.scheduling.JobBuilder.aJob;

import eu.eutlas.application.mail.MailId;
import eu.eutlas.application.operation.Jobs;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jobrunr.scheduling.JobBuilder;
import org.jobrunr.scheduling.JobRequestScheduler;
import org.jobrunr.storage.StorageException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hints become jobs of JobRunr. A call only puts the hint in line, and one thread of ours writes
 * the line to the store: whoever calls never waits for the store. While the store is gone the line
 * grows, up to 10,000 hints; what comes then is dropped and counted, and a warning says so. An id
 * that JobRunr still knows is skipped, finished jobs included until they are cleaned up.
 */
public final class JobRunrJobs implements Jobs, AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(JobRunrJobs.class);
  private static final int ROOM = 10_000;
  private static final Duration RETRY = Duration.ofSeconds(1);
  private static final Duration DRAIN = Duration.ofSeconds(5);

  private final JobRequestScheduler scheduler;
  private final AtomicInteger waiting = new AtomicInteger();
  private final AtomicLong dropped = new AtomicLong();
  private final ThreadPoolExecutor line;

  /** Starts the thread that writes; {@link #close()} ends it. */
  public JobRunrJobs(JobRunrStorage storage) {
    this(storage, ROOM);
  }

  JobRunrJobs(JobRunrStorage storage, int room) {
    this.scheduler = new JobRequestScheduler(storage.provider());
    this.line =
        new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(room),
            Thread.ofPlatform().name("jobs-hints").daemon().factory(),
            (hint, full) -> drop());
  }

  @Override
  public void drive(OperationTicket ticket) {
    var request = DriveOperationRequest.of(ticket);
    queue(
        JobIds.of(ticket.operationId()),
        aJob().withName(request.title()).withLabels(request.labels()).withJobRequest(request));
  }

  @Override
  public void backUp(BackupTicket ticket) {
    var request = BackUpRequest.of(ticket);
    queue(
        JobIds.of(ticket.backupId()),
        aJob().withName(request.title()).withLabels(request.labels()).withJobRequest(request));
  }

  @Override
  public void send(MailId mail) {
    var request = SendMailRequest.of(mail);
    queue(JobIds.of(mail), aJob().withName(request.title()).withJobRequest(request));
  }

  /** Hints that are not written yet. */
  public int waiting() {
    return waiting.get();
  }

  /** Hints that were lost: too many waited, or the store was gone when this was closed. */
  public long dropped() {
    return dropped.get();
  }

  /** Takes no more hints, and writes for up to 5 s those that wait. Repeatable. */
  @Override
  public void close() {
    line.shutdown();
    try {
      if (!line.awaitTermination(DRAIN.toSeconds(), TimeUnit.SECONDS)) {
        line.shutdownNow().forEach(hint -> drop());
        line.awaitTermination(DRAIN.toSeconds(), TimeUnit.SECONDS);
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void queue(UUID id, JobBuilder job) {
    waiting.incrementAndGet();
    line.execute(() -> write(job.withId(id)));
  }

  private void write(JobBuilder job) {
    while (!Thread.currentThread().isInterrupted()) {
      try {
        scheduler.create(job);
        waiting.decrementAndGet();
        return;
      } catch (StorageException failure) {
        log.warn("A job was not written; {} wait: {}", waiting(), failure.toString());
        pause();
      }
    }
    drop();
  }

  private static void pause() {
    try {
      Thread.sleep(RETRY);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void drop() {
    waiting.decrementAndGet();
    var count = dropped.incrementAndGet();
    // The 1st, 2nd, 4th, 8th …: enough to be seen, too few to be a flood.
    if (Long.bitCount(count) == 1) {
      log.warn("{} hints dropped so far: their jobs are not shown, sweeps do the work.", count);
    }
  }
}
