package eu.eutlas.local;

import eu.eutlas.embeddedmongo.AdminCredentials;
import eu.eutlas.embeddedmongo.DiskException;
import eu.eutlas.embeddedmongo.EmbeddedMongo;
import eu.eutlas.embeddedmongo.EmbeddedMongoException;
import eu.eutlas.embeddedmongo.EmbeddedMongoOptions;
import eu.eutlas.embeddedmongo.PortInUseException;
import java.nio.file.Path;
import java.util.Optional;

/** Starts servers for clusters. */
final class Servers {
  /** So many taken ports in a row do not happen by chance. */
  private static final int TRIES = 20;

  private final Ports ports;
  private final Disk disk;

  Servers(Ports ports, Disk disk) {
    this.ports = ports;
    this.disk = disk;
  }

  /**
   * Starts a server on the cluster's port, or on a new one where it has none.
   *
   * @param admin absent: the users stay as they are
   */
  EmbeddedMongo start(Path data, Descriptor descriptor, Optional<AdminCredentials> admin)
      throws NotStartedException {
    try {
      return descriptor.port() > 0
          ? onPort(descriptor.port(), data, descriptor, admin)
          : onNewPort(data, descriptor, admin);
    } catch (PortInUseException e) {
      throw new NotStartedException(
          "Another program on this machine has its port %d. Once that is free, this local cluster comes back by itself."
              .formatted(descriptor.port()),
          e);
    } catch (DiskException e) {
      throw new NotStartedException(disk.sentence(e), e);
    } catch (EmbeddedMongoException e) {
      throw new NotStartedException("The data of this local cluster cannot be opened.", e);
    }
  }

  private EmbeddedMongo onNewPort(
      Path data, Descriptor descriptor, Optional<AdminCredentials> admin) {
    for (var tries = 1; ; tries++) {
      var port = ports.give();
      try {
        return onPort(port, data, descriptor, admin);
      } catch (EmbeddedMongoException e) {
        ports.giveBack(port);
        if (!(e instanceof PortInUseException) || tries == TRIES) {
          throw e;
        }
      }
    }
  }

  private static EmbeddedMongo onPort(
      int port, Path data, Descriptor descriptor, Optional<AdminCredentials> admin) {
    var options =
        EmbeddedMongoOptions.defaults()
            .onPort(port)
            .reportingVersion(descriptor.mongoVersion() + ".0");
    return admin
        .map(credentials -> EmbeddedMongo.start(data, credentials, options))
        .orElseGet(() -> EmbeddedMongo.start(data, options));
  }
}
