package eu.eutlas.http.console;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

/** Where the built files of the console come from. They never change while the product runs. */
@FunctionalInterface
public interface ConsoleFiles {
  /** The page that stands for every route of the console. */
  String INDEX = "index.html";

  /**
   * The bytes of a file; absent when there is none.
   *
   * @param path below the root, without a slash in front, such as {@code assets/index-1a2b3c4d.js};
   *     only letters, digits and {@code . _ @ + ~ - /}, and no segment begins with a dot
   */
  Optional<byte[]> read(String path);

  /** The files below a folder of the class path, such as {@code eu/eutlas/console}. */
  static ConsoleFiles onClassPath(ClassLoader loader, String folder) {
    return path -> {
      try (var in = loader.getResourceAsStream(folder + "/" + path)) {
        return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    };
  }
}
