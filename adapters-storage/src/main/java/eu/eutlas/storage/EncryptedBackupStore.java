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
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

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
    return range.from() == 0 ? fromTheStart(key, range) : fromTheMiddle(key, range);
  }

  private InputStream fromTheStart(ObjectKey key, Range range) {
    var isAll = range.length() > Long.MAX_VALUE / 2;
    // A byte more than the segment: so it is not taken for the last of all.
    var needed = isAll ? Range.ALL : new Range(0, Segments.endOfSegment(range.length() - 1) + 1);
    return new Slice(decrypting(key, needed), range);
  }

  private InputStream decrypting(ObjectKey key, Range needed) {
    var fetched = new Fetched(store.get(key, needed));
    try {
      return new Authenticated(cipher.newDecryptingStream(fetched, place(key)), fetched::failure);
    } catch (GeneralSecurityException e) {
      throw noCipher(e);
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  /** Beyond the end too a segment is read, the last: by that one is known that it is the end. */
  private InputStream fromTheMiddle(ObjectKey key, Range range) {
    var kept = store.stat(key).orElseThrow(EncryptedBackupStore::notThere).size();
    var plain = Segments.plainSize(kept);
    if (plain == 0 || Segments.encryptedSize(plain) != kept) {
      return new Slice(decrypting(key, Range.ALL), range);
    }
    var first = Math.min(range.from(), plain - 1);
    var last = first + Math.min(range.length(), plain - first) - 1;
    var fetched =
        new FetchedSegments(store, key, kept, Math.min(kept, Segments.endOfSegment(last)));
    try {
      var channel = cipher.newSeekableDecryptingChannel(fetched, place(key)).position(first);
      var in = new Authenticated(Channels.newInputStream(channel), fetched::failure);
      return new Slice(in, new Range(range.from() - first, range.length()));
    } catch (GeneralSecurityException e) {
      throw noCipher(e);
    } catch (IOException e) {
      throw unreadable(e);
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

  @Override
  public int endWrites(Predicate<ObjectKey> ours, Instant begunBefore) {
    return store.endWrites(ours, begunBefore);
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

  private static PortFailure.Unavailable unreadable(IOException e) {
    return new PortFailure.Unavailable("BACKUP_UNREADABLE", "A backup could not be read.", e);
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
