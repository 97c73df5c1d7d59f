package eu.eutlas.benchmarks.kube;

import io.kubernetes.client.openapi.ApiClient;
import io.kubernetes.client.openapi.ApiException;
import io.kubernetes.client.openapi.Pair;
import io.kubernetes.client.util.Config;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The API server as its administrator and its operators speak to it. */
final class ApiServer {
  private static final String[] LOGIN = {"BearerToken"};
  private static final String MERGE = "application/merge-patch+json";
  private static final String APPLY = "application/apply-patch+yaml";
  private static final String DEFINITIONS =
      "/apis/apiextensions.k8s.io/v1/customresourcedefinitions/";
  private static final Pattern NAME = Pattern.compile("(?m)^  name: (\\S+)$");
  private static final int NOT_FOUND = 404;
  private static final int FIRST_REFUSAL = 400;

  private final ApiClient client;

  private ApiServer(ApiClient client) {
    this.client = client;
  }

  static ApiServer of(Path kubeconfig) throws IOException {
    return new ApiServer(Config.fromConfig(kubeconfig.toString()));
  }

  /** Sees to it that it knows the operators' resources, whose definitions lie in a folder. */
  void learn(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      for (var file : files.filter(each -> each.toString().endsWith(".yaml")).toList()) {
        for (var definition : Files.readString(file).split("(?m)^---$", -1)) {
          var name = NAME.matcher(definition);
          if (name.find()) {
            call("PATCH", DEFINITIONS + name.group(1), APPLY, definition);
          }
        }
      }
    }
  }

  String read(String path) throws IOException {
    return call("GET", path, "", "");
  }

  void merge(String path, String json) throws IOException {
    call("PATCH", path, MERGE, json);
  }

  /** Asks for it to go, if it is there. */
  void delete(String path) throws IOException {
    call("DELETE", path, "", "");
  }

  /** The sum of one of its own measurements, of the lines that hold all these words. */
  double measured(String metric, String... words) throws IOException {
    return read("/metrics")
        .lines()
        .filter(line -> line.startsWith(metric + "{"))
        .filter(line -> List.of(words).stream().allMatch(line::contains))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
        .sum();
  }

  private String call(String method, String path, String type, String body) throws IOException {
    var query =
        type.equals(APPLY)
            ? List.of(new Pair("fieldManager", "benchmark"), new Pair("force", "true"))
            : List.<Pair>of();
    var headers = type.isEmpty() ? Map.<String, String>of() : Map.of("Content-Type", type);
    try (var response =
        client
            .buildCall(
                client.getBasePath(),
                path,
                method,
                query,
                List.of(),
                type.isEmpty() ? null : body.getBytes(StandardCharsets.UTF_8),
                new HashMap<>(headers),
                Map.of(),
                Map.of(),
                LOGIN,
                null)
            .execute()) {
      var answer = response.body().string();
      if (response.code() >= FIRST_REFUSAL && response.code() != NOT_FOUND) {
        throw new IOException(path + " was refused: " + response.code());
      }
      return answer;
    } catch (ApiException e) {
      throw new IOException(path + " cannot be asked.", e);
    }
  }
}
