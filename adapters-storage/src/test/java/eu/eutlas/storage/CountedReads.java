package eu.eutlas.storage;

import eu.eutlas.application.backup.BackupStore;
import eu.eutlas.application.backup.ObjectKey;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** A store that counts the bytes that are fetched from it, and breaks when it is told to. */
final class CountedReads implements BackupStore {
  private final BackupStore store;
  private long bytes;
  private long breakAfter = Long.MAX_VALUE;

  CountedReads(BackupStore store) {
    this.store = store;
  }

  /** Asked for, up to the end of the object. */
  long bytes() {
    return bytes;
  }

  void breakAfter(long many) {
    breakAfter = many;
  }

  @Override
  public InputStream get(ObjectKey key, Range range) {
    var size = store.stat(key).map(Stored::size).orElse(0L);
    bytes += Math.clamp(size - range.from(), 0, range.length());
    return new FilterInputStream(store.get(key, range)) {
      private long at = range.from();

      @Override
      public int read(byte[] into, int from, int length) throws IOException {
        if (at >= breakAfter) {
          throw new IOException("broken");
        }
        var read = in.read(into, from, (int) Math.min(length, breakAfter - at));
        at += Math.max(0, read);
        return read;
      }
    };
  }

  @Override
  public Stored put(ObjectKey key, Content content) {
    return store.put(key, content);
  }

  @Override
  public Optional<Stored> stat(ObjectKey key) {
    return store.stat(key);
  }

  @Override
  public List<Stored> list(String prefix, Optional<ObjectKey> after, int limit) {
    return store.list(prefix, after, limit);
  }

  @Override
  public void delete(ObjectKey key) {
    store.delete(key);
  }

  @Override
  public int endWrites(Predicate<ObjectKey> ours, Instant begunBefore) {
    return store.endWrites(ours, begunBefore);
  }
}
