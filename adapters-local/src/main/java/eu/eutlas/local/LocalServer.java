package eu.eutlas.local;

import eu.eutlas.domain.cluster.ClusterId;
import eu.eutlas.domain.cluster.ClusterObservation;
import eu.eutlas.domain.cluster.Endpoint;
import eu.eutlas.domain.cluster.UsersTrial;
import eu.eutlas.embeddedmongo.AdminCredentials;
import eu.eutlas.embeddedmongo.EmbeddedMongo;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What there is of a local cluster: its server, its port, its files. Changed in turns only, which
 * come one after the other; seen by everybody.
 */
final class LocalServer {
  private static final String HOST = "127.0.0.1";

  private final Site site;
  private volatile Descriptor descriptor;
  private volatile @Nullable EmbeddedMongo running;

  LocalServer(Descriptor descriptor, Site site) {
    this.descriptor = descriptor;
    this.site = site;
  }

  Descriptor descriptor() {
    return descriptor;
  }

  ClusterId id() {
    return descriptor.cluster();
  }

  boolean isOpen() {
    return running != null;
  }

  /** Whether it answers; one whose disk failed opens its file again by itself, on the same port. */
  boolean isServing() {
    var server = running;
    return server != null && server.isServing();
  }

  ClusterObservation.Running shown() {
    var there = descriptor;
    return new ClusterObservation.Running(
        there.generation(), new Endpoint(HOST, there.port()), new UsersTrial.NotTried());
  }

  ClusterObservation.Running withUsers(ClusterObservation.Running seen) {
    var server = running;
    return server == null ? seen : seen.with(server.usersFingerprint());
  }

  /**
   * Starts anew, because the admin's password can only be set at a start.
   *
   * @param admin absent: the users stay as they are
   */
  void start(Descriptor wanted, Optional<AdminCredentials> admin)
      throws NotStartedException, IOException {
    close();
    var started = site.servers().start(site.premises().data(id()), wanted, admin);
    running = started;
    try {
      remember(wanted.onPort(started.port()));
    } catch (IOException e) {
      close();
      throw e;
    }
  }

  /** No server runs, also after a restart; port and files stay. */
  void rest(long generation) throws IOException {
    close();
    remember(descriptor.stoppedAt(generation));
  }

  /** Nothing is left. */
  void remove() throws IOException {
    close();
    site.premises().leave(id());
  }

  void close() {
    var server = running;
    running = null;
    if (server != null) {
      server.close();
    }
  }

  private void remember(Descriptor now) throws IOException {
    if (!now.equals(descriptor)) {
      site.premises().write(now);
      descriptor = now;
    }
  }
}
