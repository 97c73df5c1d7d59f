package eu.eutlas.benchmarks.product;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** The product, started by {@code ./eutlas start} in a folder of its own on free ports. */
public final class StartedProduct implements AutoCloseable {
  private static final String READY = "EUTLAS is ready at ";
  private static final Path HOME = Path.of(System.getProperty("eutlas.home"));
  private static final Duration REHEARSAL = Duration.ofMinutes(2);

  private final Process process;
  private final URI address;
  private final Duration took;

  private StartedProduct(Process process, URI address, Duration took) {
    this.process = process;
    this.address = address;
    this.took = took;
  }

  /** Starts it and waits until it says that it is ready. */
  public static StartedProduct start(Path data, Map<String, String> environment)
      throws IOException {
    var builder = new ProcessBuilder(launcher().toString(), "start");
    var variables = builder.environment();
    variables.put("EUTLAS_DATA", data.toString());
    for (var port : new String[] {"EUTLAS_HTTP_PORT", "EUTLAS_ADMIN_PORT", "EUTLAS_JOBS_PORT"}) {
      variables.put(port, "0");
    }
    variables.putAll(environment);
    builder.redirectError(data.resolveSibling(data.getFileName() + ".log").toFile());
    var begin = System.nanoTime();
    var process = builder.start();
    var reader = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
    for (var line = reader.readLine(); line != null; line = reader.readLine()) {
      if (line.startsWith(READY)) {
        var took = Duration.ofNanos(System.nanoTime() - begin);
        return new StartedProduct(process, URI.create(line.substring(READY.length())), took);
      }
    }
    throw new IllegalStateException("It did not start; see the log beside " + data);
  }

  /** Waits until the launcher has made the cache that later starts use, where this Java has one. */
  static void awaitRehearsal() throws IOException, InterruptedException {
    var end = System.nanoTime() + REHEARSAL.toNanos();
    while (!isRehearsed() && System.nanoTime() < end) {
      Thread.sleep(Duration.ofMillis(500));
    }
  }

  /** Where it is reached. */
  public URI address() {
    return address;
  }

  ProcessHandle process() {
    return process.toHandle();
  }

  /** From the command to the line that says that it is ready. */
  Duration took() {
    return took;
  }

  /** Memory that the process holds, in megabytes, as Linux counts it. */
  long residentMegabytes() throws IOException {
    return Files.readAllLines(Path.of("/proc", String.valueOf(process.pid()), "status")).stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D+", "")) / 1_024)
        .findFirst()
        .orElseThrow();
  }

  /** Ends it as a power cut of the process would: with SIGKILL. */
  public void kill() {
    process.destroyForcibly();
    process.onExit().join();
  }

  @Override
  public void close() {
    process.destroy();
    process.onExit().join();
  }

  /**
   * The launcher of the tree that the benchmark was built from; {@code benchmarks/run} says where
   * that is.
   */
  private static boolean isRehearsed() throws IOException {
    try (var files = Files.list(HOME.resolve("bootstrap/target/quick/eutlas"))) {
      return files
          .filter(file -> file.toString().endsWith(".aot"))
          .anyMatch(file -> file.toFile().length() > 0);
    }
  }

  private static Path launcher() {
    return HOME.resolve("eutlas");
  }
}
