package eu.eutlas.local;

import java.nio.file.Path;

/** Another node, in this process or another, has the folder of local clusters. */
public final class FolderInUseException extends RuntimeException {
  FolderInUseException(Path folder) {
    super(
        "Another EUTLAS on this machine already runs the local clusters in %s. Stop it, or give this one another folder."
            .formatted(folder));
  }
}
