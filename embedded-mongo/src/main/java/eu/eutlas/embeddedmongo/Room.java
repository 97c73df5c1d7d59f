package eu.eutlas.embeddedmongo;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.h2.store.fs.FilePath;

/** Finds out whether a disk takes more, by writing to it: free space is told wrongly by some. */
final class Room {

  private static final String FILE = "room";
  private static final int BYTES = 1024 * 1024;

  private Room() {}

  /** Returns when a megabyte could be written and was removed again. */
  static void require(Path folder) {
    Path file = folder.resolve(FILE);
    try {
      try (var channel = FilePath.get(DataFile.storeName(file)).open("rw")) {
        var bytes = ByteBuffer.allocate(BYTES);
        while (bytes.hasRemaining()) {
          channel.write(bytes);
        }
      } finally {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw DiskException.of(folder, e);
    }
  }
}
