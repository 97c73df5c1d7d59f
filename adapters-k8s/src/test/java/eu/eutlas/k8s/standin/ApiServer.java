package eu.eutlas.k8s.standin;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonSyntaxException;
import io.kubernetes.client.openapi.ApiClient;
import io.kubernetes.client.openapi.ApiException;
import io.kubernetes.client.openapi.Pair;
import io.kubernetes.client.util.Config;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The API server as the stand-ins see it: objects of any kind as they are on the wire. Throws
 * {@link RefusedException}, and {@link UncheckedIOException} where there is no answer.
 */
final class ApiServer {
  private static final int NOT_FOUND = 404;
  private static final int CONFLICT = 409;
  private static final int FIRST_REFUSAL = 400;
  private static final String[] LOGIN = {"BearerToken"};
  private static final Pair OPERATOR = new Pair("fieldManager", "standin");

  private final ApiClient client;

  private ApiServer(ApiClient client) {
    this.client = client;
  }

  static ApiServer of(Path kubeconfig) {
    try {
      return new ApiServer(Config.fromConfig(kubeconfig.toString()));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  Optional<Document> find(Kind kind, String namespace, String name) {
    try {
      return Optional.of(call("GET", kind.path(namespace, name), List.of(), "", ""));
    } catch (RefusedException refused) {
      if (refused.code() == NOT_FOUND) {
        return Optional.empty();
      }
      throw refused;
    }
  }

  List<Document> list(Kind kind, String namespace, String labels) {
    return call("GET", kind.path(namespace), List.of(new Pair("labelSelector", labels)), "", "")
        .list("items");
  }

  /** Makes it as it is written, and says whether it was not there. */
  boolean create(Kind kind, String namespace, String yaml) {
    try {
      call("POST", kind.path(namespace), List.of(OPERATOR), "application/yaml", yaml);
      return true;
    } catch (RefusedException refused) {
      if (refused.code() == CONFLICT && refused.reason().equals("AlreadyExists")) {
        return false;
      }
      throw refused;
    }
  }

  /** Sends something to what belongs to it, such as the token of an account. */
  Document ask(Kind kind, String namespace, String place, String yaml) {
    return call("POST", kind.path(namespace, place), List.of(), "application/yaml", yaml);
  }

  /** Makes it as it is written, whoever else has written it. */
  Document apply(Kind kind, String namespace, String name, String yaml) {
    return call(
        "PATCH",
        kind.path(namespace, name),
        List.of(OPERATOR, new Pair("force", "true")),
        "application/apply-patch+yaml",
        yaml);
  }

  void merge(Kind kind, String namespace, String name, String json) {
    merge(kind.path(namespace, name), json);
  }

  void mergeStatus(Kind kind, String namespace, String name, String json) {
    merge(kind.path(namespace, name) + "/status", json);
  }

  private void merge(String path, String json) {
    call("PATCH", path, List.of(OPERATOR), "application/merge-patch+json", json);
  }

  /** Repeatable. What it owns goes later, by itself. */
  void delete(Kind kind, String namespace, String name) {
    delete(kind, namespace, name, "Background");
  }

  /** Repeatable. What it owns stays. */
  void deleteAlone(Kind kind, String namespace, String name) {
    delete(kind, namespace, name, "Orphan");
  }

  private void delete(Kind kind, String namespace, String name, String propagation) {
    try {
      call(
          "DELETE",
          kind.path(namespace, name),
          List.of(new Pair("propagationPolicy", propagation)),
          "",
          "");
    } catch (RefusedException refused) {
      if (refused.code() != NOT_FOUND) {
        throw refused;
      }
    }
  }

  private Document call(String method, String path, List<Pair> query, String type, String body) {
    var headers = type.isEmpty() ? Map.<String, String>of() : Map.of("Content-Type", type);
    var bytes = type.isEmpty() ? null : body.getBytes(UTF_8);
    try {
      var call =
          client.buildCall(
              client.getBasePath(),
              path,
              method,
              new ArrayList<>(query),
              new ArrayList<>(),
              bytes,
              new HashMap<>(headers),
              Map.of(),
              Map.of(),
              LOGIN,
              null);
      try (var response = call.execute()) {
        var answer = Document.parse(response.body().string());
        if (response.code() >= FIRST_REFUSAL) {
          throw new RefusedException(response.code(), answer);
        }
        return answer;
      }
    } catch (ApiException unsendable) {
      throw new IllegalStateException("No such call can be made: " + path, unsendable);
    } catch (JsonSyntaxException cut) {
      throw new UncheckedIOException(new IOException("Half an answer.", cut));
    } catch (IOException silent) {
      throw new UncheckedIOException(silent);
    }
  }
}
