package eu.eutlas.local;

import eu.eutlas.embeddedmongo.DiskException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Says in plain words why nothing can be written. */
final class Disk {
  /** With less than this left no server starts. */
  private static final long NEARLY_NOTHING = 1024 * 1024;

  private static final String FULL = "The disk that holds the local clusters is full.";

  private final Path folder;

  Disk(Path folder) {
    this.folder = folder;
  }

  boolean isFull() {
    try {
      return Files.getFileStore(folder).getUsableSpace() < NEARLY_NOTHING;
    } catch (IOException e) {
      return false;
    }
  }

  String sentence() {
    if (isFull()) {
      return FULL;
    }
    return Files.isWritable(folder)
        ? "The files of this local cluster could not be written."
        : "The folder of the local clusters cannot be written to.";
  }

  String sentence(DiskException failure) {
    return failure.isFull() ? FULL : sentence();
  }

  String code() {
    return isFull() ? "DISK_FULL" : "FOLDER_NOT_WRITABLE";
  }
}
