package eu.eutlas.k8s;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import eu.eutlas.k8s.KubernetesRegion.Account;
import io.kubernetes.client.openapi.ApiClient;
import io.kubernetes.client.util.ClientBuilder;
import io.kubernetes.client.util.KubeConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** EUTLAS's account on a real API server, with the rights of deploy/rbac.yaml and no others. */
final class RestrictedAccount {
  private static final Path RIGHTS =
      Path.of(System.getProperty("basedir", ".")).resolve("../deploy/rbac.yaml");
  private static final String RBAC = "/apis/rbac.authorization.k8s.io/v1/";
  private static final String CORE = "/api/v1/namespaces/";

  private RestrictedAccount() {}

  /** Gives the account those rights, and writes down how it logs in. */
  static Account.Kubeconfig of(Path administrator) {
    try {
      var client = client(administrator);
      apply(client, CORE + "eutlas", Map.of("apiVersion", "v1", "kind", "Namespace"));
      for (var document : yaml().loadAll(Files.readString(RIGHTS))) {
        apply(client, path((Map<?, ?>) document), (Map<?, ?>) document);
      }
      return new Account.Kubeconfig(login(administrator, token(client)), Optional.empty());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ApiClient client(Path kubeconfig) throws IOException {
    try (var reader = Files.newBufferedReader(kubeconfig)) {
      return ClientBuilder.kubeconfig(KubeConfig.loadKubeConfig(reader)).build();
    }
  }

  private static String path(Map<?, ?> document) {
    return switch (String.valueOf(document.get("kind"))) {
      case "ServiceAccount" -> CORE + "eutlas/serviceaccounts/eutlas";
      case "ClusterRole" -> RBAC + "clusterroles/eutlas";
      default -> RBAC + "clusterrolebindings/eutlas";
    };
  }

  private static void apply(ApiClient client, String path, Map<?, ?> document) throws IOException {
    var whole = new TreeMap<Object, Object>(document);
    whole.putIfAbsent("metadata", Map.of("name", "eutlas"));
    send(client, path, "PATCH", "application/apply-patch+yaml", new Gson().toJson(whole));
  }

  private static String token(ApiClient client) throws IOException {
    var asked =
        "{\"apiVersion\":\"authentication.k8s.io/v1\",\"kind\":\"TokenRequest\",\"spec\":{}}";
    return send(
            client, CORE + "eutlas/serviceaccounts/eutlas/token", "POST", "application/json", asked)
        .getAsJsonObject("status")
        .get("token")
        .getAsString();
  }

  private static JsonObject send(
      ApiClient client, String path, String method, String type, String body) throws IOException {
    var query = Map.of("fieldManager", "test", "force", "true");
    var request =
        Api.request(
                client, path, method, method.equals("PATCH") ? query : Map.of(), "application/json")
            .newBuilder()
            .method(method, RequestBody.create(body, MediaType.get(type)))
            .build();
    try (var response = client.getHttpClient().newCall(request).execute()) {
      if (!response.isSuccessful()) {
        throw new IOException("The account cannot be made: " + path + " " + response.code());
      }
      return JsonParser.parseString(response.body().string()).getAsJsonObject();
    }
  }

  /** The administrator's way to the API server, with the account's token. */
  private static Path login(Path administrator, String token) throws IOException {
    Map<String, Object> config = yaml().load(Files.readString(administrator));
    var names =
        ((List<?>) config.getOrDefault("users", List.of()))
            .stream().map(user -> ((Map<?, ?>) user).get("name")).toList();
    config.put(
        "users",
        names.stream()
            .map(name -> Map.of("name", String.valueOf(name), "user", Map.of("token", token)))
            .toList());
    var file = Files.createTempFile("eutlas-account", ".json");
    file.toFile().deleteOnExit();
    return Files.writeString(file, new Gson().toJson(config));
  }

  private static Yaml yaml() {
    return new Yaml(new SafeConstructor(new LoaderOptions()));
  }
}
