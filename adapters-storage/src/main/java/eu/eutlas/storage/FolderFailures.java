package eu.eutlas.storage;

import eu.eutlas.application.PortFailure;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileStore;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a failure of the file system means to whoever runs EUTLAS. */
final class FolderFailures {
  /** With less free than this, a write that failed failed for want of room. */
  private static final long NO_ROOM = 64 * 1024;

  private final Path folder;

  FolderFailures(Path folder) {
    this.folder = folder;
  }

  PortFailure of(IOException e) {
    // A system that speaks another language says these in it: so the disk is asked first.
    if (e instanceof StoreMarker.Damaged) {
      return unmarked(e);
    }
    if (e instanceof AccessDeniedException) {
      return permission(e);
    }
    if (e instanceof FileSystemLoopException) {
      return link(e);
    }
    if (!Files.isDirectory(folder)
        || e instanceof NoSuchFileException
        || e instanceof NotDirectoryException) {
      return gone(e);
    }
    if (e instanceof ClosedByInterruptException) {
      return new PortFailure.Unavailable(
          "FOLDER_INTERRUPTED", "It was broken off, because EUTLAS is stopping.", e);
    }
    var said = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
    if (said.contains("read-only file system") || isReadOnly()) {
      return readOnly(e);
    }
    if (said.contains("no space left") || said.contains("quota exceeded") || isFull()) {
      return full(e);
    }
    if (said.contains("file too large")) {
      return new PortFailure.Rejected(
          "FOLDER_FILE_TOO_LARGE",
          "The file system of the backup folder "
              + folder
              + " takes no file as large as this backup. Move the folder to another file system,"
              + " or raise the limit of file sizes.",
          e);
    }
    return new PortFailure.Unavailable(
        "FOLDER_UNAVAILABLE",
        "The backup folder "
            + folder
            + " could not be read or written. If this stays, look at its disk.",
        e);
  }

  private PortFailure permission(IOException e) {
    return new PortFailure.Rejected(
        "FOLDER_PERMISSION",
        "EUTLAS may not read and write the backup folder "
            + folder
            + ". Give it, with all that is in it, to the user that EUTLAS runs as.",
        e);
  }

  PortFailure gone(@Nullable IOException e) {
    return new PortFailure.Unavailable(
        "FOLDER_VANISHED",
        "The backup folder "
            + folder
            + " is not there, or is not the one that it was. See whether its disk is mounted.",
        e);
  }

  PortFailure another(String expected, String found) {
    return new PortFailure.Rejected(
        "FOLDER_IS_ANOTHER",
        "The backup folder "
            + folder
            + " is another store ("
            + found
            + ") than it was ("
            + expected
            + "). Mount the right disk, or start EUTLAS again if this is meant.",
        null);
  }

  private PortFailure link(IOException e) {
    return new PortFailure.Rejected(
        "FOLDER_HAS_LINK",
        "There is a link inside the backup folder "
            + folder
            + ", and links are not followed. Put what it points to in its place.",
        e);
  }

  private PortFailure unmarked(IOException e) {
    return new PortFailure.Rejected(
        "FOLDER_MARKER_DAMAGED",
        "The file "
            + StoreMarker.NAME
            + " in the backup folder "
            + folder
            + " cannot be read. Put it back from another node or a copy, or remove it to begin"
            + " a new store with what is there.",
        e);
  }

  private PortFailure readOnly(IOException e) {
    return new PortFailure.Rejected(
        "FOLDER_READ_ONLY",
        "The file system of the backup folder " + folder + " is read-only. Mount it for writing.",
        e);
  }

  private PortFailure full(IOException e) {
    return new PortFailure.Rejected(
        "FOLDER_FULL",
        "The disk of the backup folder "
            + folder
            + " is full. Make room, or keep backups for a shorter time.",
        e);
  }

  private boolean isReadOnly() {
    try {
      return disk().isReadOnly();
    } catch (IOException e) {
      return false;
    }
  }

  private boolean isFull() {
    try {
      return disk().getUsableSpace() < NO_ROOM;
    } catch (IOException e) {
      return false;
    }
  }

  private FileStore disk() throws IOException {
    return Files.getFileStore(folder);
  }
}
