package eu.eutlas.domain.cluster;

import eu.eutlas.domain.InvalidValue;
import eu.eutlas.domain.Secret;

/** Where a cluster is reached. */
public record Endpoint(String host, int port) {
  private static final int MAX_PORT = 65_535;

  public Endpoint {
    InvalidValue.unless(!host.isBlank(), "An endpoint has a host.");
    InvalidValue.unless(port >= 1 && port <= MAX_PORT, "A port lies between 1 and 65535.");
  }

  /**
   * The connection string for drivers and the shell (MongoDB connection string specification). User
   * names and passwords that EUTLAS makes are letters and digits, so nothing needs escaping.
   */
  public Secret connectionString(String username, Secret password) {
    return new Secret(
        "mongodb://%s:%s@%s/?authSource=admin&directConnection=true"
            .formatted(username, password.reveal(), this));
  }

  @Override
  public String toString() {
    return host + ":" + port;
  }
}
