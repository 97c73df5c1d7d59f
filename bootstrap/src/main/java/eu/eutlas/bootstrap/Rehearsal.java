package eu.eutlas.bootstrap;

import eu.eutlas.bootstrap.config.Configuration;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Starts the product in a folder of its own, uses it a little, stops it and leaves nothing behind:
 * what Java learns from that makes the next start fast.
 */
final class Rehearsal {
  private Rehearsal() {}

  static void run() throws IOException, InterruptedException {
    var folder = Files.createTempDirectory("eutlas-rehearsal");
    try {
      perform(folder.resolve("data"));
    } finally {
      remove(folder);
    }
  }

  private static void perform(Path data) throws IOException, InterruptedException {
    var configuration =
        Configuration.read(
            Map.of(
                "EUTLAS_DATA", data.toString(),
                "EUTLAS_HTTP_PORT", "0",
                "EUTLAS_ADMIN_PORT", "0",
                "EUTLAS_JOBS_PORT", "0"));
    try (var product = Product.start(configuration);
        var client = HttpClient.newHttpClient()) {
      var signUp =
          HttpRequest.newBuilder(product.address().resolve("/api/v1/auth/signup"))
              .header("Content-Type", "application/json")
              .POST(
                  BodyPublishers.ofString(
                      "{\"email\":\"somebody@example.org\",\"name\":\"Somebody\","
                          + "\"password\":\"a rehearsal of the play\"}"))
              .build();
      client.send(signUp, BodyHandlers.discarding());
      for (var path : List.of("/", "/api/v1/plans")) {
        client.send(get(product.address().resolve(path)), BodyHandlers.discarding());
      }
    }
  }

  private static HttpRequest get(URI address) {
    return HttpRequest.newBuilder(address).build();
  }

  private static void remove(Path folder) throws IOException {
    try (var paths = Files.walk(folder)) {
      for (var path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
