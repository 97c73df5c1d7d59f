package eu.eutlas.domain.backup;

import java.time.Instant;

/**
 * What a backup holds, in figures; the manifest beside the archive has the rest.
 *
 * @param at as of when the data is
 * @param sizeBytes of the plain archive, as it is downloaded
 * @param checksum of the plain archive
 * @param dataBytes of all documents, uncompressed
 */
public record Contents(
    Instant at,
    long sizeBytes,
    Sha256 checksum,
    int collections,
    long documents,
    long dataBytes,
    String serverVersion,
    Consistency consistency) {

  /** The major version of the server that was read; 0 where it said none. */
  public int serverMajor() {
    var major = serverVersion.split("\\.", 2)[0];
    return major.matches("[0-9]{1,4}") ? Integer.parseInt(major) : 0;
  }

  public static Contents of(Manifest manifest) {
    return new Contents(
        manifest.takenAt(),
        manifest.archiveBytes(),
        manifest.checksum(),
        manifest.collections().size(),
        manifest.documents(),
        manifest.dataBytes(),
        manifest.serverVersion(),
        manifest.consistency());
  }
}
