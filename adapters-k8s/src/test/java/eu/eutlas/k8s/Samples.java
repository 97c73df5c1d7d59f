package eu.eutlas.k8s;

import eu.eutlas.application.cluster.DataPlane.Order;
import eu.eutlas.domain.Secret;
import eu.eutlas.domain.cluster.AccessList;
import eu.eutlas.domain.cluster.ClusterId;
import eu.eutlas.domain.cluster.MongoVersion;
import eu.eutlas.domain.cluster.RegionId;
import eu.eutlas.domain.cluster.Resources;
import java.util.Map;
import java.util.Optional;

/** Regions and orders as tests need them. */
final class Samples {
  static final String INSTALLATION = "installation-a";
  static final String ADMIN = "eutlas";
  static final Secret PASSWORD = new Secret("aB3dE5gH7jK9mN1pQ3sT5vX7zA9cE1gI");
  static final Resources SMALL = new Resources(500, 1_024, 20, 1);
  static final Resources LARGE = new Resources(2_000, 4_096, 100, 3);

  private Samples() {}

  static ClusterId id(int number) {
    return new ClusterId("%024x".formatted(number));
  }

  static KubernetesRegion region(Dialect dialect) {
    return region(dialect, new KubernetesRegion.Account.InCluster());
  }

  static KubernetesRegion region(Dialect dialect, KubernetesRegion.Account account) {
    return new KubernetesRegion(
        new RegionId("eu-north"),
        INSTALLATION,
        account,
        dialect,
        Optional.of("fast"),
        releases(dialect),
        dialect == Dialect.PERCONA ? Optional.of("1.22.0") : Optional.empty(),
        Surroundings.inside("mongodb-operator", "eutlas"),
        KubernetesRegion.Timeouts.USUAL);
  }

  private static Map<MongoVersion, String> releases(Dialect dialect) {
    return switch (dialect) {
      case MONGODB_COMMUNITY ->
          Map.of(new MongoVersion("7.0"), "7.0.14", new MongoVersion("8.0"), "8.0.4");
      case PERCONA ->
          Map.of(
              new MongoVersion("7.0"), "percona/percona-server-mongodb:7.0.14-8",
              new MongoVersion("8.0"), "percona/percona-server-mongodb:8.0.4-1");
    };
  }

  static Order order(int number, long generation, Resources resources) {
    return new Order(id(number), generation, resources, new MongoVersion("7.0"), ADMIN, PASSWORD);
  }

  static Order order(int number, long generation) {
    return order(number, generation, SMALL);
  }

  static Blueprint blueprint(Dialect dialect, Resources resources, AccessList access) {
    var order =
        new Order(id(7), 3, resources, new MongoVersion("7.0"), ADMIN, PASSWORD, access.ranges());
    return new Blueprint(region(dialect), order, Optional.empty());
  }
}
