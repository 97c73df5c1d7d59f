package eu.eutlas.local;

import eu.eutlas.application.cluster.DataPlane.Order;
import eu.eutlas.domain.Secret;
import eu.eutlas.domain.cluster.ClusterId;
import eu.eutlas.domain.cluster.MongoVersion;
import eu.eutlas.domain.cluster.RegionId;
import eu.eutlas.domain.cluster.Resources;

/** Orders as the application gives them. */
final class Orders {
  static final RegionId REGION = new RegionId("local");
  static final String INSTALLATION = "installation-a";
  static final String ADMIN = "eutlas";

  private Orders() {}

  static ClusterId id(int number) {
    return new ClusterId("%024x".formatted(number));
  }

  static Order first(int number) {
    return generation(number, 1);
  }

  static Order generation(int number, long generation) {
    return new Order(
        id(number),
        generation,
        new Resources(500, 512, 1, 1),
        new MongoVersion("7.0"),
        ADMIN,
        password(generation));
  }

  /** Another one for each generation. */
  static Secret password(long generation) {
    return new Secret("AdminPasswordOfGeneration" + generation);
  }
}
