package eu.eutlas.local;

import eu.eutlas.application.LogContext;
import eu.eutlas.application.cluster.DataPlane.Order;
import eu.eutlas.domain.cluster.ClusterId;
import eu.eutlas.domain.cluster.ClusterObservation;
import eu.eutlas.embeddedmongo.AdminCredentials;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One cluster: what is asked of it, what is seen of it, and the turns that bring the one to the
 * other. Asking returns at once; turns run one after the other on the plane's threads.
 */
final class LocalCluster {
  private static final Logger log = LoggerFactory.getLogger(LocalCluster.class);
  private static final ClusterObservation NEVER_STARTED =
      new ClusterObservation.Failing(0, "Its local server was never started.");
  private static final ClusterObservation BEING_REMOVED =
      new ClusterObservation.Leaving("Its local server and its files are being removed.");

  private final Site site;
  private final LocalServer server;
  private final Turns turns;
  private volatile ClusterObservation shown;

  // What is asked; guarded by this.
  private Ask ask;
  private boolean closing;
  private boolean gone;
  private Map<String, String> askedBy = Map.of();

  private LocalCluster(Descriptor descriptor, Ask ask, ClusterObservation shown, Site site) {
    this.server = new LocalServer(descriptor, site);
    this.ask = ask;
    this.shown = shown;
    this.site = site;
    this.turns = new Turns(site.threads(), this::takeOneTurn);
  }

  static LocalCluster ordered(Descriptor descriptor, Site site) {
    return new LocalCluster(descriptor, new Ask.GoOn(), NEVER_STARTED, site);
  }

  /** As it was found in the folder. */
  static LocalCluster found(Premises.Resident resident, Site site) {
    return resident.leaving()
        ? new LocalCluster(resident.descriptor(), new Ask.Leave(), BEING_REMOVED, site)
        : new LocalCluster(
            resident.descriptor(), new Ask.GoOn(), firstLook(resident.descriptor()), site);
  }

  private static ClusterObservation firstLook(Descriptor descriptor) {
    if (descriptor.stopped()) {
      return new ClusterObservation.Stopped(descriptor.generation());
    }
    return descriptor.everRan()
        ? new ClusterObservation.Starting(
            descriptor.generation(), "Its local server is starting again.")
        : NEVER_STARTED;
  }

  ClusterId id() {
    return server.id();
  }

  int port() {
    return server.descriptor().port();
  }

  /** What is seen, the users at this moment included. */
  ClusterObservation shown() {
    return shown instanceof ClusterObservation.Running running ? server.withUsers(running) : shown;
  }

  /** Asks for the order's generation, unless a newer one is here or asked for. */
  synchronized void order(Order wanted) {
    if (isLeaving()) {
      throw Failures.leaving();
    }
    var newest = newest();
    if (wanted.generation() > newest || (wanted.generation() == newest && isToRest())) {
      ask(new Ask.Run(wanted));
      show(new ClusterObservation.Starting(wanted.generation(), "Its local server is starting."));
    }
    if (wanted.generation() >= newest) {
      turns.ask();
    }
  }

  /** Asks for its server to rest as of a generation, unless a newer one is here or asked for. */
  synchronized void rest(long generation) {
    var newest = newest();
    if (!isLeaving() && (generation > newest || (generation == newest && !isToRest()))) {
      ask(new Ask.Rest(generation));
    }
    turns.ask();
  }

  private boolean isToRest() {
    return ask instanceof Ask.Rest || (ask instanceof Ask.GoOn && server.descriptor().stopped());
  }

  synchronized void leave() {
    if (!isLeaving()) {
      ask(new Ask.Leave());
      show(BEING_REMOVED);
    }
    turns.ask();
  }

  /** Asks for the end of its server with the plane's; it comes back with the next. */
  synchronized void close() {
    closing = true;
    turns.ask();
  }

  private void ask(Ask next) {
    ask = next;
    askedBy = LogContext.current();
  }

  private boolean isLeaving() {
    return ask instanceof Ask.Leave;
  }

  /** Like asking for a turn, and takes it on the caller's thread. */
  void takeTurn() {
    turns.take();
  }

