package eu.eutlas.browser;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The Chromium of this machine. We bring none. */
public final class Chromium {
  /** What to say where there is none. */
  public static final String ABSENT =
      "There is no Chromium on this machine, so nothing was tried in a browser. Install it (Debian:"
          + " apt-get install chromium), or name one in EUTLAS_CHROMIUM.";

  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome-stable", "google-chrome");
  private static final List<String> PLACES =
      List.of("/usr/bin", "/usr/local/bin", "/opt/homebrew/bin", "/snap/bin");
  private static final List<String> APPLICATIONS =
      List.of(
          "/Applications/Chromium.app/Contents/MacOS/Chromium",
          "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome");

  private Chromium() {}

  /** The one that {@code EUTLAS_CHROMIUM} names, or the first in the usual places. */
  public static Optional<Path> find() {
    return find(System.getenv("EUTLAS_CHROMIUM"), System.getenv("PATH"));
  }

  static Optional<Path> find(@Nullable String named, @Nullable String path) {
    if (named != null && !named.isBlank()) {
      return Optional.of(Path.of(named)).filter(Files::isExecutable);
    }
    var folders = path == null ? PLACES.stream() : Stream.concat(folders(path), PLACES.stream());
    return Stream.concat(
            folders.flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name))),
            APPLICATIONS.stream().map(Path::of))
        .filter(Files::isExecutable)
        .findFirst();
  }

  private static Stream<String> folders(String path) {
    return Stream.of(path.split(File.pathSeparator, -1)).filter(folder -> !folder.isBlank());
  }
}
