package eu.eutlas.domain.cluster;

/**
 * The built-in roles of MongoDB that people can give to their users. None lets a user make or
 * change users, or touch the servers.
 */
public enum DatabaseRole {
  READ("read", false),
  READ_WRITE("readWrite", false),
  DB_ADMIN("dbAdmin", false),
  READ_ANY_DATABASE("readAnyDatabase", true),
  READ_WRITE_ANY_DATABASE("readWriteAnyDatabase", true),
  DB_ADMIN_ANY_DATABASE("dbAdminAnyDatabase", true);

  private final String word;
  private final boolean everywhere;

  DatabaseRole(String word, boolean everywhere) {
    this.word = word;
    this.everywhere = everywhere;
  }

  /** MongoDB's name of it. */
  public String word() {
    return word;
  }

  /** Whether it holds in every database; such a role is given in the database {@code admin}. */
  public boolean isEverywhere() {
    return everywhere;
  }
}
