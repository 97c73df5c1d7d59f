package eu.eutlas.storage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Files and folders that nobody but the owner reads, made in a folder for what is not finished and
 * forced to the disk.
 */
final class PrivateFiles {
  private static final String UNFINISHED = ".part";

  private final Path drafts;
  private final boolean posix;

  PrivateFiles(Path drafts) {
    this.drafts = drafts;
    this.posix = drafts.getFileSystem().supportedFileAttributeViews().contains("posix");
  }

  /** A name for a draft that nobody else has. */
  Path draft() {
    return drafts.resolve(UUID.randomUUID() + UNFINISHED);
  }

  FileChannel open(Path draft) throws IOException {
    return FileChannel.open(
        draft,
        Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
        permissions("rw-------"));
  }

  /** Writes a small draft whole. */
  Path write(byte[] bytes) throws IOException {
    var draft = draft();
    try (var channel = open(draft)) {
      var left = ByteBuffer.wrap(bytes);
      while (left.hasRemaining()) {
        channel.write(left);
      }
      channel.force(true);
    }
    return draft;
  }

  /** Makes a folder and those above it, unless it is there; it may be a link. */
  void makeRoot(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      Files.createDirectories(folder, permissions("rwx------"));
    }
  }

  /** Makes a folder inside another, durably, unless it is there. */
  void makeFolder(Path folder) throws IOException {
    try {
      Files.createDirectory(folder, permissions("rwx------"));
      force(folder.resolve("..").normalize());
    } catch (FileAlreadyExistsException e) {
      refuseLink(folder);
    }
  }

  /** Makes the folders on the way from one to another below it. */
  void makeFolders(Path from, Path to) throws IOException {
    for (var folder : way(from, to)) {
      makeFolder(folder);
    }
  }

  /**
   * Sees to it that no folder on the way down is a link.
   *
   * @throws NoSuchFileException when one is not there
   */
  void refuseLinks(Path from, Path to) throws IOException {
    for (var folder : way(from, to)) {
      refuseLink(folder);
    }
  }

  /** Removes a folder and those above it up to another, as far as they are empty. */
  void removeEmpty(Path folder, Path upTo) throws IOException {
    for (var empty : way(upTo, folder).reversed()) {
      try {
        Files.deleteIfExists(empty);
      } catch (DirectoryNotEmptyException e) {
        return;
      }
    }
  }

  private static List<Path> way(Path from, Path to) {
    var way = new ArrayList<Path>();
    var at = from;
    for (var part : to.equals(from) ? List.<Path>of() : from.relativize(to)) {
      at = at.resolve(part);
      way.add(at);
    }
    return way;
  }

  private static void refuseLink(Path folder) throws IOException {
    if (Files.isSymbolicLink(folder)) {
      throw new FileSystemLoopException(folder.toString());
    }
    if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
      throw new NoSuchFileException(folder.toString());
    }
  }

  /** Makes what was renamed, made or deleted in a folder outlast a loss of power. */
  void force(Path folder) throws IOException {
    if (posix) {
      try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
        channel.force(true);
      }
    }
  }

  /** Removes drafts that nobody has written to since; returns how many. */
  int removeAbandoned(Instant since) throws IOException {
    var removed = 0;
    try (var found = Files.newDirectoryStream(drafts, "*" + UNFINISHED)) {
      for (var draft : found) {
        removed += removeAbandoned(draft, since) ? 1 : 0;
      }
      return removed;
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
  }

  private static boolean removeAbandoned(Path draft, Instant since) throws IOException {
    try {
      return Files.getLastModifiedTime(draft, LinkOption.NOFOLLOW_LINKS).toInstant().isBefore(since)
          && Files.deleteIfExists(draft);
    } catch (NoSuchFileException e) {
      // Finished, or removed by another node.
      return false;
    }
  }

  private FileAttribute<?>[] permissions(String symbols) {
    return posix
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(symbols))
        }
        : new FileAttribute<?>[0];
  }
}
