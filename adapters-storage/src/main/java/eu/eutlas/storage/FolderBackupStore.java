package eu.eutlas.storage;

import eu.eutlas.application.PortFailure;
import eu.eutlas.application.backup.BackupStore;
import eu.eutlas.application.backup.ObjectKey;
import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps objects as files in a folder, which several nodes may share by a network file system.
 *
 * <pre>
 *   eutlas-store.json   the store's id
 *   objects/            a file for each object
 *   writing/            what is not finished
 * </pre>
 *
 * <p>An object is written beside the others, forced to the disk, and renamed to its place. Keys
 * that differ in the case of letters alone need a file system that tells them apart. Safe for
 * threads.
 */
public final class FolderBackupStore implements BackupStore {
  private static final Logger LOG = LoggerFactory.getLogger(FolderBackupStore.class);
  private static final int BUFFER = 256 * 1024;

  /** A folder may be removed for being empty just before something is put into it. */
  private static final int TRIES = 20;

  private final PrivateFiles files;
  private final StoreMarker marker;
  private final ObjectFiles objects;
  private final FolderFailures failures;
  private final String id;

  private FolderBackupStore(Path folder, PrivateFiles files, StoreMarker marker, String id) {
    this.files = files;
    this.marker = marker;
    this.id = id;
    this.objects = new ObjectFiles(objects(folder));
    this.failures = new FolderFailures(folder);
  }

  /**
   * Opens the store of a folder, or makes one, and removes what killed nodes left unfinished.
   *
   * @throws PortFailure when the folder cannot be used, with what to do about it
   */
  public static FolderBackupStore open(
      FolderSettings settings, InstantSource clock, RandomGenerator random) {
    var folder = settings.folder();
    var files = new PrivateFiles(folder.resolve("writing"));
    var marker = new StoreMarker(folder);
    var failures = new FolderFailures(folder);
    try {
      files.makeRoot(folder);
      files.makeFolder(folder.resolve("writing"));
      files.makeFolder(objects(folder));
      if (marker.read().isEmpty()) {
        marker.writeOnce(files, random);
      }
      var id = marker.read().orElseThrow(() -> failures.gone(null));
      files.removeAbandoned(clock.instant().minus(settings.abandonedAfter()));
      return new FolderBackupStore(folder, files, marker, id);
    } catch (IOException e) {
      throw failures.of(e);
    }
  }

  /**
   * The random id of the store, written into its folder when it was first used: nodes with the same
   * id share one folder, and nodes with different ones do not, even at the same path.
   */
  public String storeId() {
    return id;
  }

  @Override
  public Stored put(ObjectKey key, Content content) {
    checkMarker();
    var draft = files.draft();
    try {
      var written = write(draft, content);
      place(draft, key);
      return ObjectFiles.stored(key, written);
    } catch (IOException e) {
      throw failures.of(e);
    } finally {
      discard(draft);
    }
  }

  private BasicFileAttributes write(Path draft, Content content) throws IOException {
    try (var channel = files.open(draft)) {
      var out = new Remembering(Channels.newOutputStream(channel));
      var buffered = new BufferedOutputStream(out, BUFFER);
      content.writeTo(buffered);
      buffered.flush();
      out.rethrow();
      channel.force(true);
    }
    return Files.readAttributes(draft, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
  }

  private void place(Path draft, ObjectKey key) throws IOException {
    var file = objects.file(key);
    var parent = parent(file);
    for (var tries = 1; ; tries++) {
      try {
        files.makeFolders(objects.root(), parent);
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        break;
      } catch (NoSuchFileException e) {
        if (tries == TRIES || !Files.exists(draft, LinkOption.NOFOLLOW_LINKS)) {
          throw e;
        }
      }
    }
    try {
      files.force(parent);
    } catch (IOException e) {
      throw new PortFailure.OutcomeUnknown(
          "FOLDER_NOT_FORCED",
          "A backup is in its folder, but may not outlast a loss of power.",
          e);
    }
  }

  @Override
  public InputStream get(ObjectKey key, Range range) {
    var file = objects.file(key);
    try {
      if (stat(key).isEmpty()) {
        throw new NoSuchFileException(file.toString());
      }
      return new Slice(Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS), range);
    } catch (NoSuchFileException e) {
      throw new PortFailure.Rejected(NOT_THERE, "This backup is not in the backup folder.", e);
    } catch (IOException e) {
      throw failures.of(e);
    }
  }

  @Override
  public Optional<Stored> stat(ObjectKey key) {
    checkMarker();
    var file = objects.file(key);
    try {
      files.refuseLinks(objects.root(), parent(file));
      var found = Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      if (found.isSymbolicLink()) {
        throw new FileSystemLoopException(file.toString());
      }
      return found.isRegularFile() ? Optional.of(ObjectFiles.stored(key, found)) : Optional.empty();
    } catch (NoSuchFileException e) {
      checkMarker();
      return Optional.empty();
    } catch (IOException e) {
      throw failures.of(e);
    }
  }

  @Override
  public List<Stored> list(String prefix, Optional<ObjectKey> after, int limit) {
    checkMarker();
    try {
      var found = objects.list(prefix, after, limit);
      checkMarker();
      return found;
    } catch (IOException e) {
      throw failures.of(e);
    }
  }

  @Override
  public void delete(ObjectKey key) {
    checkMarker();
    var file = objects.file(key);
    try {
      files.refuseLinks(objects.root(), parent(file));
      Files.deleteIfExists(file);
      files.force(parent(file));
      files.removeEmpty(parent(file), objects.root());
    } catch (NoSuchFileException e) {
      checkMarker();
    } catch (IOException e) {
      throw failures.of(e);
    }
  }

  /** A draft is of EUTLAS and does not say which object it was to be. */
  @Override
  public int endWrites(Predicate<ObjectKey> ours, Instant begunBefore) {
    checkMarker();
    try {
      return files.removeAbandoned(begunBefore);
    } catch (IOException e) {
      throw failures.of(e);
    }
  }

  /** So that an empty mount point is not taken for a store in which nothing is any more. */
  private void checkMarker() {
    try {
      var found = marker.read().orElseThrow(() -> failures.gone(null));
      if (!found.equals(id)) {
        throw failures.another(id, found);
      }
    } catch (IOException e) {
      throw failures.of(e);
    }
  }

  /** What cannot be removed now is removed when it is old. */
  private static void discard(Path draft) {
    try {
      Files.deleteIfExists(draft);
    } catch (IOException e) {
      LOG.debug("An unfinished object stays until it is old.", e);
    }
  }

  private static Path objects(Path folder) {
    return folder.resolve("objects");
  }

  private static Path parent(Path file) {
    return file.resolveSibling(".").normalize();
  }

  /** Remembers what went wrong, for a content that goes on regardless. */
  private static final class Remembering extends FilterOutputStream {
    private @Nullable IOException failed;

    Remembering(OutputStream out) {
      super(out);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      rethrow();
      try {
        out.write(bytes, from, length);
      } catch (IOException e) {
        failed = e;
        throw e;
      }
    }

    void rethrow() throws IOException {
      if (failed != null) {
        throw failed;
      }
    }
  }
}
