package eu.eutlas.embeddedmongo;

import java.nio.file.Path;

/** Another running server, in this process or another, holds the folder. Nothing was touched. */
public final class FolderInUseException extends EmbeddedMongoException {

  FolderInUseException(Path folder) {
    super("another server runs on the folder " + folder);
  }
}
