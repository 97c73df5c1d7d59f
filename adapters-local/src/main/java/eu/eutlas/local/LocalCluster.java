package eu.eutlas.local;

import eu.eutlas.application.LogContext;
import eu.eutlas.application.PortFailure;
import eu.eutlas.application.cluster.DataPlane.Order;
import eu.eutlas.domain.cluster.ClusterId;
import eu.eutlas.domain.cluster.ClusterObservation;
import eu.eutlas.domain.cluster.Endpoint;
import eu.eutlas.domain.cluster.LoginTrial;
import eu.eutlas.embeddedmongo.AdminCredentials;
import eu.eutlas.embeddedmongo.EmbeddedMongo;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One cluster: what is asked of it, what is seen of it, and the turns that bring the one to the
 * other. Asking returns at once; turns run one after the other on the plane's threads.
 */
final class LocalCluster {
  private static final Logger log = LoggerFactory.getLogger(LocalCluster.class);
  private static final String HOST = "127.0.0.1";
  private static final ClusterObservation NEVER_STARTED =
      new ClusterObservation.Failing(0, "Its local server was never started.");
  private static final ClusterObservation BEING_REMOVED =
      new ClusterObservation.Leaving("Its local server and its files are being removed.");

  private final Site site;
  private final AtomicInteger asked = new AtomicInteger();
  private volatile ClusterObservation shown;

  // What is asked; guarded by this.
  private @Nullable Order order;
  private boolean leaving;
  private long stopAt;
  private boolean stopping;
  private Map<String, String> askedBy = Map.of();

  // What there is; changed in turns only.
  private volatile Descriptor descriptor;
  private volatile @Nullable EmbeddedMongo server;

  private LocalCluster(
      Descriptor descriptor, boolean leaving, ClusterObservation shown, Site site) {
    this.descriptor = descriptor;
    this.leaving = leaving;
    this.shown = shown;
    this.site = site;
  }

  static LocalCluster ordered(Descriptor descriptor, Site site) {
    return new LocalCluster(descriptor, false, NEVER_STARTED, site);
  }

  /** As it was found in the folder. */
  static LocalCluster found(Premises.Resident resident, Site site) {
    var descriptor = resident.descriptor();
    return new LocalCluster(descriptor, resident.leaving(), firstLook(resident), site);
  }

  private static ClusterObservation firstLook(Premises.Resident resident) {
    var descriptor = resident.descriptor();
    if (resident.leaving()) {
      return BEING_REMOVED;
    }
    if (descriptor.stopped()) {
      return new ClusterObservation.Stopped(descriptor.generation());
    }
    return descriptor.everRan()
        ? new ClusterObservation.Starting(
            descriptor.generation(), "Its local server is starting again.")
        : NEVER_STARTED;
  }

  ClusterId id() {
    return descriptor.cluster();
  }

  int port() {
    return descriptor.port();
  }

  ClusterObservation shown() {
    return shown;
  }

  /** Asks for the order's generation, unless a newer one is here or asked for. */
  synchronized void order(Order wanted) {
    if (leaving) {
      throw new PortFailure.Unavailable(
          "LEAVING", "The local cluster of this id is still being removed.", null);
    }
    var newest = newest();
    if (wanted.generation() > newest) {
      order = wanted;
      stopAt = 0;
      askedBy = LogContext.current();
      show(new ClusterObservation.Starting(wanted.generation(), "Its local server is starting."));
    }
    if (wanted.generation() >= newest) {
      askForTurn();
    }
  }

  /** Asks for its server to stop as of a generation, unless a newer one is here or asked for. */
  synchronized void stopAt(long generation) {
    if (!leaving && generation > newest()) {
      order = null;
      stopAt = generation;
      askedBy = LogContext.current();
    }
    askForTurn();
  }

  private synchronized long newest() {
    return Math.max(stopAt, wantedGeneration());
  }

  synchronized void leave() {
    if (!leaving) {
      leaving = true;
      order = null;
      askedBy = LogContext.current();
      show(BEING_REMOVED);
    }
    askForTurn();
  }

  /** Asks for the end of its server; files stay. */
  synchronized void stop() {
    stopping = true;
    askForTurn();
  }

  /** Like asking for a turn, and takes it on the caller's thread. */
  void takeTurn() {
    if (asked.getAndIncrement() == 0) {
      takeTurns();
    }
  }

  /** Tries again what failed, and looks again whether what runs is served. */
  void lookAgain() {
    var running = server;
    if (!(shown instanceof ClusterObservation.Running)
        || (running != null && !running.isServing())) {
      askForTurn();
    }
  }

  /** Whoever asks first starts the turns; whoever asks meanwhile causes one more. */
  private void askForTurn() {
    if (asked.getAndIncrement() == 0) {
      site.threads().execute(this::takeTurns);
    }
  }

  private void takeTurns() {
    int seen;
    do {
      seen = asked.get();
      LogContext.during(askedBy(), this::takeOneTurn);
    } while (!asked.compareAndSet(seen, 0));
  }

