package eu.eutlas.memory.backup;

import eu.eutlas.application.PortFailure;
import eu.eutlas.application.backup.BackupStore;
import eu.eutlas.application.backup.ObjectKey;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Predicate;

/**
 * A store in memory, for tests, trials and simulation: it holds objects whole. Safe for threads.
 */
public final class MemoryBackupStore implements BackupStore {
  private final ConcurrentSkipListMap<ObjectKey, Kept> objects = new ConcurrentSkipListMap<>();
  private final Set<Write> writes = ConcurrentHashMap.newKeySet();
  private final InstantSource clock;

  public MemoryBackupStore(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public Stored put(ObjectKey key, Content content) {
    var written = new ByteArrayOutputStream();
    var write = new Write(key, clock.instant());
    writes.add(write);
    try {
      content.writeTo(written);
      if (!writes.contains(write)) {
        throw new PortFailure.Unavailable("WRITE_ENDED", "It was ended as too old.", null);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("A stream in memory does not fail.", e);
    } finally {
      writes.remove(write);
    }
    var kept = new Kept(written.toByteArray(), clock.instant().truncatedTo(ChronoUnit.MILLIS));
    objects.put(key, kept);
    return kept.as(key);
  }

  @Override
  public InputStream get(ObjectKey key, Range range) {
    var bytes =
        Optional.ofNullable(objects.get(key))
            .orElseThrow(
                () -> new PortFailure.Rejected(NOT_THERE, "There is no such object.", null))
            .bytes;
    var from = (int) Math.min(range.from(), bytes.length);
    return new ByteArrayInputStream(
        bytes, from, (int) Math.min(range.length(), bytes.length - from));
  }

  @Override
  public Optional<Stored> stat(ObjectKey key) {
    return Optional.ofNullable(objects.get(key)).map(kept -> kept.as(key));
  }

  @Override
  public List<Stored> list(String prefix, Optional<ObjectKey> after, int limit) {
    return after.map(key -> objects.tailMap(key, false)).orElse(objects).entrySet().stream()
        .filter(entry -> entry.getKey().value().startsWith(prefix))
        .limit(limit)
        .map(entry -> entry.getValue().as(entry.getKey()))
        .toList();
  }

  @Override
  public void delete(ObjectKey key) {
    objects.remove(key);
  }

  @Override
  public int endWrites(Predicate<ObjectKey> ours, Instant begunBefore) {
    var old =
        writes.stream()
            .filter(write -> ours.test(write.key) && write.begun.isBefore(begunBefore))
            .toList();
    return (int) old.stream().filter(writes::remove).count();
  }

  /** One that is under way; never equal to another. */
  private static final class Write {
    private final ObjectKey key;
    private final Instant begun;

    Write(ObjectKey key, Instant begun) {
      this.key = key;
      this.begun = begun;
    }
  }

  private static final class Kept {
    private final byte[] bytes;
    private final Instant at;

    Kept(byte[] bytes, Instant at) {
      this.bytes = bytes;
      this.at = at;
    }

    Stored as(ObjectKey key) {
      return new Stored(key, bytes.length, at);
    }
  }
}
