package eu.eutlas.storage;

import eu.eutlas.application.backup.BackupStore.Stored;
import eu.eutlas.application.backup.ObjectKey;
import eu.eutlas.domain.InvalidValue;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Which object is which file, both ways. */
final class ObjectFiles {
  private final Path root;

  ObjectFiles(Path root) {
    this.root = root;
  }

  Path root() {
    return root;
  }

  Path file(ObjectKey key) {
    return root.resolve(key.value());
  }

  static Stored stored(ObjectKey key, BasicFileAttributes found) {
    return new Stored(
        key, found.size(), found.lastModifiedTime().toInstant().truncatedTo(ChronoUnit.MILLIS));
  }

  /** In the order of keys. Only folders that can hold some of them are looked into. */
  List<Stored> list(String prefix, Optional<ObjectKey> after, int limit) throws IOException {
    var listing = new Listing(prefix, after.map(ObjectKey::value).orElse(""), limit);
    listing.walk(root, "");
    return listing.found;
  }

  private static final class Listing {
    private final String prefix;
    private final String after;
    private final int limit;
    private final List<Stored> found = new ArrayList<>();

    Listing(String prefix, String after, int limit) {
      this.prefix = prefix;
      this.after = after;
      this.limit = limit;
    }

    void walk(Path folder, String begin) throws IOException {
      for (var name : names(folder)) {
        if (found.size() >= limit) {
          return;
        }
        var text = begin + name;
        var file = folder.resolve(name);
        if (!name.endsWith("/")) {
          look(file, text);
        } else if (mayHold(text)) {
          walk(file, text);
        }
      }
    }

    private boolean mayHold(String begin) {
      return (prefix.startsWith(begin) || begin.startsWith(prefix))
          && (begin.compareTo(after) > 0 || after.startsWith(begin));
    }

    private void look(Path file, String text) throws IOException {
      if (!text.startsWith(prefix) || text.compareTo(after) <= 0) {
        return;
      }
      try {
        var attributes =
            Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        if (attributes.isRegularFile()) {
          found.add(stored(new ObjectKey(text), attributes));
        }
      } catch (NoSuchFileException e) {
        // Deleted while we looked.
      } catch (InvalidValue e) {
        // Somebody else's file.
      }
    }

    /** Of a folder's objects and, with a slash behind, of its folders: sorted as keys are. */
    private static List<String> names(Path folder) throws IOException {
      try (var files = Files.newDirectoryStream(folder)) {
        var names = new ArrayList<String>();
        for (var file : files) {
          var isFolder = Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS);
          names.add(file.getFileName() + (isFolder ? "/" : ""));
        }
        names.sort(null);
        return names;
      } catch (NoSuchFileException | NotDirectoryException e) {
        return List.of();
      } catch (DirectoryIteratorException e) {
        throw e.getCause();
      }
    }
  }
}
