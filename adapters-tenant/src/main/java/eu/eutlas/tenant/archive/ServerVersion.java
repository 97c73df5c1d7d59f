package eu.eutlas.tenant.archive;

import java.util.regex.Pattern;

/** A server's version, as its buildInfo says it. */
record ServerVersion(String text) {
  private static final Pattern NUMBERS = Pattern.compile("(\\d{1,4})\\.(\\d{1,4}).*");

  /** From 8.3 on a time series is one collection, and its documents are read as they lie. */
  boolean hasTimeSeriesWithoutBuckets() {
    return isAtLeast(8, 3);
  }

  /** Before, a capped collection could not be read at a cluster time. */
  boolean readsCappedCollectionsAtATime() {
    return isAtLeast(8, 0);
  }

  private boolean isAtLeast(int major, int minor) {
    var found = NUMBERS.matcher(text);
    if (!found.matches()) {
      return false;
    }
    var its = Integer.parseInt(found.group(1));
    return its > major || (its == major && Integer.parseInt(found.group(2)) >= minor);
  }
}
