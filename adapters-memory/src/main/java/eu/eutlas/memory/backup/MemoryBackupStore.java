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
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * A store in memory, for tests, trials and simulation: it holds objects whole. Safe for threads.
 */
public final class MemoryBackupStore implements BackupStore {
  private final ConcurrentSkipListMap<ObjectKey, Kept> objects = new ConcurrentSkipListMap<>();
  private final InstantSource clock;

  public MemoryBackupStore(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public Stored put(ObjectKey key, Content content) {
    var written = new ByteArrayOutputStream();
    try {
      content.writeTo(written);
    } catch (IOException e) {
      throw new UncheckedIOException("A stream in memory does not fail.", e);
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
