package eu.eutlas.application.backup;

import eu.eutlas.application.PortFailure;
import eu.eutlas.application.cluster.TenantDatabase.Login;
import eu.eutlas.domain.backup.CollectionSum;
import eu.eutlas.domain.backup.Manifest;
import eu.eutlas.domain.backup.Namespace;
import eu.eutlas.domain.backup.Restored;
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
 * when the database cannot be spoken to, or not any more, and passes on what its progress throws.
 * Streams are left open. Safe for threads.
 */
public interface ClusterArchives {

  /**
   * Writes everything that is in a cluster but its own bookkeeping: collections with options and
   * indexes, views, and users and roles where its server shows them, without EUTLAS's own user.
   * When it throws, what it wrote is no archive and is found to be none.
   *
   * @throws IOException only when the stream throws it
   * @throws PortFailure.Unavailable also when what was read cannot be one consistent whole, because
   *     a collection was dropped or renamed, or reading took longer than the server keeps its past:
   *     a backup that is not taken is better than one that nobody can trust
   * @throws PortFailure.Rejected when such a cluster cannot be dumped at all
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
   * Puts what is selected of an archive into a cluster. The whole replaces all collections that are
   * there; picks replace those of their new names, and others are left alone. What is replaced is
   * dropped first. The archive is one that was verified: a fault in it is found only on the way,
   * and then a part is done. Repeatable. Where users and roles are selected, they are added to
   * those that are there, of whom none is changed; a server that takes none gets none.
   *
   * <p>Where the archive has an oplog, what was restored is read again and held against the archive
   * before the oplog is replayed onto it: afterwards nothing but a count can be compared.
   *
   * @return what should be there now; after an oplog was replayed, what is there
   * @throws IOException only when the stream throws it
   * @throws PortFailure.OutcomeUnknown when a majority of the servers did not confirm it in time
   * @throws PortFailure.Rejected when the cluster does not take it, such as for a full disk or a
   *     view where its server has none, when two collections would get one name, or when the
   *     archive is damaged
   */
  Restored restore(
      InputStream archive, Endpoint into, Login admin, Selection what, Progress progress)
      throws IOException;

  /** What is in these collections now; one that is not there is left out. */
  List<CollectionSum> sums(Endpoint of, Login admin, Set<Namespace> wanted, Progress progress);

  /** How large the data is, in bytes as the server estimates it, uncompressed. */
  long estimate(Endpoint of, Login admin);

  /** Is told, about once a second and at the end, how far it is. What it throws ends the call. */
  @FunctionalInterface
  interface Progress {
    Progress NONE = (documents, bytes) -> {};

    /** Counts since the call began; bytes are of documents, uncompressed. */
    void at(long documents, long bytes);
  }
}
