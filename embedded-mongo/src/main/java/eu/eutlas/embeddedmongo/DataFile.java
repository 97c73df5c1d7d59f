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

  /**
   * How long space that is no longer needed is left alone. The file is forced to disk more often
   * than that, so even after a power failure the last forced state has not been written over.
   */
  private static final int RETENTION_MILLIS = 3_000;

  private static final int WHOLE_CHUNKS = 95;
  private static final int SLICE_BYTES = 16 * 1024 * 1024;

  private final @Nullable FileChannel lockChannel;
  private final MVStore store;

  private DataFile(@Nullable FileChannel lockChannel, MVStore store) {
    this.lockChannel = lockChannel;
    this.store = store;
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
      store.setRetentionTime(RETENTION_MILLIS);
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
  void force() {
    store.sync();
  }

  long size() {
    return store.getFileStore() == null ? 0 : store.getFileStore().size();
  }

  /**
   * One slice of making the file small: rewrites pages from chunks that are mostly dead, then moves
   * chunks into the holes and cuts the end off. The caller keeps everybody out.
   *
   * @return whether the file became smaller, so that another slice may pay
   */
  boolean compactSlice() {
    long before = size();
    var files = (RandomAccessStore) store.getFileStore();
    store.setRetentionTime(0);
    try {
      store.commit();
      files.compact(WHOLE_CHUNKS, SLICE_BYTES);
      store.commit();
      files.compactMoveChunks(WHOLE_CHUNKS, SLICE_BYTES, store);
    } finally {
      store.setRetentionTime(RETENTION_MILLIS);
    }
    return size() < before;
  }

  @Override
  public void close() {
    try {
      store.close();
    } finally {
      closeQuietly(lockChannel);
    }
  }
}
