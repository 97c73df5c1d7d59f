package eu.eutlas.application.backup;

import eu.eutlas.application.PortFailure;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Where backups are kept: objects of any length under keys. What is written streams; nothing is
 * held whole in memory. Any call may throw {@link PortFailure.Unavailable} for what may work later,
 * and {@link PortFailure.Rejected} for what an administrator has to mend: a bucket that is not
 * there, keys that are not accepted, a right that is missing, a full disk. Safe for threads.
 */
public interface BackupStore {

  /**
   * Keeps what the content writes, whole or not at all: until this returns nobody sees any of it,
   * and when it has returned it stays, whatever falls over then. Replaces what was there. What the
   * content throws comes out of here, and nothing is kept.
   *
   * @return the object, with the length that was written
   * @throws PortFailure.OutcomeUnknown when it may be there or not
   */
  Stored put(ObjectKey key, Content content);

  /**
   * The bytes of an object, from one on: as many as asked for, fewer where it ends. Read errors
   * come as {@link IOException} from the stream; an object that is replaced meanwhile may be one,
   * and never a mixture. To be closed.
   *
   * @throws PortFailure.Rejected with code {@link #NOT_THERE} when there is no such object
   */
  InputStream get(ObjectKey key, Range range);

  /** Absent when there is no such object. */
  Optional<Stored> stat(ObjectKey key);

  /**
   * Objects whose keys begin so, in the order of their keys, after the one given. What is only
   * being written is not among them.
   *
   * @param prefix the beginning of a key; empty for all
   */
  List<Stored> list(String prefix, Optional<ObjectKey> after, int limit);

  /** Sees to it that there is no such object. Repeatable. */
  void delete(ObjectKey key);

  /**
   * Frees what is kept of writes that were begun before a moment and have not ended: nodes that
   * were killed leave it behind. Who is still writing loses it and is told so. Repeatable, and
   * harmless from several nodes.
   *
   * @param ours whose writes, where the store can tell them apart
   * @return how many there were
   */
  int endWrites(Predicate<ObjectKey> ours, Instant begunBefore);

  /** The code of the failure to read what is not there. */
  String NOT_THERE = "OBJECT_NOT_THERE";

  /**
   * An object.
   *
   * @param size in bytes
   * @param at when it was written
   */
  record Stored(ObjectKey key, long size, Instant at) {}

  /** Bytes of an object: from the first, which is 0, so many; the length may go beyond its end. */
  record Range(long from, long length) {
    public static final Range ALL = new Range(0, Long.MAX_VALUE);

    public Range {
      if (from < 0 || length < 0) {
        throw new IllegalArgumentException("A range begins at 0 or later and is not negative.");
      }
    }
  }

  /** What writes an object's bytes, once. */
  @FunctionalInterface
  interface Content {

    /**
     * Writes all of them and leaves the stream open.
     *
     * @throws IOException only when the stream throws it
     */
    void writeTo(OutputStream out) throws IOException;
  }
}
