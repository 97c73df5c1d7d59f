package eu.eutlas.embeddedmongo;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Keeps a folder to one server, also while its file is opened again. */
final class FolderLock implements AutoCloseable {

  private static final String NAME = "lock";

  private final Path folder;
  private final FileChannel channel;

  private FolderLock(Path folder, FileChannel channel) {
    this.folder = folder;
    this.channel = channel;
  }

  /** Makes the folder if it is not there; {@link FolderInUseException} when someone else has it. */
  static FolderLock take(Path folder) {
    try {
      Files.createDirectories(folder);
      var channel =
          FileChannel.open(
              folder.resolve(NAME), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      var lock = new FolderLock(folder, channel);
      if (!isTaken(channel)) {
        lock.close();
        throw new FolderInUseException(folder);
      }
      return lock;
    } catch (IOException e) {
      throw DiskException.of(folder, e);
    }
  }

  private static boolean isTaken(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      return false;
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new EmbeddedMongoException("cannot release the lock on " + folder, e);
    }
  }
}
