package eu.eutlas.application;

/** What became of a compare-and-set. */
public enum SaveResult {
  /** Written; the stored version is one higher. */
  SAVED,
  /** Somebody else wrote in between; nothing changed. */
  STALE,
  /** There is no such document any more; nothing changed. */
  GONE
}
