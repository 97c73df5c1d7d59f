package eu.eutlas.jobs;

import eu.eutlas.application.Eutlas;
import eu.eutlas.application.mail.MailId;
import eu.eutlas.application.operation.Jobs.BackupTicket;
import eu.eutlas.application.operation.Jobs.OperationTicket;
import eu.eutlas.domain.backup.Backup;
import eu.eutlas.domain.operation.Backoff;
import eu.eutlas.domain.operation.Operation;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.DoubleSupplier;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Works on the jobs. JobRunr's own server stops for good when its store fails; this one looks after
 * it each second, and builds a new one when the store answers again.
 */
public final class JobRunrServer implements AutoCloseable {

  /** How it stands. */
  public enum State {
    /** Not known to the store yet. */
    STARTING,
    /** Takes jobs. */
    RUNNING,
    /** JobRunr's server stopped; a new one comes when the store answers. */
    RECOVERING,
    CLOSED
  }

  private static final Logger log = LoggerFactory.getLogger(JobRunrServer.class);
  private static final Duration STOP = Duration.ofSeconds(9);

  /** The longest wait between two attempts to recover is that after so many failures: 16 s. */
  private static final int LONGEST_BACKOFF = 5;

  private final JobRunrStorage storage;
  private final ServerRecipe recipe;
  private final DoubleSupplier jitter;
  private final ScheduledExecutorService supervisor =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("jobs-supervisor").daemon().factory());
  private volatile State state = State.STARTING;
  private @Nullable WatchedServer server;
  private int attempts;
  private long nextAttempt = System.nanoTime();

  private JobRunrServer(JobRunrStorage storage, ServerRecipe recipe, DoubleSupplier jitter) {
    this.storage = storage;
    this.recipe = recipe;
    this.jitter = jitter;
  }

  /**
   * Starts a server that drives the operations, follows the backups and sends the mails of this
   * EUTLAS. Returns at once; jobs are taken a few seconds later.
   *
   * @param name what the dashboard calls this server, such as the node's id; under 128 characters
   */
  public static JobRunrServer start(JobRunrStorage storage, Eutlas eutlas, String name) {
    return start(
        storage,
        name,
        ticket -> eutlas.operations().drive().handle(ticket),
        ticket -> eutlas.backups().follow().handle(ticket),
        mail -> eutlas.sendMail().handle(mail));
  }

  static JobRunrServer start(
      JobRunrStorage storage,
      String name,
      Function<OperationTicket, Optional<Operation>> drive,
      Function<BackupTicket, Optional<Backup>> follow,
      Function<MailId, Optional<Instant>> send) {
    var clock = InstantSource.system();
    DoubleSupplier jitter = new SecureRandom()::nextDouble;
    var rescheduling = new Rescheduling(clock, jitter);
    var runs = new JobRuns(rescheduling, clock, jitter);
    var handlers =
        new Handlers(
            new DriveOperationHandler(drive, runs),
            new BackUpHandler(follow, runs),
            new SendMailHandler(send, runs));
    var recipe = new ServerRecipe(storage, name, handlers, rescheduling);
    var started = new JobRunrServer(storage, recipe, jitter);
    var unused =
        started.supervisor.scheduleWithFixedDelay(started::lookAfter, 0, 1, TimeUnit.SECONDS);
    return started;
  }

  public State state() {
    return state;
  }

  /** Whether jobs are being taken, as seen at the last look, at most a few seconds ago. */
  public boolean isHealthy() {
    return state == State.RUNNING;
  }

  /**
   * Takes no more jobs, lets those under way end for up to 5 s, then interrupts them; what was
   * interrupted is taken up again by the next start. Returns within 10 s, also when the store is
   * gone. Repeatable.
   */
  @Override
  public void close() {
    var last = closeOnce();
    supervisor.shutdownNow();
    if (last != null) {
      var stopping = Thread.ofPlatform().name("jobs-stop").daemon().start(last::retire);
      try {
        if (!stopping.join(STOP)) {
          log.warn("JobRunr's server does not stop within {}; leaving it behind.", STOP);
        }
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private synchronized @Nullable WatchedServer closeOnce() {
    var last = server;
    state = State.CLOSED;
    server = null;
    return last;
  }

  private void lookAfter() {
    try {
      var watched = watched();
      if (watched == null) {
        recover();
      } else if (!watched.isAlive()) {
        log.warn("JobRunr's server has stopped; a new one comes when the store answers.");
        lose(watched);
      } else if (state != State.RUNNING && watched.isAnnounced()) {
        attempts = 0;
        become(State.RUNNING);
        log.info("JobRunr's server takes jobs.");
      }
    } catch (RuntimeException failure) {
      log.warn("The jobs' server was not looked after this time.", failure);
    }
  }

  private void lose(WatchedServer dead) {
    forget();
    become(State.RECOVERING);
    dead.retire();
  }

  private void recover() {
    if (nextAttempt - System.nanoTime() > 0) {
      return;
    }
    attempts = Math.min(attempts + 1, LONGEST_BACKOFF);
    nextAttempt = System.nanoTime() + Backoff.after(attempts, jitter.getAsDouble()).toNanos();
    if (storage.answers()) {
      build();
    }
  }

  private synchronized @Nullable WatchedServer watched() {
    return server;
  }

  private synchronized void forget() {
    server = null;
  }

  private synchronized void become(State next) {
    if (state != State.CLOSED) {
      state = next;
    }
  }

  private synchronized void build() {
    if (state != State.CLOSED) {
      var fresh = recipe.build();
      server = fresh;
      fresh.start();
    }
  }
}
