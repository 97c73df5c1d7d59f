package eu.eutlas.bootstrap;

import eu.eutlas.application.Ids;
import eu.eutlas.application.MillisecondClock;
import eu.eutlas.bootstrap.config.Configuration;
import eu.eutlas.domain.Secret;
import java.security.SecureRandom;
import java.time.Clock;

/**
 * The metadata as a command has it open while EUTLAS does not run: the data folder is locked, and
 * the embedded server runs where there is one.
 */
final class OwnMetadata implements AutoCloseable {
  private final Closing closing;
  private final DataFolder folder;
  private final Secret uri;

  private OwnMetadata(Closing closing, DataFolder folder, Secret uri) {
    this.closing = closing;
    this.folder = folder;
    this.uri = uri;
  }

  /**
   * Opens it.
   *
   * @throws StartException when EUTLAS runs on this folder
   */
  static OwnMetadata open(Configuration configuration) {
    var closing = new Closing();
    var isOpen = false;
    try {
      var folder = closing.opened("the data folder", DataFolder.take(configuration.data()));
      var ids = new Ids(new MillisecondClock(Clock.systemUTC()), new SecureRandom());
      var uri = MetadataWiring.uri(configuration, folder, ids.password(), closing, server -> {});
      isOpen = true;
      return new OwnMetadata(closing, folder, uri);
    } finally {
      if (!isOpen) {
        closing.close();
      }
    }
  }

  DataFolder folder() {
    return folder;
  }

  Secret uri() {
    return uri;
  }

  @Override
  public void close() {
    closing.close();
  }
}