  /** Tries again what failed, and looks again whether what runs is served. */
  void lookAgain() {
    var isFine =
        shown instanceof ClusterObservation.Stopped
            || (shown instanceof ClusterObservation.Running
                && (!server.isOpen() || server.isServing()));
    if (!isFine || site.premises().hasVanished(id())) {
      turns.ask();
    }
  }

  private void takeOneTurn() {
    try {
      LogContext.during(askedBy(), this::turn);
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
    if (show(new ClusterObservation.Failing(newest(), sentence))) {
      log.error("The work on a local cluster failed. cluster={}", id(), cause);
    }
  }

  private void turn() {
    Ask wanted;
    boolean toClose;
    synchronized (this) {
      if (gone) {
        return;
      }
      wanted = ask;
      toClose = closing;
    }
    if (toClose) {
      server.close();
      return;
    }
    if (!(wanted instanceof Ask.Leave) && site.premises().hasVanished(id())) {
      log.warn("A local cluster's folder was taken away, and its data with it. cluster={}", id());
      server.close();
      end();
      return;
    }
    switch (wanted) {
      case Ask.Leave() -> remove();
      case Ask.Rest(var generation) -> stop(generation);
      case Ask.Run(var order) ->
          start(server.descriptor().running(order), Optional.of(credentials(order)));
      case Ask.GoOn() -> goOn();
    }
  }

  private void goOn() {
    var there = server.descriptor();
    if (server.isServing()) {
      showRunning();
    } else if (server.isOpen()) {
      showFailing(there.generation(), site.disk().sentence(), null);
    } else if (there.stopped()) {
      show(new ClusterObservation.Stopped(there.generation()));
    } else if (there.everRan()) {
      start(there, Optional.empty());
    }
  }

  private void showRunning() {
    var running = server.shown();
    if (show(running)) {
      log.info(
          "A local cluster runs. cluster={} generation={} port={}",
          id(),
          running.generation(),
          running.endpoint().port());
    }
  }

  static AdminCredentials credentials(Order order) {
    return new AdminCredentials(order.adminUsername(), order.adminPassword().reveal());
  }

  private void start(Descriptor wanted, Optional<AdminCredentials> admin) {
    try {
      server.start(wanted, admin);
      done(wanted.generation());
      showRunning();
    } catch (NotStartedException e) {
      showFailing(wanted.generation(), String.valueOf(e.getMessage()), e);
    } catch (IOException e) {
      showFailing(wanted.generation(), site.disk().sentence(), e);
    }
  }

  private void stop(long generation) {
    try {
      server.rest(generation);
      done(generation);
      if (show(new ClusterObservation.Stopped(generation))) {
        log.info("A local cluster is stopped. cluster={} generation={}", id(), generation);
      }
    } catch (IOException e) {
      showFailing(generation, site.disk().sentence(), e);
    }
  }

  private synchronized void done(long generation) {
    if (!isLeaving() && newest() == generation) {
      ask = new Ask.GoOn();
      askedBy = Map.of();
    }
  }

  private void showFailing(long generation, String sentence, @Nullable Exception cause) {
    if (show(new ClusterObservation.Failing(generation, sentence))) {
      log.warn("{} cluster={}", sentence, id());
      log.debug("It was because of this. cluster={}", id(), cause);
    }
  }

  private void remove() {
    try {
      server.remove();
      end();
      log.info("A local cluster is gone. cluster={}", id());
    } catch (IOException e) {
      if (show(new ClusterObservation.Leaving("Its files could not be removed yet."))) {
        log.warn("A local cluster's files could not be removed. cluster={}", id(), e);
      }
    }
  }

  /** What lies in its place from now on is another. */
  private void end() {
    synchronized (this) {
      gone = true;
    }
    site.gone().accept(this);
  }

  private synchronized long newest() {
    return ask.generation(server.descriptor());
  }

  /**
   * Whether it looks different now. A turn that ends after it was asked to leave does not make it
   * look alive again.
   */
  private boolean show(ClusterObservation next) {
    synchronized (this) {
      if (next.equals(shown) || (isLeaving() && !(next instanceof ClusterObservation.Leaving))) {
        return false;
      }
      shown = next;
    }
    site.changed().accept(id());
    return true;
  }
}
