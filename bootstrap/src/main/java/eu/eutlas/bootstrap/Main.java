package eu.eutlas.bootstrap;

import eu.eutlas.bootstrap.config.Configuration;
import eu.eutlas.bootstrap.config.ConfigurationException;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/**
 * The command line. Every fault that somebody can mend is one clear sentence on standard error and
 * exit code 1.
 */
public final class Main {
  private static final String USAGE =
      """
      Usage: eutlas start                      run EUTLAS here until it is stopped
             eutlas admin grant EMAIL          make a user of this installation an administrator
             eutlas backup FILE                back up EUTLAS's own metadata, running or not
             eutlas restore FILE [--replace]   put a backup in the place of the metadata
             eutlas key export FILE            keep the sealing key, under a passphrase
             eutlas key import FILE            give it to a new data folder
             eutlas key rotate                 seal everything with a new key
             eutlas help                       this
      """;

  private Main() {}

  public static void main(String[] arguments) {
    System.exit(run(List.of(arguments), System.getenv(), System.out, System.err));
  }

  private static int run(
      List<String> arguments, Map<String, String> environment, PrintStream out, PrintStream err) {
    Logging.configure("true".equals(System.getProperty("eutlas.terminal")));
    try {
      return perform(arguments, environment, out, err);
    } catch (ConfigurationException e) {
      e.faults().forEach(err::println);
      return 1;
    } catch (StartException e) {
      err.println(e.getMessage());
      return 1;
    }
  }

  private static int perform(
      List<String> arguments, Map<String, String> environment, PrintStream out, PrintStream err) {
    return switch (arguments) {
      case List<String> words when words.equals(List.of("start")) -> {
        start(environment, out);
        yield 0;
      }
      case List<String> words when words.equals(List.of("rehearse")) -> {
        rehearse();
        yield 0;
      }
      case List<String> words
          when words.size() == 3 && words.subList(0, 2).equals(List.of("admin", "grant")) -> {
        out.println(
            AdminGrant.run(Configuration.read(OwnCommands.settings(environment)), words.get(2)));
        yield 0;
      }
      case List<String> words when words.size() > 1 && OwnCommands.has(words) -> {
        out.println(OwnCommands.run(words, environment));
        yield 0;
      }
      case List<String> words when words.equals(List.of("help")) -> {
        out.print(USAGE);
        yield 0;
      }
      default -> {
        err.print(USAGE);
        yield 2;
      }
    };
  }

  private static void rehearse() {
    try {
      Rehearsal.run();
    } catch (IOException e) {
      throw new StartException("The rehearsal failed.", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Runs until the process is told to stop (SIGTERM, Ctrl-C), and then ends in order. */
  private static void start(Map<String, String> environment, PrintStream out) {
    var configuration = Configuration.read(OwnCommands.settings(environment));
    out.println("EUTLAS keeps its data in " + configuration.data());
    var product = Product.start(configuration);
    var stopped = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  product.close();
                  stopped.countDown();
                },
                "eutlas-stop"));
    out.println("EUTLAS is ready at " + product.address());
    out.flush();
    awaitForever(stopped);
  }

  private static void awaitForever(CountDownLatch stopped) {
    try {
      stopped.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