  private void takeOneTurn() {
    try {
      turn();
    } catch (RuntimeException | Error e) {
      // Also an error, or nobody would ever take a turn again.
      failed(e);
    }
  }

  /** Log lines of the turn belong to the request whose order or removal it works on. */
  private synchronized Map<String, String> askedBy() {
    return askedBy;
  }

  private void failed(Throwable cause) {
    var sentence = site.disk().isFull() ? site.disk().sentence() : "Its local server failed.";
    if (show(new ClusterObservation.Failing(wantedGeneration(), sentence))) {
      log.error("The work on a local cluster failed. cluster={}", id(), cause);
    }
  }

  private void turn() {
    Order wanted;
    boolean toLeave;
    boolean toStop;
    long toStopAt;
    var running = server;
    synchronized (this) {
      wanted = order;
      toLeave = leaving;
      toStop = stopping;
      toStopAt = stopAt;
    }
    if (toStop) {
      closeServer();
    } else if (toLeave) {
      remove();
    } else if (toStopAt > descriptor.generation()) {
      rest(descriptor.stoppedAt(toStopAt));
    } else if (wanted != null) {
      start(descriptor.running(wanted), Optional.of(credentials(wanted)));
    } else if (running != null) {
      showWhetherServed(running);
    } else if (descriptor.stopped()) {
      show(new ClusterObservation.Stopped(descriptor.generation()));
    } else if (descriptor.everRan()) {
      start(descriptor, Optional.empty());
    }
  }

  /** A server whose disk failed opens its file again by itself, on the same port. */
  private void showWhetherServed(EmbeddedMongo running) {
    if (running.isServing()) {
      showRunning(descriptor);
    } else if (show(
        new ClusterObservation.Failing(descriptor.generation(), site.disk().sentence()))) {
      log.warn("{} cluster={}", site.disk().sentence(), id());
    }
  }

  private void showRunning(Descriptor running) {
    if (show(
        new ClusterObservation.Running(
            running.generation(), new Endpoint(HOST, running.port()), new LoginTrial.NotTried()))) {
      log.info(
          "A local cluster runs. cluster={} generation={} port={}",
          id(),
          running.generation(),
          running.port());
    }
  }

  static AdminCredentials credentials(Order order) {
    return new AdminCredentials(order.adminUsername(), order.adminPassword().reveal());
  }

  /** The admin's password can only be set at a start, so a new generation is a new start. */
  private void start(Descriptor wanted, Optional<AdminCredentials> admin) {
    closeServer();
    try {
      var started = site.servers().start(site.premises().data(id()), wanted, admin);
      server = started;
      settle(wanted.onPort(started.port()));
      showRunning(descriptor);
    } catch (NotStartedException e) {
      notStarted(wanted, String.valueOf(e.getMessage()), e);
    } catch (IOException e) {
      closeServer();
      notStarted(wanted, site.disk().sentence(), e);
    }
  }

  private void settle(Descriptor running) throws IOException {
    if (!running.equals(descriptor)) {
      site.premises().write(running);
      descriptor = running;
    }
    synchronized (this) {
      if (order != null && order.generation() == running.generation()) {
        order = null;
        askedBy = Map.of();
      }
    }
  }

  /** No server runs; port and files stay. */
  private void rest(Descriptor stopped) {
    closeServer();
    try {
      settle(stopped);
      show(new ClusterObservation.Stopped(stopped.generation()));
      log.info("A local cluster is stopped. cluster={}", id());
    } catch (IOException e) {
      notStarted(stopped, site.disk().sentence(), e);
    }
  }

  private void notStarted(Descriptor wanted, String sentence, Exception cause) {
    if (show(new ClusterObservation.Failing(wanted.generation(), sentence))) {
      log.warn("{} cluster={} cause={}", sentence, id(), String.valueOf(cause.getCause()));
      log.debug("A local cluster could not be started. cluster={}", id(), cause);
    }
  }

  private void remove() {
    closeServer();
    try {
      site.premises().leave(id());
      site.gone().accept(this);
      log.info("A local cluster is gone. cluster={}", id());
    } catch (IOException e) {
      if (show(new ClusterObservation.Leaving("Its files could not be removed yet."))) {
        log.warn("A local cluster's files could not be removed. cluster={}", id(), e);
      }
    }
  }

  private synchronized long wantedGeneration() {
    return order == null ? descriptor.generation() : order.generation();
  }

  /**
   * Whether it looks different now. A turn that ends after it was asked to leave does not make it
   * look alive again.
   */
  private boolean show(ClusterObservation next) {
    synchronized (this) {
      if (next.equals(shown) || (leaving && !(next instanceof ClusterObservation.Leaving))) {
        return false;
      }
      shown = next;
    }
    site.changed().accept(id());
    return true;
  }

  private void closeServer() {
    var running = server;
    server = null;
    if (running != null) {
      running.close();
    }
  }
}
