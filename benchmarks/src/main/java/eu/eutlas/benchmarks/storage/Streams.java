package eu.eutlas.benchmarks.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A large backup through encryption into a folder and out again, in a process with little memory:
 * {@code benchmarks/run storage.Streams}, with the gigabytes (10) and the megabytes of heap (64).
 */
public final class Streams {
  private Streams() {}

  /** Says the figures, or fails as the process does. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    var gigabytes = arguments.length > 0 ? arguments[0] : "10";
    var heap = arguments.length > 1 ? arguments[1] : "64";
    var folder = Files.createTempDirectory("eutlas-streams");
    try {
      var child =
          new ProcessBuilder(
                  List.of(
                      Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                      "-Xmx" + heap + "m",
                      "-cp",
                      System.getProperty("java.class.path"),
                      StreamedBackup.class.getName(),
                      folder.toString(),
                      gigabytes))
              .inheritIO()
              .start();
      if (child.waitFor() != 0) {
        throw new IllegalStateException("It failed with a heap of " + heap + " MB.");
      }
    } finally {
      remove(folder);
    }
  }

  private static void remove(Path folder) throws IOException {
    try (var all = Files.walk(folder)) {
      for (var file : all.toList().reversed()) {
        Files.delete(file);
      }
    }
  }
}
