package eu.eutlas.k8s;

import eu.eutlas.k8s.ApiCall.Verb;
import io.kubernetes.client.openapi.ApiClient;
import io.kubernetes.client.openapi.ApiException;
import io.kubernetes.client.openapi.Pair;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import org.jspecify.annotations.Nullable;

/** One conversation with an API server: some calls, which end within one time. */
final class Api {
  private static final String JSON = "application/json";
  private static final String METADATA_LIST =
      "application/json;as=PartialObjectMetadataList;g=meta.k8s.io;v=v1";
  private static final String MERGE = "application/merge-patch+json";
  private static final String APPLY = "application/apply-patch+yaml";
  private static final String FIELD_MANAGER = "eutlas";
  private static final String[] LOGIN = {"BearerToken"};

  private final ApiClient client;
  private final long end;

  private Api(ApiClient client, long end) {
    this.client = client;
    this.end = end;
  }

  static Api within(ApiClient client, Duration time) {
    return new Api(client, System.nanoTime() + time.toNanos());
  }

  /** The thing, if it is there. */
  Optional<Live> get(ResourceType type, Optional<String> namespace, String name) {
    var call = new ApiCall(Verb.GET, type, namespace, Optional.of(name));
    var answer = ask(call, "GET", Map.of(), null, JSON);
    return answer.code() == Failures.NOT_FOUND && answer.isAboutAThing()
        ? Optional.empty()
        : Optional.of(content(call, answer));
  }

  /** Whether the API server has the kind, in the version that we speak. */
  boolean knows(ResourceType type) {
    var call = new ApiCall(Verb.GET, type, Optional.empty(), Optional.empty());
    var answer = ask(call, type.root(), "GET", Map.of(), null, JSON, JSON);
    return answer.code() != Failures.NOT_FOUND
        && content(call, answer).items("resources").stream()
            .anyMatch(each -> each.text("name").equals(Optional.of(type.plural())));
  }

  /**
   * One page of things, by namespace and name.
   *
   * @throws ExpiredException when the page was asked for too long after the one before it
   */
  Page list(ResourceType type, Optional<String> namespace, Map<String, String> query) {
    return list(type, namespace, query, JSON);
  }

  /** The same for things of all namespaces, and nothing of them but their metadata. */
  Page listMetadata(ResourceType type, Map<String, String> query) {
    return list(type, Optional.empty(), query, METADATA_LIST);
  }

  private Page list(
      ResourceType type, Optional<String> namespace, Map<String, String> query, String accept) {
    var call = new ApiCall(Verb.LIST, type, namespace, Optional.empty());
    var answer = ask(call, call.path(), "GET", query, null, JSON, accept);
    if (answer.code() == Failures.GONE) {
      throw new ExpiredException();
    }
    var content = content(call, answer);
    return new Page(
        content.items("items"),
        content.text("metadata", "continue"),
        content.text("metadata", "resourceVersion").orElse(""));
  }

  /**
   * Makes the thing as the manifest says, whether it is there or not.
   *
   * @throws StaleException when the manifest is for a version that is not there any more
   */
  Live apply(Manifest manifest) {
    var call =
        new ApiCall(
            Verb.APPLY, manifest.type(), manifest.namespace(), Optional.of(manifest.name()));
    // What we say goes: an operator that changed one of our fields does not keep it.
    var query = Map.of("fieldManager", FIELD_MANAGER, "force", "true");
    return content(call, ask(call, "PATCH", query, Json.of(manifest.content()), APPLY));
  }

  /**
   * Changes some fields of a thing, if it is there.
   *
   * @throws StaleException when the change is for a version that is not there any more
   */
  void patch(ResourceType type, Optional<String> namespace, String name, Map<String, ?> change) {
    var call = new ApiCall(Verb.PATCH, type, namespace, Optional.of(name));
    var query = Map.of("fieldManager", FIELD_MANAGER);
    var answer = ask(call, "PATCH", query, Json.of(change), MERGE);
    if (answer.code() != Failures.NOT_FOUND || !answer.isAboutAThing()) {
      content(call, answer);
    }
  }

  /**
   * Asks for the thing to go, if it is there.
   *
   * @param options such as a precondition, or what becomes of what it owns
   */
  void delete(ResourceType type, Optional<String> namespace, String name, Map<String, ?> options) {
    var call = new ApiCall(Verb.DELETE, type, namespace, Optional.of(name));
    var answer = ask(call, "DELETE", Map.of(), Json.of(options), JSON);
    if (answer.code() != Failures.NOT_FOUND || !answer.isAboutAThing()) {
      content(call, answer);
    }
  }

  /** Asks a question that is put by making a thing, such as which rights we have. */
  Live ask(ResourceType type, Map<String, ?> content) {
    var call = new ApiCall(Verb.CREATE, type, Optional.empty(), Optional.empty());
    return content(call, ask(call, "POST", Map.of(), Json.of(content), JSON));
  }

  private static Live content(ApiCall call, ApiAnswer answer) {
    if (answer.code() == Failures.CONFLICT) {
      throw new StaleException(call);
    }
    if (!answer.isSuccess()) {
      throw Failures.answered(call, answer);
    }
    return answer.content().orElseThrow(() -> Failures.unreadable(call));
  }

  private ApiAnswer ask(
      ApiCall call, String method, Map<String, String> query, @Nullable String body, String type) {
    return ask(call, call.path(), method, query, body, type, JSON);
  }

  private ApiAnswer ask(
      ApiCall call,
      String path,
      String method,
      Map<String, String> query,
      @Nullable String body,
      String type,
      String accept) {
    var left = end - System.nanoTime();
    if (left <= 0) {
      throw Failures.outOfTime();
    }
    var departure = new Departure();
    var request = request(client, path, method, query, accept);
    var content = body == null ? null : RequestBody.create(body, MediaType.get(type));
    var http =
        client
            .getHttpClient()
            .newCall(
                request
                    .newBuilder()
                    .method(method, content)
                    .tag(Departure.class, departure)
                    .build());
    http.timeout().timeout(left, TimeUnit.NANOSECONDS);
    try (var response = http.execute()) {
      return new ApiAnswer(
          response.code(),
          Optional.ofNullable(response.header("Retry-After")),
          response.body().string());
    } catch (IOException e) {
      throw Failures.unanswered(call, departure.hasBegun(), e);
    }
  }

  /** The request, with our login. */
  static Request request(
      ApiClient client, String path, String method, Map<String, String> query, String accept) {
    try {
      return client.buildRequest(
          client.getBasePath(),
          path,
          method,
          pairs(query),
          List.of(),
          null,
          new HashMap<>(Map.of("Accept", accept)),
          new HashMap<>(),
          new HashMap<>(),
          LOGIN,
          null);
    } catch (ApiException e) {
      throw new IllegalStateException("The request cannot be written.", e);
    }
  }

  private static List<Pair> pairs(Map<String, String> query) {
    var pairs = new ArrayList<Pair>();
    query.forEach((key, value) -> pairs.add(new Pair(key, value)));
    return pairs;
  }

  /**
   * Some of the things that were asked for.
   *
   * @param next how to go on; absent after the last page
   * @param version of the whole listing
   */
  record Page(List<Live> items, Optional<String> next, String version) {}
}
