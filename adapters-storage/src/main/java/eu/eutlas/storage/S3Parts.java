package eu.eutlas.storage;

/**
 * How large the parts of an upload are whose length nobody knows: small at first, so that what is
 * held in memory is small, and doubling each so many parts, so that the largest number of parts
 * that S3 takes (10,000) holds 5 TiB, the largest object.
 */
final class S3Parts {
  /** At least 5 MiB, says S3. */
  static final int CHUNK = 8 * 1024 * 1024;

  static final int MOST = 10_000;
  private static final int BEFORE_DOUBLING = 800;
  private static final int MOST_DOUBLINGS = 7;

  private S3Parts() {}

  /** How many chunks a part has, by its number, which begins with 1. */
  static int chunks(int part) {
    return 1 << Math.min((part - 1) / BEFORE_DOUBLING, MOST_DOUBLINGS);
  }
}
