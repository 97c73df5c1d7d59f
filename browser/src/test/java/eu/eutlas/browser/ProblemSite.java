package eu.eutlas.browser;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Map;

/** A site under a strict policy, with a page for each thing that may go wrong in one. */
final class ProblemSite implements AutoCloseable {
  private static final String GOOD = "<h1>Good</h1><p>Nothing is wrong here.</p>";
  private static final Map<String, String> PAGES =
      Map.of(
          "/good", GOOD,
          "/style", GOOD + "<p style='color: #333'>Inline</p>",
          "/script", GOOD + "<script>document.title = 'Run'</script>",
          "/says-error", GOOD + "<script src='/says-error.js'></script>",
          "/throws", GOOD + "<script src='/throws.js'></script>",
          "/missing", GOOD + "<script src='/missing.js'></script>",
          "/refused", GOOD + "<script src='/refused.js'></script>",
          "/gives-up", GOOD + "<script src='/gives-up.js'></script>",
          "/pale", GOOD + "<p class='pale'>Hardly to be read</p><img src='/good.svg'>");
  private static final Map<String, String> FILES =
      Map.of(
          "/style.css", ".pale { color: #ccc; background: #fff }",
          "/says-error.js", "console.error('Something is off')",
          "/throws.js", "throw new Error('Nobody caught me')",
          "/refused.js", "fetch('http://127.0.0.1:1/').catch(() => 0)",
          "/gives-up.js",
              "const stop = new AbortController();"
                  + " fetch('/never', {signal: stop.signal}).catch(() => 0); stop.abort()",
          "/good.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>",
          "/favicon.ico", "");

  private final HttpServer server;

  private ProblemSite(HttpServer server) {
    this.server = server;
  }

  static ProblemSite open() throws IOException {
    var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", ProblemSite::answer);
    server.start();
    return new ProblemSite(server);
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private static void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      var path = exchange.getRequestURI().getPath();
      var headers = exchange.getResponseHeaders();
      headers.set("Content-Security-Policy", "default-src 'self'; connect-src *");
      if (PAGES.containsKey(path)) {
        headers.set("Content-Type", "text/html;charset=utf-8");
        send(exchange, 200, page(PAGES.get(path)));
      } else if (FILES.containsKey(path)) {
        headers.set("Content-Type", type(path));
        send(exchange, 200, FILES.get(path));
      } else {
        send(exchange, 404, "Not found");
      }
    }
  }

  private static String page(String body) {
    return "<!doctype html><html lang='en'><head><title>A page</title>"
        + "<link rel='stylesheet' href='/style.css'></head><body><main>"
        + body
        + "</main></body></html>";
  }

  private static String type(String path) {
    if (path.endsWith(".js")) {
      return "text/javascript";
    }
    return path.endsWith(".css") ? "text/css" : "image/svg+xml";
  }

  private static void send(HttpExchange exchange, int status, String text) throws IOException {
    var body = text.getBytes(UTF_8);
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
  }
}
