package eu.eutlas.domain.cluster;

import eu.eutlas.domain.InvalidValue;
import eu.eutlas.domain.Secret;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Where a cluster is reached: at one server, or at the members of a replica set. Of these a client
 * finds the primary itself, whichever of them answers (MongoDB server discovery and monitoring
 * specification).
 *
 * @param seeds the members that are known, in their order; a single one without a replica set
 * @param replicaSet the replica set's name; absent where there is one server that is spoken to
 *     directly
 */
public record Endpoint(List<Seed> seeds, Optional<String> replicaSet) {
  /** As many members as a replica set can have. */
  private static final int MOST = 50;

  public Endpoint {
    seeds = List.copyOf(seeds);
    var most = replicaSet.isPresent() ? MOST : 1;
    InvalidValue.unless(
        !seeds.isEmpty() && seeds.size() <= most,
        "An endpoint is one server, or up to " + MOST + " members of a replica set.");
    InvalidValue.unless(
        replicaSet.filter(String::isBlank).isEmpty(), "A replica set's name is not blank.");
  }

  /** One server that is spoken to directly. */
  public Endpoint(String host, int port) {
    this(List.of(new Seed(host, port)), Optional.empty());
  }

  /** One address of the endpoint. */
  public record Seed(String host, int port) {
    private static final int MAX_PORT = 65_535;

    public Seed {
      InvalidValue.unless(!host.isBlank(), "An endpoint has a host.");
      InvalidValue.unless(port >= 1 && port <= MAX_PORT, "A port lies between 1 and 65535.");
    }

    @Override
    public String toString() {
      return host + ":" + port;
    }
  }

  /** Of the first member. */
  public String host() {
    return seeds.getFirst().host();
  }

  /** Of the first member. */
  public int port() {
    return seeds.getFirst().port();
  }

  /**
   * The connection string for drivers and the shell (MongoDB connection string specification). User
   * names and passwords that EUTLAS makes are letters and digits, so nothing needs escaping.
   */
  public Secret connectionString(String username, Secret password) {
    var how = replicaSet.map(name -> "replicaSet=" + name).orElse("directConnection=true");
    return new Secret(
        "mongodb://%s:%s@%s/?authSource=admin&%s"
            .formatted(username, password.reveal(), this, how));
  }

  /** The seed list of a connection string. */
  @Override
  public String toString() {
    return seeds.stream().map(Seed::toString).collect(Collectors.joining(","));
  }
}
