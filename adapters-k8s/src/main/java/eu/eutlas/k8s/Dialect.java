package eu.eutlas.k8s;

import eu.eutlas.application.cluster.DataPlane.Capability;
import java.util.Set;

/** Which operator's resources a region is written in. */
public enum Dialect {
  MONGODB_COMMUNITY("mongodb-community", ResourceType.MONGODB_COMMUNITY),
  PERCONA("percona", ResourceType.PERCONA_SERVER_MONGODB);

  private final String word;
  private final ResourceType resource;

  Dialect(String word, ResourceType resource) {
    this.word = word;
    this.resource = resource;
  }

  ResourceType resource() {
    return resource;
  }

  /** What a region of this dialect can do beyond creating and deleting. */
  public Set<Capability> capabilities() {
    return switch (this) {
      case MONGODB_COMMUNITY -> Set.of(Capability.ACCESS_LIST);
      case PERCONA -> Set.of(Capability.ACCESS_LIST, Capability.PAUSE);
    };
  }

  /** As it is written in a configuration: mongodb-community, percona. */
  @Override
  public String toString() {
    return word;
  }
}
