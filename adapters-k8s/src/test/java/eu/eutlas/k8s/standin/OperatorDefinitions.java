package eu.eutlas.k8s.standin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;

/** The operators' own definitions of their resources, out of the folder where they lie. */
public final class OperatorDefinitions {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private OperatorDefinitions() {}

  /**
   * Sees to it that the API knows them. Repeatable. Server-side, because some are larger than what
   * else would have to fit into an annotation.
   */
  public static void install(Path kubeconfig, Path folder) {
    install(kubeconfig, definitions(folder));
  }

  /** The same, as they will be one day: the API knows their resources in that version alone. */
  public static void installAs(String version, Path kubeconfig, Path folder) {
    var others =
        definitions(folder).stream()
            .map(each -> each.toString().replace("\"name\":\"v1\"", "\"name\":\"" + version + "\""))
            .map(Document::parse)
            .toList();
    install(kubeconfig, others);
  }

  /** Sees to it that the API knows none of them, nor their resources. */
  public static void remove(Path kubeconfig, Path folder) {
    var server = ApiServer.of(kubeconfig);
    var names = definitions(folder).stream().map(Document::name).toList();
    names.forEach(name -> server.delete(Kind.DEFINITION, "", name));
    await(() -> names.stream().allMatch(name -> server.find(Kind.DEFINITION, "", name).isEmpty()));
  }

  private static void install(Path kubeconfig, List<Document> definitions) {
    var server = ApiServer.of(kubeconfig);
    definitions.forEach(each -> server.apply(Kind.DEFINITION, "", each.name(), each.toString()));
    await(() -> definitions.stream().allMatch(each -> isEstablished(server, each.name())));
  }

  private static void await(Callable<Boolean> wanted) {
    Awaitility.await()
        .atMost(PATIENCE)
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(50))
        .until(wanted);
  }

  private static List<Document> definitions(Path folder) {
    try (var files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".yaml"))
          .sorted()
          .flatMap(file -> Yamls.all(read(file)).stream())
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static boolean isEstablished(ApiServer server, String name) {
    return server
        .find(Kind.DEFINITION, "", name)
        .filter(each ->
            each.list("status", "conditions").stream()
                .anyMatch(condition ->
                    condition.text("type").equals("Established")
                        && condition.text("status").equals("True")))
        .isPresent();
  }
}
