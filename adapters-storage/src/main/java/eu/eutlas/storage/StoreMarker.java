package eu.eutlas.storage;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HexFormat;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/**
 * The file that makes a folder a store: it holds a random id, written once by whichever node comes
 * first. Nodes that find the same id share the folder. While it is missing the folder is not the
 * store, whatever else is there: most likely its disk is not mounted.
 */
final class StoreMarker {
  static final String NAME = "eutlas-store.json";

  private static final int ID_BYTES = 16;
  private static final Pattern FORM =
      Pattern.compile("\\{\"format\":1,\"store\":\"(?<id>[0-9a-f]{32})\"}\\n");

  private final Path file;

  StoreMarker(Path folder) {
    this.file = folder.resolve(NAME);
  }

  /** The id; absent when there is no marker. */
  Optional<String> read() throws IOException {
    try {
      var text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
      var form = FORM.matcher(text);
      if (!form.matches()) {
        throw new Damaged(file);
      }
      return Optional.of(form.group("id"));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  /** Writes a new id unless another node was quicker. */
  void writeOnce(PrivateFiles files, RandomGenerator random) throws IOException {
    var id = new byte[ID_BYTES];
    random.nextBytes(id);
    var text = "{\"format\":1,\"store\":\"" + HexFormat.of().formatHex(id) + "\"}\n";
    var draft = files.write(text.getBytes(StandardCharsets.ISO_8859_1));
    try {
      // A link is made or not: of two nodes that start together, one wins.
      Files.createLink(file, draft);
    } catch (FileAlreadyExistsException e) {
      // Another node's, then.
    } catch (UnsupportedOperationException | FileSystemException e) {
      // No links here. The last of two nodes wins, and the other finds out at its next call.
      if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
      }
    } finally {
      Files.deleteIfExists(draft);
    }
    files.force(file.resolveSibling(".").normalize());
  }

  /** A marker that is not ours, or was cut. */
  static final class Damaged extends FileSystemException {
    private static final long serialVersionUID = 1L;

    Damaged(Path file) {
      super(file.toString());
    }
  }
}
