package eu.eutlas.storage;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.crypto.tink.StreamingAead;
import eu.eutlas.application.PortFailure;
import eu.eutlas.application.backup.BackupStore;
import eu.eutlas.application.backup.ObjectKey;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Optional;

/** A store as it looks through a data key. */
final class EncryptedBackupStore implements BackupStore {
  private final StreamingAead cipher;
  private final String ownerId;
  private final BackupStore store;

  EncryptedBackupStore(StreamingAead cipher, String ownerId, BackupStore store) {
    this.cipher = cipher;
    this.ownerId = ownerId;
    this.store = store;
  }

  @Override
  public Stored put(ObjectKey key, Content content) {
    return plain(
        store.put(
            key,
            out -> {
              var encrypting = encrypting(new LeftOpen(out), key);
              content.writeTo(encrypting);
              // Closed only now: it writes the end, without which nothing opens.
              encrypting.close();
            }));
  }

  private OutputStream encrypting(OutputStream out, ObjectKey key) throws IOException {
    try {
      return cipher.newEncryptingStream(out, place(key));
    } catch (GeneralSecurityException e) {
      throw noCipher(e);
    }
  }

  @Override
  public InputStream get(ObjectKey key, Range range) {
    if (range.length() == 0) {
      return store.get(key, range);
    }
    return range.from() == 0 ? fromTheStart(key, range.length()) : fromTheMiddle(key, range);
  }

  /** A byte more than is needed, which tells that the last segment fetched is not the last of all. */
  private InputStream fromTheStart(ObjectKey key, long length) {
    var isAll = length > Long.MAX_VALUE / 2;
    var needed =
        isAll ? Range.ALL : new Range(0, Segments.endOfSegment(length - 1) + 1);
    var fetched = new Fetched(store.get(key, needed));
    try {
      var plain = cipher.newDecryptingStream(fetched, place(key));
      return Slice.first(new Authenticated(plain, fetched::failure), length);
    } catch (GeneralSecurityException e) {
      throw noCipher(e);
    } catch (IOException e) {
      throw new PortFailure.Unavailable("BACKUP_UNREADABLE", "A backup could not be read.", e);
    }
  }

  private InputStream fromTheMiddle(ObjectKey key, Range range) {
    var found = store.stat(key).orElseThrow(() -> notThere());
    var length = Math.min(range.length(), Segments.plainSize(found.size()) - range.from());
    if (length <= 0) {
      return InputStream.nullInputStream();
    }
    var end = Math.min(found.size(), Segments.endOfSegment(range.from() + length - 1));
    var fetched = new FetchedSegments(store, key, found.size(), end);
    try {
      var plain = cipher.newSeekableDecryptingChannel(fetched, place(key));
      var in = Channels.newInputStream(plain.position(range.from()));
      return Slice.first(new Authenticated(in, fetched::failure), length);
    } catch (GeneralSecurityException e) {
      throw noCipher(e);
    } catch (IOException e) {
      throw new PortFailure.Unavailable("BACKUP_UNREADABLE", "A backup could not be read.", e);
    }
  }

  @Override
  public Optional<Stored> stat(ObjectKey key) {
    return store.stat(key).map(EncryptedBackupStore::plain);
  }

  @Override
  public List<Stored> list(String prefix, Optional<ObjectKey> after, int limit) {
    return store.list(prefix, after, limit).stream().map(EncryptedBackupStore::plain).toList();
  }

  @Override
  public void delete(ObjectKey key) {
    store.delete(key);
  }

  private static Stored plain(Stored kept) {
    return new Stored(kept.key(), Segments.plainSize(kept.size()), kept.at());
  }

  /** Each part with its length before it, so that no two places read alike. */
  private byte[] place(ObjectKey key) {
    var owner = ownerId.getBytes(UTF_8);
    var name = key.value().getBytes(UTF_8);
    return ByteBuffer.allocate(2 * Integer.BYTES + owner.length + name.length)
        .putInt(owner.length)
        .put(owner)
        .putInt(name.length)
        .put(name)
        .array();
  }

  private static PortFailure.Rejected notThere() {
    return new PortFailure.Rejected(NOT_THERE, "This backup is not there.", null);
  }

  private static IllegalStateException noCipher(GeneralSecurityException e) {
    return new IllegalStateException("This Java has no AES-256-GCM.", e);
  }

  /** The end of what is encrypted is not the end of what is written to the store. */
  private static final class LeftOpen extends FilterOutputStream {
    LeftOpen(OutputStream out) {
      super(out);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      out.write(bytes, from, length);
    }

    @Override
    public void close() throws IOException {
      out.flush();
    }
  }
}
