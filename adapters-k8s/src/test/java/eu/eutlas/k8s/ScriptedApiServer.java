package eu.eutlas.k8s;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** Answers as a test says, for what a real API server does only on bad days. */
final class ScriptedApiServer implements AutoCloseable {
  /** What a real one says of a thing that is not there. */
  static final Answer NOT_THERE =
      new Answer(404, "{\"kind\":\"Status\",\"reason\":\"NotFound\",\"details\":{\"name\":\"x\"}}");

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final CountDownLatch closing = new CountDownLatch(1);
  private final List<Question> questions = new CopyOnWriteArrayList<>();
  private volatile Function<Question, Answer> script;

  /** A request that came. */
  record Question(String method, String path, String query, String login, String body) {
    boolean isWatch() {
      return query.contains("watch=true");
    }

    boolean isAbout(String words) {
      return path.contains(words);
    }
  }

  /**
   * @param code 0 for none at all: the connection is cut
   */
  record Answer(int code, String body, Map<String, String> headers, boolean stays) {
    Answer(int code, String body) {
      this(code, body, Map.of(), false);
    }

    /** Of the kind that goes on after what is there, until everything ends. */
    static Answer open(String body) {
      return new Answer(200, body, Map.of(), true);
    }
  }

  ScriptedApiServer(Function<Question, Answer> script) {
    // Else each answer waits for an acknowledgement that the other side puts off.
    System.setProperty("sun.net.httpserver.nodelay", "true");
    this.script = script;
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
  }

  void now(Function<Question, Answer> next) {
    script = next;
  }

  List<Question> questions() {
    return List.copyOf(questions);
  }

  private void answer(HttpExchange exchange) throws IOException {
    var question =
        new Question(
            exchange.getRequestMethod(),
            exchange.getRequestURI().getPath(),
            Optional.ofNullable(exchange.getRequestURI().getQuery()).orElse(""),
            Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization")).orElse(""),
            new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    questions.add(question);
    var answer = script.apply(question);
    if (answer.code() == 0) {
      exchange.close();
      return;
    }
    try (exchange) {
      answer.headers().forEach(exchange.getResponseHeaders()::add);
      exchange.sendResponseHeaders(answer.code(), 0);
      var body = exchange.getResponseBody();
      body.write(answer.body().getBytes(StandardCharsets.UTF_8));
      body.flush();
      if (answer.stays()) {
        closing.await();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  KubernetesRegion region(Dialect dialect, Path folder) {
    return region(dialect, folder, Duration.ofSeconds(9));
  }

  KubernetesRegion region(Dialect dialect, Path folder, Duration patience) {
    var usual =
        Samples.region(
            dialect,
            new KubernetesRegion.Account.Kubeconfig(kubeconfig(folder), Optional.of("scripted")));
    return new KubernetesRegion(
        usual.id(),
        usual.installation(),
        usual.account(),
        dialect,
        usual.storageClass(),
        usual.releases(),
        usual.operatorVersion(),
        usual.surroundings(),
        new KubernetesRegion.Timeouts(Duration.ofSeconds(2), patience));
  }

  private Path kubeconfig(Path folder) {
    return kubeconfig(folder, "token-of-the-test");
  }

  /** Writes the account's file with that token. */
  Path kubeconfig(Path folder, String token) {
    var text =
        """
        apiVersion: v1
        kind: Config
        current-context: other
        contexts: [{name: scripted, context: {cluster: scripted, user: scripted}}]
        clusters: [{name: scripted, cluster: {server: "http://127.0.0.1:%d"}}]
        users: [{name: scripted, user: {token: %s}}]
        """
            .formatted(server.getAddress().getPort(), token);
    try {
      return Files.writeString(folder.resolve("kubeconfig"), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A plane whose start is answered well; afterwards the test's own script counts. */
  KubernetesDataPlane plane(KubernetesRegion region) {
    var own = script;
    script = question -> started(region.dialect(), question);
    var plane = KubernetesDataPlane.open(region, InstantSource.system());
    questions.clear();
    script = own;
    return plane;
  }

  static Answer started(Dialect dialect, Question question) {
    return question.isAbout("selfsubjectaccessreviews")
        ? new Answer(201, "{\"kind\":\"SelfSubjectAccessReview\",\"status\":{\"allowed\":true}}")
        : new Answer(
            200,
            "{\"kind\":\"APIResourceList\",\"resources\":[{\"name\":\"%s\"}]}"
                .formatted(dialect.resource().plural()));
  }

  @Override
  public void close() {
    closing.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
