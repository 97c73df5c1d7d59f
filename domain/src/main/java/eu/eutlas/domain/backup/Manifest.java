package eu.eutlas.domain.backup;

import eu.eutlas.domain.InvalidValue;
import java.time.Instant;
import java.util.List;

/**
 * What is in an archive, written beside it when it is whole.
 *
 * @param takenAt as of when the data is: the moment of a snapshot, else the end of reading
 * @param serverVersion of the database that was read, as its buildInfo says
 * @param toolVersion of what wrote the archive
 * @param collections each once
 * @param archiveBytes the length of the plain archive, as it is downloaded
 * @param checksum of the plain archive's bytes
 */
public record Manifest(
    Instant takenAt,
    String serverVersion,
    String toolVersion,
    Consistency consistency,
    List<CollectionSum> collections,
    int users,
    int roles,
    long archiveBytes,
    Sha256 checksum) {
  public Manifest {
    collections = List.copyOf(collections);
    InvalidValue.unless(users >= 0 && roles >= 0 && archiveBytes >= 0, "Counts are not negative.");
  }

  public long documents() {
    return collections.stream().mapToLong(CollectionSum::documents).sum();
  }

  /** Of all documents, uncompressed. */
  public long dataBytes() {
    return collections.stream().mapToLong(CollectionSum::bytes).sum();
  }
}
