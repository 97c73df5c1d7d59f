package eu.eutlas.bootstrap;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The product in a process of its own, started through its {@code main} as the launcher does. */
final class RunningProduct implements AutoCloseable {
  private static final String READY = "EUTLAS is ready at ";
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Process process;
  private final URI address;

  private RunningProduct(Process process, URI address) {
    this.process = process;
    this.address = address;
  }

  /** Starts it and waits until it says that it is ready. */
  static RunningProduct start(Path data, Map<String, String> environment) throws IOException {
    var process = command(List.of("start"), data, environment);
    var reader = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
    for (var line = reader.readLine(); line != null; line = reader.readLine()) {
      if (line.startsWith(READY)) {
        return new RunningProduct(process, URI.create(line.substring(READY.length())));
      }
    }
    throw new IllegalStateException("It did not start: " + Files.readString(log(data)));
  }

  /** Runs a command to its end. */
  static Ended run(List<String> arguments, Path data, Map<String, String> environment)
      throws IOException, InterruptedException {
    var process = command(arguments, data, environment);
    var out = new String(process.getInputStream().readAllBytes(), UTF_8);
    if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new IllegalStateException("It did not end.");
    }
    return new Ended(process.exitValue(), out, Files.readString(log(data)));
  }

  /** Begins a command and ends it at once after a while, wherever it is then. */
  static void kill(List<String> arguments, Path data, Duration after)
      throws IOException, InterruptedException {
    var process = command(arguments, data, Map.of());
    if (!process.waitFor(after.toMillis(), TimeUnit.MILLISECONDS)) {
      process.destroyForcibly();
      process.waitFor();
    }
  }

  /** How a command ended, and what it said. */
  record Ended(int exitCode, String out, String err) {}

  /** What it has logged so far, a line each. */
  static List<String> logLines(Path data) throws IOException {
    return Files.readAllLines(log(data));
  }

  URI address() {
    return address;
  }

  /** Ends it at once, as a power failure of the process would. */
  void kill() throws InterruptedException {
    process.destroyForcibly();
    process.waitFor();
  }

  /** Asks it to end (SIGTERM), and says whether it did in time. */
  boolean stop(Duration patience) throws InterruptedException {
    process.destroy();
    return process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }

  private static Process command(List<String> arguments, Path data, Map<String, String> environment)
      throws IOException {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx512m", "-XX:TieredStopAtLevel=1"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
    command.addAll(arguments);
    var builder = new ProcessBuilder(command);
    var variables = new HashMap<>(Map.of("EUTLAS_DATA", data.toString()));
    for (var port : List.of("EUTLAS_HTTP_PORT", "EUTLAS_ADMIN_PORT", "EUTLAS_JOBS_PORT")) {
      variables.put(port, "0");
    }
    variables.putAll(environment);
    builder.environment().keySet().removeIf(name -> name.startsWith("EUTLAS_"));
    builder.environment().putAll(variables);
    builder.redirectError(log(data).toFile());
    return builder.start();
  }

  private static Path log(Path data) {
    return data.resolveSibling(data.getFileName() + ".log");
  }
}
