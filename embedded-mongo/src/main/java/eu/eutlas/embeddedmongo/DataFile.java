package eu.eutlas.embeddedmongo;

import de.bwaldvogel.mongo.bson.Document;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Set;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.h2.mvstore.RandomAccessStore;
import org.jspecify.annotations.Nullable;

/**
 * The one file that holds everything, and the lock on its folder. Nothing is written behind our
 * back: no background thread, no commit by amount of memory, so a commit is always a whole number
 * of write commands.
 */
final class DataFile implements AutoCloseable {

  private static final String FILE = "data.mv";
  private static final String LOCK = "lock";

  private static final int WHOLE_CHUNKS = 95;
  private static final int PERCENT = 100;
  private static final int MOST_TIMES_LIVE = 4;
  private static final int SPARE_BYTES = 16 * 1024 * 1024;
  private static final int SLICE_BYTES = 16 * 1024 * 1024;

  private final @Nullable FileChannel lockChannel;
  private final MVStore store;

  /**
   * The state that was last forced to disk. Its space is not written over before a newer one is
   * forced, so that a power failure finds one whole state.
   */
  private MVStore.TxCounter forced;

  private DataFile(@Nullable FileChannel lockChannel, MVStore store) {
    this.lockChannel = lockChannel;
    this.store = store;
    this.forced = store.registerVersionUsage();
  }

  /** Opens or makes the file; {@link FolderInUseException} when someone else has the folder. */
  static DataFile open(Path folder, int cacheMegabytes) {
    FileChannel lockChannel = lock(folder);
    Path path = folder.resolve(FILE);
    try {
      var store =
          new MVStore.Builder()
              .fileName(path.toString())
              .autoCommitDisabled()
              .autoCommitBufferSize(0)
              .cacheSize(cacheMegabytes)
              .cacheConcurrency(1)
              .open();
      store.setVersionsToKeep(0);
      store.setRetentionTime(0);
      return new DataFile(lockChannel, store);
    } catch (MVStoreException e) {
      closeQuietly(lockChannel);
      throw new EmbeddedMongoException("cannot open " + path + ": " + e.getMessage(), e);
    }
  }

  /** One that only looks like a file: for reading what was never written. */
  static DataFile nowhere() {
    return new DataFile(null, MVStore.open(null));
  }

  private static FileChannel lock(Path folder) {
    FileChannel channel = null;
    try {
      Files.createDirectories(folder);
      channel =
          FileChannel.open(
              folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      @Nullable FileLock held = channel.tryLock();
      if (held == null) {
        throw new FolderInUseException(folder);
      }
      return channel;
    } catch (OverlappingFileLockException e) {
      closeQuietly(channel);
      throw new FolderInUseException(folder);
    } catch (FolderInUseException e) {
      closeQuietly(channel);
      throw e;
    } catch (IOException e) {
      closeQuietly(channel);
      throw new EmbeddedMongoException("cannot use the folder " + folder, e);
    }
  }

  private static void closeQuietly(@Nullable FileChannel channel) {
    try {
      if (channel != null) {
        channel.close();
      }
    } catch (IOException e) {
      throw new EmbeddedMongoException("cannot release the lock", e);
    }
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

  /** Writes what changed; the caller keeps writers out. It survives the end of this process. */
  void commit() {
    store.commit();
    if (store.isClosed()) {
      throw new EmbeddedMongoException("the file is closed: nothing was stored");
    }
  }

  /** Forces what was committed to the disk, so that it survives the end of the machine, too. */
  synchronized void force() {
    if (store.isClosed()) {
      return;
    }
    MVStore.TxCounter next = store.registerVersionUsage();
    store.sync();
    store.deregisterVersionUsage(forced);
    forced = next;
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

  @Override
  public synchronized void close() {
    try {
      store.deregisterVersionUsage(forced);
      store.close();
    } finally {
      closeQuietly(lockChannel);
    }
  }
}
