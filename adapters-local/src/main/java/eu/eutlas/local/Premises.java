package eu.eutlas.local;

import eu.eutlas.domain.InvalidValue;
import eu.eutlas.domain.cluster.ClusterId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The folder of all local clusters. A cluster's folder is named by its id and is never there
 * without its descriptor: it is made and removed under other names.
 *
 * <pre>
 *   .arriving-&lt;id&gt;   being made; holds at most a descriptor
 *   &lt;id&gt;             cluster.properties and data/
 *   .leaving-&lt;id&gt;    being removed
 * </pre>
 *
 * <p>What does not carry this installation's id is reported and left alone.
 */
final class Premises {
  private static final Logger log = LoggerFactory.getLogger(Premises.class);
  private static final String ARRIVING = ".arriving-";
  private static final String LEAVING = ".leaving-";
  private static final String DATA = "data";
  private static final Pattern INSTALLATION = Pattern.compile("[A-Za-z0-9._-]{1,64}");

  private final Path folder;
  private final String installationId;

  Premises(Path folder, String installationId) {
    InvalidValue.unless(
        INSTALLATION.matcher(installationId).matches(),
        "An installation's id has 1 to 64 letters, digits, dots, underscores and hyphens.");
    this.folder = folder;
    this.installationId = installationId;
  }

  Path data(ClusterId id) {
    return home(id).resolve(DATA);
  }

  /** Whether something that is not this cluster has its name. */
  boolean isTaken(ClusterId id) {
    return Files.exists(home(id));
  }

  /**
   * Whether somebody took the cluster's folder away. Not so when the disk does not tell, or when
   * all of the clusters' folder is away, which may come back.
   */
  boolean hasVanished(ClusterId id) {
    return Files.notExists(home(id)) && Files.isDirectory(folder);
  }

  /** Makes the cluster's folder with its descriptor, both or neither. */
  void arrive(Descriptor descriptor) throws IOException {
    var id = descriptor.cluster();
    var arriving = folder.resolve(ARRIVING + id);
    Files.createDirectories(arriving);
    DescriptorFile.write(arriving, descriptor);
    Files.move(arriving, home(id), StandardCopyOption.ATOMIC_MOVE);
    Folders.force(folder);
  }

  void write(Descriptor descriptor) throws IOException {
    DescriptorFile.write(home(descriptor.cluster()), descriptor);
  }

  /** Removes all of the cluster. After the first step it never comes back. Repeatable. */
  void leave(ClusterId id) throws IOException {
    var leaving = folder.resolve(LEAVING + id);
    if (Files.exists(home(id))) {
      Files.move(home(id), leaving, StandardCopyOption.ATOMIC_MOVE);
      Folders.force(folder);
    }
    if (Files.exists(leaving)) {
      Folders.remove(leaving, leaving.resolve(DescriptorFile.NAME));
    }
  }

  /** The clusters that are here. What a crash left of one being made is removed. */
  List<Resident> residents() throws IOException {
    var residents = new ArrayList<Resident>();
    try (var entries = Files.newDirectoryStream(folder)) {
      for (var entry : entries) {
        resident(entry).ifPresent(residents::add);
      }
    }
    return residents;
  }

  private Optional<Resident> resident(Path entry) {
    try {
      return resident(entry, String.valueOf(entry.getFileName()));
    } catch (IOException e) {
      log.warn("Left alone in the folder of the local clusters: unreadable. path={}", entry, e);
      return Optional.empty();
    }
  }

  private Optional<Resident> resident(Path entry, String name) throws IOException {
    if (name.equals(FolderLock.NAME) || isCleared(entry, name)) {
      return Optional.empty();
    }
    var resident =
        ours(entry)
            .map(descriptor -> new Resident(descriptor, name.startsWith(LEAVING)))
            .filter(found -> name.equals(found.folderName()));
    if (resident.isEmpty()) {
      log.warn("Left alone in the folder of the local clusters: not one of ours. path={}", entry);
    }
    return resident;
  }

  /** Whether this was a folder that never was a cluster, or no longer is, and now is gone. */
  private boolean isCleared(Path entry, String name) throws IOException {
    var arriving = name.startsWith(ARRIVING);
    if (!Files.isDirectory(entry) || !(arriving || name.startsWith(LEAVING))) {
      return false;
    }
    if (arriving) {
      Files.deleteIfExists(entry.resolve(DescriptorFile.UNFINISHED));
    }
    if (!Folders.isEmpty(entry) && !(arriving && ours(entry).isPresent())) {
      return false;
    }
    Folders.remove(entry, entry.resolve(DescriptorFile.NAME));
    log.info("Removed what a crash had left of a local cluster. path={}", entry);
    return true;
  }

  private Optional<Descriptor> ours(Path entry) throws IOException {
    return DescriptorFile.read(entry)
        .filter(descriptor -> descriptor.installationId().equals(installationId));
  }

  private Path home(ClusterId id) {
    return folder.resolve(id.value());
  }

  /** A cluster that was found, perhaps half removed. */
  record Resident(Descriptor descriptor, boolean leaving) {
    private String folderName() {
      return (leaving ? LEAVING : "") + descriptor.cluster();
    }
  }
}
