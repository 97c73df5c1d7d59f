package eu.eutlas.tenant.archive;

import eu.eutlas.domain.backup.Namespace;

/** Where documents belong in an archive. Unlike a namespace's, the oplog's has no database. */
record Place(String database, String collection) {
  static final Place OPLOG = new Place("", "oplog");
  static final Place USERS = new Place("admin", "system.users");
  static final Place ROLES = new Place("admin", "system.roles");
  static final Place AUTH_VERSION = new Place("admin", "system.version");

  static Place of(Namespace namespace) {
    return new Place(namespace.database(), namespace.collection());
  }

  /** Not a collection of the customer's: it is in no list of collections and in no sum. */
  boolean isBookkeeping() {
    return equals(OPLOG) || equals(USERS) || equals(ROLES) || equals(AUTH_VERSION);
  }

  Namespace namespace() {
    return new Namespace(database, collection);
  }

  @Override
  public String toString() {
    return database.isEmpty() ? collection : database + "." + collection;
  }
}
