package eu.eutlas.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Says in plain words why nothing can be written. */
final class Disk {
  /** A file system with less than this left has no room even for an empty cluster. */
  private static final long NEARLY_NOTHING = 256 * 1024;

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
      return "The disk that holds the local clusters is full.";
    }
    return Files.isWritable(folder)
        ? "The files of this local cluster could not be written."
        : "The folder of the local clusters cannot be written to.";
  }

  String code() {
    return isFull() ? "DISK_FULL" : "FOLDER_NOT_WRITABLE";
  }
}
