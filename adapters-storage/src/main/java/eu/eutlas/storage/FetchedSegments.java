package eu.eutlas.storage;

import eu.eutlas.application.PortFailure;
import eu.eutlas.application.backup.BackupStore;
import eu.eutlas.application.backup.BackupStore.Range;
import eu.eutlas.application.backup.ObjectKey;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An encrypted object as a channel that can be moved: the header is fetched by itself, then from
 * the first segment that is needed to the last, in one go.
 */
final class FetchedSegments implements SeekableByteChannel {
  private final BackupStore store;
  private final ObjectKey key;
  private final long size;
  private final long end;
  private @Nullable InputStream open;
  private long openAt;
  private long openUntil;
  private long position;
  private boolean closed;
  private @Nullable IOException broke;

  /**
   * Fetches nothing yet.
   *
   * @param end behind the last byte that is needed, but for one
   */
  FetchedSegments(BackupStore store, ObjectKey key, long size, long end) {
    this.store = store;
    this.key = key;
    this.size = size;
    this.end = end;
  }

  Optional<IOException> failure() {
    return Optional.ofNullable(broke);
  }

  @Override
  public int read(ByteBuffer into) throws IOException {
    if (position >= size) {
      return -1;
    }
    try {
      var bytes = new byte[into.remaining()];
      var read = stream().read(bytes, 0, bytes.length);
      if (read > 0) {
        into.put(bytes, 0, read);
        position += read;
        openAt = position;
      }
      return read;
    } catch (IOException e) {
      broke = e;
      throw e;
    } catch (PortFailure e) {
      broke = new IOException("A backup could not be read any further.", e);
      throw broke;
    }
  }

  private InputStream stream() throws IOException {
    if (open != null && openAt == position && position < openUntil) {
      return open;
    }
    forget();
    var until = position < Segments.HEADER ? Segments.HEADER : Math.max(end, position + 1);
    open = store.get(key, new Range(position, until - position));
    openAt = position;
    openUntil = until;
    return open;
  }

  private void forget() throws IOException {
    if (open != null) {
      open.close();
      open = null;
    }
  }

  @Override
  public long position() {
    return position;
  }

  @Override
  public SeekableByteChannel position(long to) {
    position = to;
    return this;
  }

  @Override
  public long size() {
    return size;
  }

  @Override
  public boolean isOpen() {
    return !closed;
  }

  @Override
  public void close() throws IOException {
    closed = true;
    forget();
  }

  @Override
  public int write(ByteBuffer bytes) {
    throw new NonWritableChannelException();
  }

  @Override
  public SeekableByteChannel truncate(long to) {
    throw new NonWritableChannelException();
  }
}
