package eu.eutlas.bootstrap;

import eu.eutlas.domain.Secret;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HexFormat;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * The folder that holds what this node keeps. A marker file says that it is ours and by which
 * layout; who has the lock is the only one in it. A folder that is not empty and has no marker
 * belongs to somebody else and is left as it is.
 */
final class DataFolder implements AutoCloseable {
  private static final String MARKER = "eutlas-data";
  private static final String LOCK = "lock";
  private static final String NODE = "node-id";
  private static final String KEY = "sealing.key";
  private static final String CHECK = "sealing.check";
  private static final int LAYOUT = 1;
  private static final int NODE_ID_BYTES = 8;

  private final Path folder;
  private final FileChannel channel;
  private final FileLock lock;

  private DataFolder(Path folder, FileChannel channel, FileLock lock) {
    this.folder = folder;
    this.channel = channel;
    this.lock = lock;
  }

  /**
   * Takes the folder, and fills it when it is absent or empty.
   *
   * @throws StartException when it is foreign, newer, locked or not usable; nothing was touched
   *     then
   */
  static DataFolder take(Path folder) {
    try {
      var known = marker(folder);
      known.ifPresent(layout -> refuseNewer(folder, layout));
      if (known.isEmpty() && !isFree(folder)) {
        throw new StartException(
            "The data folder "
                + folder
                + " is not empty and is not one of EUTLAS's. Choose another with EUTLAS_DATA.");
      }
      Files.createDirectories(folder);
      var taken = lock(folder);
      if (known.isEmpty()) {
        taken.write(MARKER, "layout " + LAYOUT + "\n");
      }
      return taken;
    } catch (IOException e) {
      throw new StartException(
          "The data folder "
              + folder
              + " cannot be used: it cannot be written. Check its owner and the disk.",
          e);
    }
  }

  Path path() {
    return folder;
  }

  Path resolve(String name) {
    return folder.resolve(name);
  }

  /** The id of this node, made at the first start and kept. */
  String nodeId(RandomGenerator random) {
    return read(NODE)
        .orElseGet(() -> {
          var bytes = new byte[NODE_ID_BYTES];
          random.nextBytes(bytes);
          return keep(NODE, HexFormat.of().formatHex(bytes));
        });
  }

  /** The same of a folder that another process may have; absent where there is none. */
  static Optional<Secret> sealingKeyIn(Path folder) {
    return read(folder, KEY).map(Secret::new);
  }

  /** The sealing key that EUTLAS made for itself; absent before the first start. */
  Optional<Secret> sealingKey() {
    return read(KEY).map(Secret::new);
  }

  void keepSealingKey(Secret key) {
    keep(KEY, key.reveal());
  }

  /**
   * By which a wrong sealing key is found out before anything is opened; absent before the first
   * start.
   */
  Optional<String> keyCheck() {
    return read(CHECK);
  }

  void keepKeyCheck(String check) {
    keep(CHECK, check);
  }

  /** Tells commands on this machine how to speak to this process, for as long as it runs. */
  void keepControl(Control control) {
    keep(Control.FILE, control.text());
  }

  @Override
  public void close() {
    try {
      Files.deleteIfExists(folder.resolve(Control.FILE));
      lock.release();
      channel.close();
    } catch (IOException e) {
      throw new IllegalStateException("The lock of " + folder + " cannot be given back.", e);
    }
  }

  private static void refuseNewer(Path folder, int layout) {
    if (layout > LAYOUT) {
      throw new StartException(
          "The data folder "
              + folder
              + " was written by a newer EUTLAS. Start that version, or choose another folder with"
              + " EUTLAS_DATA.");
    }
  }

  private static Optional<Integer> marker(Path folder) throws IOException {
    try {
      var words = Files.readString(folder.resolve(MARKER)).strip().split(" ", -1);
      return Optional.of(words.length == 2 ? Integer.parseInt(words[1]) : Integer.MAX_VALUE);
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (NumberFormatException e) {
      // Ours by its name, and nothing that this version has ever written.
      return Optional.of(Integer.MAX_VALUE);
    }
  }

  /** Absent, or empty but for the lock file of a start that was cut off. */
  private static boolean isFree(Path folder) throws IOException {
    if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
      return true;
    }
    if (!Files.isDirectory(folder)) {
      return false;
    }
    try (var entries = Files.list(folder)) {
      return entries.map(Path::getFileName).map(Path::toString).allMatch(LOCK::equals);
    }
  }

  private static DataFolder lock(Path folder) throws IOException {
    var channel =
        FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      var lock = channel.tryLock();
      if (lock != null) {
        return new DataFolder(folder, channel, lock);
      }
    } catch (OverlappingFileLockException e) {
      // This very process has it; the answer is the same.
    }
    channel.close();
    throw new StartException(
        "The data folder "
            + folder
            + " is in use by another EUTLAS. Stop that one, or choose another folder with"
            + " EUTLAS_DATA.");
  }

  private Optional<String> read(String name) {
    return read(folder, name);
  }

  private static Optional<String> read(Path folder, String name) {
    try {
      return Optional.of(Files.readString(folder.resolve(name)).strip());
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new StartException("The file " + folder.resolve(name) + " cannot be read.", e);
    }
  }

  private String keep(String name, String text) {
    try {
      write(name, text + "\n");
      return text;
    } catch (IOException e) {
      throw new StartException("The file " + folder.resolve(name) + " cannot be written.", e);
    }
  }

  /**
   * Written aside, forced and renamed, readable by its owner alone: it is there whole or not at
   * all.
   */
  private void write(String name, String text) throws IOException {
    var aside = folder.resolve("." + name + ".new");
    Files.deleteIfExists(aside);
    if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
      Files.createFile(
          aside,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }
    Files.writeString(
        aside, text, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.SYNC);
    Files.move(
        aside,
        folder.resolve(name),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
  }
}
