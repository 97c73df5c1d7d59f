package eu.eutlas.domain.backup;

import eu.eutlas.domain.InvalidValue;

/**
 * What a collection holds, in figures that two servers can be compared by.
 *
 * @param documents how many; 0 for a view
 * @param bytes the sum of the documents' lengths in BSON; 0 for a view
 * @param hash the sum modulo 2^256 of the SHA-256 of each document's BSON, so that it does not
 *     depend on the order of the documents; all zero where there is none
 * @param definition the SHA-256 of what it is beside its documents: kind, options, indexes by name
 *     (each with its key and options), in a form that does not depend on the server that shows them
 */
public record CollectionSum(
    Namespace namespace, Kind kind, long documents, long bytes, Sha256 hash, Sha256 definition) {
  public CollectionSum {
    InvalidValue.unless(documents >= 0 && bytes >= 0, "Sums are not negative.");
  }

  /** What can be listed in a database. */
  public enum Kind {
    COLLECTION,
    VIEW,
    TIME_SERIES
  }
}
