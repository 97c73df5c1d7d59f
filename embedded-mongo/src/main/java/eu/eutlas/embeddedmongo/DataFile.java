package eu.eutlas.embeddedmongo;

import de.bwaldvogel.mongo.bson.Document;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.h2.mvstore.RandomAccessStore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one file that holds everything. Nothing is written behind our back: no background thread, no
 * commit by amount of memory, so a commit is always a whole number of write commands.
 *
 * <p>Once a write to the disk has failed the file is broken: it is closed as it is, and everything
 * asked of it fails with a {@link DiskException}. Opened again it holds all that was committed.
 */
final class DataFile implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(DataFile.class);

  private static final String FILE = "data.mv";

  private static final int WHOLE_CHUNKS = 95;
  private static final int PERCENT = 100;
  private static final int MOST_TIMES_LIVE = 4;
  private static final int SPARE_BYTES = 16 * 1024 * 1024;
  private static final int SLICE_BYTES = 16 * 1024 * 1024;

  private final Path folder;
  private final MVStore store;

  /**
   * The state that was last forced to disk. Its space is not written over before a newer one is
   * forced, so that a power failure finds one whole state.
   */
  private MVStore.TxCounter forced;

  /** Why nothing can be stored or read any more. */
  private volatile @Nullable DiskException broken;

  private DataFile(Path folder, MVStore store) {
    this.folder = folder;
    this.store = store;
    this.forced = store.registerVersionUsage();
  }

  /**
   * Opens or makes the file; the caller has the folder to itself.
   *
   * @throws DiskException when the disk is full or the file cannot be written
   * @throws EmbeddedMongoException when what is there is no such file
   */
  static DataFile open(Path folder, int cacheMegabytes) {
    Room.require(folder);
    Path path = folder.resolve(FILE);
    try {
      var store =
          new MVStore.Builder()
              .fileName(storeName(path))
              .autoCommitDisabled()
              .autoCommitBufferSize(0)
              .cacheSize(cacheMegabytes)
              .cacheConcurrency(1)
              .open();
      store.setVersionsToKeep(0);
      store.setRetentionTime(0);
      return writable(folder, store);
    } catch (MVStoreException e) {
      throw unusable(folder, e);
    }
  }

  private static DataFile writable(Path folder, MVStore store) {
    if (store.getFileStore().isReadOnly()) {
      store.closeImmediately();
      throw DiskException.of(folder, new AccessDeniedException(FILE));
    }
    return new DataFile(folder, store);
  }

  /** What a failure at the opening means: the disk's, or what is in the file. */
  static EmbeddedMongoException unusable(Path folder, MVStoreException e) {
    return DiskException.reason(e).isPresent()
        ? DiskException.of(folder, e)
        : new EmbeddedMongoException(
            "cannot open " + folder.resolve(FILE) + ": " + e.getMessage(), e);
  }

  /** With the scheme, for otherwise a colon in the path would be taken for the end of one. */
  static String storeName(Path path) {
    return "file:" + path.toAbsolutePath();
  }

  /** One that only looks like a file: for reading what was never written. */
  static DataFile nowhere() {
    return new DataFile(Path.of(""), MVStore.open(null));
  }

  MVMap<Object, Document> documents(String name) {
    return store.openMap(
        name,
        new MVMap.Builder<Object, Document>()
            .keyType(BsonTypes.VALUE)
            .valueType(BsonTypes.DOCUMENT));
  }

  MVMap<List<Object>, Object> entries(String name) {
    return store.openMap(
        name,
        new MVMap.Builder<List<Object>, Object>()
            .keyType(BsonTypes.VALUES)
            .valueType(BsonTypes.VALUE));
  }

  Set<String> names() {
    return store.getMapNames();
  }

  void rename(MVMap<?, ?> map, String newName) {
    store.renameMap(map, newName);
  }

  void remove(MVMap<?, ?> map) {
    store.removeMap(map);
  }

  // ---- whole or broken ----

  boolean isBroken() {
    return broken != null || store.isClosed();
  }

  void refuseIfBroken() {
    if (isBroken()) {
      throw broken(new IOException("the file is closed"));
    }
  }

  /**
   * Gives up the file after a failure: what was not committed is forgotten, and all that comes is
   * refused. The first failure is the one that is told.
   */
  synchronized DiskException broken(Exception cause) {
    DiskException known = broken;
    if (known != null) {
      return known;
    }
    DiskException failure = DiskException.of(folder, cause);
    broken = failure;
    store.closeImmediately();
    log.error("nothing can be stored any more until the file is opened again", failure);
    return failure;
  }

  /** Something could not be read; what can be is still answered. */
  DiskException unreadable(MVStoreException cause) {
    return isBroken() ? broken(cause) : DiskException.of(folder, cause);
  }

  /** Keeps what is there now from being written over while somebody reads it. */
  MVStore.TxCounter hold() {
    return store.registerVersionUsage();
  }

  void release(MVStore.TxCounter held) {
    store.deregisterVersionUsage(held);
  }

  // ---- writing ----

  /** Writes what changed; the caller keeps writers out. It survives the end of this process. */
  void commit() {
    refuseIfBroken();
    try {
      store.commit();
    } catch (MVStoreException e) {
      throw broken(e);
    }
    refuseIfBroken();
  }

  /** Forces what was committed to the disk, so that it survives the end of the machine, too. */
  synchronized void force() {
    refuseIfBroken();
    try {
      MVStore.TxCounter next = store.registerVersionUsage();
      store.sync();
      store.deregisterVersionUsage(forced);
      forced = next;
    } catch (MVStoreException e) {
      throw broken(e);
    }
  }

  long size() {
    return store.getFileStore() == null ? 0 : store.getFileStore().size();
  }

  /** Whether the file is out of proportion to what lives in it. */
  boolean isBloated() {
    var files = (RandomAccessStore) store.getFileStore();
    long used = files.size() * files.getFillRate() / PERCENT;
    long live = used * files.getChunksFillRate() / PERCENT;
    return files.size() > MOST_TIMES_LIVE * live + SPARE_BYTES;
  }

  /**
   * Copies what lives in mostly dead parts of the file together, so that those parts can be used
   * again. The caller keeps everybody out.
   *
   * @return whether there was anything to copy
   */
  boolean gather(int atMostBytes) {
    store.commit();
    force();
    boolean gathered = store.getFileStore().compact(WHOLE_CHUNKS, atMostBytes);
    store.commit();
    force();
    return gathered;
  }

  /** Gathers, then moves all parts to the beginning and cuts the end off. */
  boolean shrink() {
    boolean gathered = gather(SLICE_BYTES);
    long before = size();
    ((RandomAccessStore) store.getFileStore()).compactMoveChunks(PERCENT, SLICE_BYTES, store);
    store.commit();
    force();
    return gathered || size() < before;
  }

  /** What was committed stays; a broken one is closed already. */
  @Override
  public synchronized void close() {
    if (isBroken()) {
      return;
    }
    try {
      store.deregisterVersionUsage(forced);
      store.close();
    } catch (MVStoreException e) {
      broken(e);
    }
  }
}
