package eu.eutlas.jobs;

import static eu.eutlas.jobs.Tickets.ticket;
import static eu.eutlas.jobs.Waiting.await;
import static org.assertj.core.api.Assertions.assertThat;

import eu.eutlas.application.operation.Jobs.OperationTicket;
import eu.eutlas.domain.operation.Operation;
import eu.eutlas.jobs.JobRunrServer.State;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jobrunr.jobs.Job;
import org.jobrunr.jobs.JobDetails;
import org.jobrunr.jobs.states.EnqueuedState;
import org.jobrunr.jobs.states.JobState;
import org.jobrunr.jobs.states.ProcessingState;
import org.jobrunr.jobs.states.StateName;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** JobRunr polls every 5 s, so these take their time. */
final class JobRunrServerTest {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final int ORDERS_A_SECOND = 4;

  @TempDir Path folder;
  private JobStore store;

  @BeforeEach
  void open() {
    store = new JobStore(folder);
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void takesUpAgainWhatDiedWithItsProcess() {
    var id = JobIds.of(ticket(1).operationId());
    var longAgo = Instant.now().minus(Duration.ofMinutes(1));
    var dead = new ProcessingState(UUID.randomUUID(), "dead", longAgo);
    var details = new JobDetails(DriveOperationRequest.of(ticket(1)));
    var history = List.<JobState>of(new EnqueuedState(longAgo), dead);
    store.storage().provider().save(new Job(id, 0, details, history, new ConcurrentHashMap<>()));

    try (var server = serve(new Looks(1))) {
      await().atMost(PATIENCE).until(() -> store.is(id, StateName.SUCCEEDED));
      assertThat(server.isHealthy()).isTrue();
    }
  }

  @Test
  void goesOnAfterARestart() {
    var id = JobIds.of(ticket(1).operationId());
    var first = serve(new Looks(Integer.MAX_VALUE));
    try (first;
        var jobs = new JobRunrJobs(store.storage())) {
      jobs.drive(ticket(1));
      await().atMost(PATIENCE).until(() -> store.is(id, StateName.SCHEDULED));
    }
    assertThat(first.state()).isEqualTo(State.CLOSED);
    store.close();

    store = new JobStore(folder);
    try (var second = serve(new Looks(1))) {
      await().atMost(PATIENCE).until(() -> store.is(id, StateName.SUCCEEDED));
      assertThat(second.isHealthy()).isTrue();
    }
    assertThat(JobStore.log(store.job(id).orElseThrow()))
        .containsExactly("INFO Waiting for the servers.", "INFO The operation succeeded.");
    assertThat(store.count()).isEqualTo(1);
  }

  @Test
  void comesBackAndLosesNothingWhenTheStoreWasGoneUnderLoad() {
    var outage = Duration.ofSeconds(Integer.getInteger("eutlas.outage", 20));
    var rounds = (int) outage.toSeconds() * ORDERS_A_SECOND;
    try (var jobs = new JobRunrJobs(store.storage());
        var server = serve(new Looks(2));
        var orders = new Orders(jobs)) {
      await().atMost(PATIENCE).until(server::isHealthy);
      var run = orders.start();
      await()
          .atMost(PATIENCE)
          .until(() -> store.storage().provider().countJobs(StateName.SCHEDULED) > 5);

      store.stop();
      await().atMost(outage).until(() -> server.state() == State.RECOVERING);
      var before = orders.placed();
      await().atMost(PATIENCE).until(() -> orders.placed() >= before + rounds);
      store.start();

      await().atMost(PATIENCE).until(server::isHealthy);
      run.cancel(false);
      var all = orders.stop();
      await().atMost(PATIENCE).untilAsserted(() -> assertThat(ended()).isEqualTo(all));
      assertThat(jobs.dropped()).isZero();
      assertThat(store.count()).isEqualTo(all);
    }
  }

  @Test
  void stopsInTimeAlsoWhenTheStoreIsGone() {
    var server = serve(new Looks(1));
    await().atMost(PATIENCE).until(server::isHealthy);
    store.stop();

    var began = System.nanoTime();
    server.close();

    assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(10));
  }

  @Test
  void letsARunEndBeforeItStops() throws InterruptedException {
    var begun = new CountDownLatch(1);
    var looks = new Looks(1);
    var serving = new AtomicReference<JobRunrServer>();
    try (var jobs = new JobRunrJobs(store.storage())) {
      var server =
          serve(ticket -> {
            begun.countDown();
            await().until(() -> serving.get().state() == State.CLOSED);
            return looks.apply(ticket);
          });
      serving.set(server);
      jobs.drive(ticket(1));
      begun.await();
      server.close();
    }

    assertThat(store.is(JobIds.of(ticket(1).operationId()), StateName.SUCCEEDED)).isTrue();
  }

  private JobRunrServer serve(Function<OperationTicket, Optional<Operation>> drive) {
    return JobRunrServer.start(
        store.storage(), "node-1", drive, ticket -> Optional.empty(), mail -> Optional.empty());
  }

  private long ended() {
    return store.storage().provider().countJobs(StateName.SUCCEEDED);
  }

  /** Operations at an even pace, as a busy platform has them. */
  private static final class Orders implements AutoCloseable {
    private final ScheduledExecutorService pace = Executors.newSingleThreadScheduledExecutor();
    private final AtomicInteger placed = new AtomicInteger();
    private final JobRunrJobs jobs;

    Orders(JobRunrJobs jobs) {
      this.jobs = jobs;
    }

    ScheduledFuture<?> start() {
      return pace.scheduleAtFixedRate(
          () -> jobs.drive(ticket(placed.incrementAndGet())),
          0,
          1_000 / ORDERS_A_SECOND,
          TimeUnit.MILLISECONDS);
    }

    int placed() {
      return placed.get();
    }

    /** How many were placed in all. */
    int stop() {
      close();
      return placed();
    }

    @Override
    public void close() {
      pace.close();
    }
  }
}
