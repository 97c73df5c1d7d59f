package eu.eutlas.jobs;

/** The port is taken by another program. The message is a sentence for people. */
public final class PortInUseException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int port;

  PortInUseException(int port, Throwable cause) {
    super("Port %d is taken by another program.".formatted(port), cause);
    this.port = port;
  }

  public int port() {
    return port;
  }
}
