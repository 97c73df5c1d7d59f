package eu.eutlas.embeddedmongo;

/** Something else listens on the wanted port. The folder is free again. */
public final class PortInUseException extends EmbeddedMongoException {

  PortInUseException(int port, Throwable cause) {
    super("something else listens on 127.0.0.1:" + port, cause);
  }
}
