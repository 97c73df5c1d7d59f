package eu.eutlas.embeddedmongo;

/** What a command needs to be allowed in a database. */
enum Right {
  /** Read documents. */
  READ,
  /** Write documents. */
  WRITE,
  /** Make and drop collections and indexes. */
  SHAPE,
  /** See names and figures, but no documents. */
  INSPECT,
  DROP_DATABASE,
  /** See and change users and their roles. */
  USERS,
  /** See how the server does and what it is. */
  SERVER
}
