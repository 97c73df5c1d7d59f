package eu.eutlas.domain.backup;

/** As of when the collections of a backup are. */
public enum Consistency {
  /** All as of one moment: they were read at one cluster time of a replica set. */
  SNAPSHOT,

  /**
   * All as of the end of the backup, once the archive's oplog has been replayed: until then each
   * collection is as of when it was read.
   */
  OPLOG,

  /**
   * Each collection is as it was while it was read: the server has no replica set, and what is
   * written meanwhile may be in the backup or not.
   */
  EACH_COLLECTION
}
