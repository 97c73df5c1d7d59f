package eu.eutlas.k8s;

/** Which operator's resources a region is written in. */
public enum Dialect {
  MONGODB_COMMUNITY("mongodb-community", "mongodbcommunity.mongodb.com", "v1", "mongodbcommunity"),
  PERCONA("percona", "psmdb.percona.com", "v1", "perconaservermongodbs");

  private final String word;
  private final String group;
  private final String version;
  private final String plural;

  Dialect(String word, String group, String version, String plural) {
    this.word = word;
    this.group = group;
    this.version = version;
    this.plural = plural;
  }

  String group() {
    return group;
  }

  String version() {
    return version;
  }

  String plural() {
    return plural;
  }

  /** As it is written in a configuration: mongodb-community, percona. */
  @Override
  public String toString() {
    return word;
  }
}
