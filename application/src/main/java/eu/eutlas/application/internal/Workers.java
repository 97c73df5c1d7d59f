package eu.eutlas.application.internal;

import eu.eutlas.application.LogContext;
import eu.eutlas.application.Telemetry;
import eu.eutlas.application.mail.SendMail;
import eu.eutlas.application.operation.ReconcileQueue;
import eu.eutlas.application.operation.ReconcileQueue.Lane;
import eu.eutlas.application.operation.Work;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does what the queue holds, several pieces at once. */
public final class Workers implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Workers.class);
  private static final Duration AFTER_FAILURE = Duration.ofSeconds(2);
  private static final Duration DRAIN = Duration.ofSeconds(10);

  private final ReconcileQueue queue;
  private final Reconciler reconciler;
  private final Relay relay;
  private final BackupWork backups;
  private final SendMail sendMail;
  private final Telemetry telemetry;
  private final InstantSource clock;
  private final List<Thread> threads = new ArrayList<>();

  public Workers(
      ReconcileQueue queue,
      Reconciler reconciler,
      Relay relay,
      BackupWork backups,
      SendMail sendMail,
      Telemetry telemetry,
      InstantSource clock) {
    this.queue = queue;
    this.reconciler = reconciler;
    this.relay = relay;
    this.backups = backups;
    this.sendMail = sendMail;
    this.telemetry = telemetry;
    this.clock = clock;
  }

  /**
   * Starts the threads.
   *
   * @param name what their names begin with
   */
  public void start(String name, int count) {
    for (var i = 1; i <= count; i++) {
      threads.add(Thread.ofPlatform().name(name + "-" + i).daemon().start(this::run));
    }
  }

  /**
   * Does one piece of work that was taken from the queue, as the threads do; simulations and tests
   * call it by hand.
   */
  public void work(ReconcileQueue.Taken taken) {
    LogContext.during(taken.context(), () -> perform(taken));
  }

  private void perform(ReconcileQueue.Taken taken) {
    telemetry.started(taken.work().kind(), taken.waited());
    var start = clock.instant();
    var well = false;
    try {
      perform(taken.work(), taken.asked());
      well = true;
    } catch (RuntimeException e) {
      // The top of the loop: whatever it was, the work stays wanted and the thread goes on.
      log.warn("{} failed and is tried again.", taken.work(), e);
      queue.later(taken.work(), clock.instant().plus(AFTER_FAILURE), Lane.BACKGROUND);
    } finally {
      queue.done(taken.work());
      telemetry.ended(taken.work().kind(), well, Duration.between(start, clock.instant()));
    }
  }

  private void perform(Work work, boolean asked) {
    switch (work) {
      case Work.Pass(var cluster) when asked -> reconciler.pass(cluster);
      case Work.Pass(var cluster) -> reconciler.passIfDue(cluster);
      case Work.Send(var mail) -> sendMail.handle(mail).ifPresent(at -> again(work, at));
      case Work.RelayOrganization(var organization) -> relay.organization(organization);
      case Work.RelayProject(var project) -> relay.project(project);
      case Work.RelayCluster(var cluster) -> relay.cluster(cluster);
      case Work.RelayBackup(var backup) -> relay.backup(backup);
      case Work.RestoreData(var cluster) ->
          backups.restore(cluster).ifPresent(at -> again(work, at));
      case Work.ScheduleBackup(var cluster) -> backups.schedule(cluster);
      case Work.TendBackup(var backup) -> backups.tend(backup).ifPresent(at -> again(work, at));
      case Work.ProveBackup(var backup) -> backups.prove(backup).ifPresent(at -> again(work, at));
      case Work.TakeBackup(var backup) -> backups.take(backup).ifPresent(at -> again(work, at));
    }
  }

  private void again(Work work, Instant at) {
    queue.later(work, at, Lane.BACKGROUND);
  }

  private void run() {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        work(queue.take());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * Lets what is under way come to its end, for a while; what is cut off is done again after the
   * next start.
   */
  @Override
  public void close() {
    threads.forEach(Thread::interrupt);
    var end = clock.instant().plus(DRAIN);
    for (var thread : threads) {
      try {
        if (!thread.join(Duration.between(clock.instant(), end))) {
          log.warn("{} did not end in time.", thread.getName());
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }
}
