package eu.eutlas.application.backup;

import eu.eutlas.application.PortFailure;
import eu.eutlas.application.cluster.TenantDatabase.Login;
import eu.eutlas.domain.backup.CollectionSum;
import eu.eutlas.domain.backup.Manifest;
import eu.eutlas.domain.backup.Namespace;
import eu.eutlas.domain.backup.Selection;
import eu.eutlas.domain.cluster.Endpoint;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Set;

/**
 * Copies what is in customers' clusters out and in, as the archive that {@code mongodump --archive
 * --gzip} writes and {@code mongorestore --archive --gzip} reads. Calls last as long as the data is
 * large, with memory that does not grow with it. Any call may throw {@link PortFailure.Unavailable}
 * when the database cannot be spoken to, and passes on what its progress throws.
 */
public interface ClusterArchives {

  /**
   * Writes everything that is in a cluster but its own bookkeeping: collections with options and
   * indexes, views, users and roles, without EUTLAS's own user.
   *
   * @throws IOException only when the stream throws it
   * @throws PortFailure.Rejected when what was read cannot be one consistent whole: a backup that
   *     is not taken is better than one that nobody can trust
   */
  Manifest dump(Endpoint from, Login admin, OutputStream archive, Progress progress)
      throws IOException;

  /**
   * Reads an archive to its end and holds it against its manifest: form, check values, counts,
   * hashes, length and checksum.
   *
   * @throws IOException only when the stream throws it
   * @throws PortFailure.Rejected with what is wrong, and in which collection
   */
  void verify(InputStream archive, Manifest manifest, Progress progress) throws IOException;

  /**
   * Puts what is selected of an archive into a cluster. A collection that is there already is
   * dropped first; others are left alone. The archive is one that was verified: a fault in it is
   * found only on the way, and then a part is done. Repeatable.
   *
   * @return what should be there now, collection by collection, under its new name
   * @throws IOException only when the stream throws it
   * @throws PortFailure.Rejected when the cluster does not take it, such as for a full disk
   */
  List<CollectionSum> restore(
      InputStream archive, Endpoint into, Login admin, Selection what, Progress progress)
      throws IOException;

  /** What is in these collections now; one that is not there is left out. */
  List<CollectionSum> sums(Endpoint of, Login admin, Set<Namespace> wanted, Progress progress);

  /** How large the data is, in bytes as the server estimates it, uncompressed. */
  long estimate(Endpoint of, Login admin);

  /** Is told, about once a second, how far a long call is. What it throws ends the call. */
  @FunctionalInterface
  interface Progress {
    Progress NONE = (documents, bytes) -> {};

    /** Counts since the call began; bytes are of documents, uncompressed. */
    void at(long documents, long bytes);
  }
}
