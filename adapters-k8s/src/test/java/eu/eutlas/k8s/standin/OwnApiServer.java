package eu.eutlas.k8s.standin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;

/**
 * An API server of a test's own, that may go away and come back where it was: the program of
 * conformance/kube, which {@code EUTLAS_TEST_KUBE} names. Only {@link AgainstOwnApiServer}.
 */
public final class OwnApiServer implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Pattern PORT = Pattern.compile("127\\.0\\.0\\.1:(\\d+)");

  private final Path folder;
  private Process process;
  private String port = "0";

  /** Starts it, with the operators' definitions. */
  public OwnApiServer(Path folder) {
    this.folder = folder;
    process = start();
    port = port();
    OperatorDefinitions.install(kubeconfig(), Path.of(System.getenv("EUTLAS_CRD_DIR")));
  }

  /** Good for as long as this is open, also when it is away. */
  public Path kubeconfig() {
    return folder.resolve("kubeconfig");
  }

  /** It is away at once, with whatever it was doing. */
  public void goAway() {
    process.destroyForcibly();
    await(() -> !process.isAlive());
  }

  /** It is back at the same address, with all that it had acknowledged. */
  public void comeBack() {
    process = start();
  }

  private Process start() {
    try {
      Files.deleteIfExists(kubeconfig());
      var builder =
          new ProcessBuilder(
              List.of(
                  System.getenv("EUTLAS_TEST_KUBE"),
                  "--kubeconfig",
                  kubeconfig().toString(),
                  "--folder",
                  folder.resolve("state").toString(),
                  "--port",
                  port));
      // Where it cannot clean up behind itself, others do.
      builder.environment().put("TMPDIR", folder.toString());
      // Its input is a pipe from us: it ends with us.
      var started =
          builder
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(folder.resolve("log").toFile())
              .start();
      await(() -> Files.exists(kubeconfig()) || !started.isAlive());
      if (!started.isAlive()) {
        throw new IllegalStateException(Files.readString(folder.resolve("log")));
      }
      return started;
    } catch (IOException unstartable) {
      throw new UncheckedIOException(unstartable);
    }
  }

  private String port() {
    try {
      var found = PORT.matcher(Files.readString(kubeconfig()));
      if (!found.find()) {
        throw new IllegalStateException("The kubeconfig names no port.");
      }
      return found.group(1);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static void await(Callable<Boolean> wanted) {
    Awaitility.await()
        .atMost(PATIENCE)
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(50))
        .until(wanted);
  }

  /** Stops it in order; its folder stays. */
  @Override
  public void close() {
    process.destroy();
    await(() -> !process.isAlive());
  }
}
