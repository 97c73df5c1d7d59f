package eu.eutlas.k8s;

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

  /** As it is written in a configuration: mongodb-community, percona. */
  @Override
  public String toString() {
    return word;
  }
}
