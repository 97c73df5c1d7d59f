package eu.eutlas.storage;

import eu.eutlas.application.PortFailure;
import eu.eutlas.application.backup.BackupStore;
import eu.eutlas.application.backup.ObjectKey;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** A store whose one object is a part of something else: written once, or read. */
final class OneObject implements BackupStore {
  static final ObjectKey KEY = new ObjectKey("metadata");

  private final OutputStream out;
  private final InputStream in;

  private OneObject(OutputStream out, InputStream in) {
    this.out = out;
    this.in = in;
  }

  static OneObject writing(OutputStream out) {
    return new OneObject(out, InputStream.nullInputStream());
  }

  static OneObject reading(InputStream in) {
    return new OneObject(OutputStream.nullOutputStream(), in);
  }

  @Override
  public Stored put(ObjectKey key, Content content) {
    try {
      content.writeTo(out);
      return new Stored(key, 0, Instant.EPOCH);
    } catch (IOException e) {
      throw new PortFailure.Unavailable("FILE_UNWRITABLE", "The file cannot be written.", e);
    }
  }

  @Override
  public InputStream get(ObjectKey key, Range range) {
    return in;
  }

  @Override
  public Optional<Stored> stat(ObjectKey key) {
    return Optional.empty();
  }

  @Override
  public List<Stored> list(String prefix, Optional<ObjectKey> after, int limit) {
    return List.of();
  }

  @Override
  public void delete(ObjectKey key) {
    throw new UnsupportedOperationException("It is a part of a file.");
  }

  @Override
  public int endWrites(Predicate<ObjectKey> ours, Instant begunBefore) {
    return 0;
  }
}
