package eu.eutlas.application.internal;

import eu.eutlas.application.Ids;
import eu.eutlas.application.PortFailure;
import eu.eutlas.application.Ports;
import eu.eutlas.application.cluster.DataPlane;
import eu.eutlas.application.cluster.RegionHealth;
import eu.eutlas.application.cluster.RegionMaintenance;
import eu.eutlas.application.installation.Findings;
import eu.eutlas.application.installation.InstallationPause;
import eu.eutlas.application.mail.SendMail;
import eu.eutlas.application.operation.ReconcileQueue;
import eu.eutlas.application.operation.Work;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Assembles what runs without anybody asking, starts it and stops it. */
public final class Machinery implements AutoCloseable {
  private static final Duration SWEEP = Duration.ofSeconds(15);
  private static final Duration RESYNC = Duration.ofSeconds(30);
  private static final Duration FORGET = Duration.ofHours(1);

  private final Ports ports;
  private final ReconcileQueue queue;
  private final ReconcileQueue longWork;
  private final EventTail tail;
  private final InstallationPause pause;
  private final ClockCheck clockCheck;
  private final Reconciler reconciler;
  private final Sweeps sweeps;
  private final StoreSweep storeSweep;
  private final Reservations reservations;
  private final Resync resync;
  private final Workers workers;
  private final Workers longWorkers;
  private final Timers timers;
  private final List<DataPlane.Watch> watches = new ArrayList<>();

  public Machinery(
      Ports ports,
      ReconcileQueue queue,
      ReconcileQueue longWork,
      EventTail tail,
      SendMail sendMail,
      RegionHealth health,
      RegionMaintenance maintenance,
      InstallationPause pause,
      Findings findings,
      Ids ids) {
    var stores = ports.stores();
    InstantSource clock = ports.clock();
    var planes =
        ports.dataPlanes().stream()
            .collect(Collectors.toMap(DataPlane::region, Function.identity()));
    this.ports = ports;
    this.queue = queue;
    this.longWork = longWork;
    this.tail = tail;
    this.pause = pause;
    this.clockCheck = new ClockCheck(stores.leases(), clock);
    this.reconciler =
        new Reconciler(
            new PassLeases(stores.leases(), ports.node(), clock),
            stores.clusters(),
            new ClusterSlots(stores.projects()),
            new Outside(Map.copyOf(planes), ports.tenantDatabase(), ports.security().sealer()),
            new HeldUp(pause, maintenance, ports.settings().deadlines()),
            queue,
            longWork,
            ports.settings().retries(),
            clockCheck,
            ids,
            clock);
    var relay =
        new Relay(
            stores.organizations(),
            stores.projects(),
            stores.clusters(),
            stores.backups(),
            stores.operations(),
            stores.events(),
            new ProjectSlots(stores.organizations()),
            tail,
            new BackupMails(ports, queue));
    this.sweeps =
        new Sweeps(stores, List.copyOf(planes.keySet()), ports.jobs(), queue, longWork, clock);
    this.storeSweep =
        new StoreSweep(ports.backups().store(), stores.backups(), ports.telemetry(), clock);
    this.reservations =
        new Reservations(stores.organizations(), stores.projects(), stores.clusters(), clock);
    this.resync =
        new Resync(
            stores.clusters(),
            queue,
            health,
            maintenance,
            pause,
            new UnknownFinds(stores.unknownResources(), stores.clusters(), stores.backups(), clock),
            findings,
            clock);
    var backups = new BackupWork(ports, planes.keySet(), maintenance, pause, queue, longWork, ids);
    this.workers =
        new Workers(queue, reconciler, relay, backups, sendMail, ports.telemetry(), clock);
    this.longWorkers =
        new Workers(longWork, reconciler, relay, backups, sendMail, ports.telemetry(), clock);
    this.timers = new Timers(ids);
  }

  public Reconciler reconciler() {
    return reconciler;
  }

  public boolean isClockTrusted() {
    return clockCheck.isTrusted();
  }

  /**
   * Looks at the clocks, then starts workers, watches and timers: a node whose clock is off does
   * not take a single lease. What was left unfinished is found by the first sweep, at once.
   *
   * @throws PortFailure when the store cannot be asked for its time; nothing was started
   */
  public void start() {
    clockCheck.check();
    workers.start("eutlas-worker", ports.settings().workers());
    longWorkers.start("eutlas-long", ports.settings().longWork().workers());
    listen();
    for (var plane : ports.dataPlanes()) {
      timers.every(RESYNC, "resync of " + plane.region(), () -> resync.run(plane));
    }
    timers.every(SWEEP, "sweep", this::sweep);
    timers.every(FORGET, "forget", unlessPaused(sweeps::forget));
    timers.every(FORGET, "sweep of the store of backups", unlessPaused(storeSweep::round));
    timers.every(EventTail.pace(), "event tail", tail::poll);
  }

  /** Listens to the data planes, until it is closed. */
  public void listen() {
    for (var plane : ports.dataPlanes()) {
      watches.add(plane.watch(id -> queue.signal(new Work.Pass(id))));
    }
  }

  /** One round of the safety nets. */
  public void sweep() {
    clockCheck.check();
    sweeps.due();
    unlessPaused(reservations::sweep).run();
  }

  /** One walk through all regions. */
  public void resync() {
    ports.dataPlanes().forEach(resync::run);
  }

  /** Forgets what has had its time. */
  public void forget() {
    unlessPaused(sweeps::forget).run();
    unlessPaused(storeSweep::round).run();
  }

  /** A paused installation ends, forgets and removes nothing. */
  private Runnable unlessPaused(Runnable round) {
    return () -> {
      if (!pause.isOn()) {
        round.run();
      }
    };
  }

  /** Does one piece of work that is due, by hand. Returns whether there was one. */
  public boolean workOnce() {
    return workOnce(queue, workers) || workOnce(longWork, longWorkers);
  }

  private static boolean workOnce(ReconcileQueue queue, Workers workers) {
    var taken = queue.poll();
    taken.ifPresent(workers::work);
    return taken.isPresent();
  }

  /** Stops in the reverse order of the start. */
  @Override
  public void close() {
    timers.close();
    watches.forEach(DataPlane.Watch::close);
    tail.close();
    longWorkers.close();
    workers.close();
  }
}
